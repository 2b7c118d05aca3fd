/** What a careful programmer measures on a network to see whether it is right, a file each. */
@NullMarked
package deltascope.checks;

import org.jspecify.annotations.NullMarked;
