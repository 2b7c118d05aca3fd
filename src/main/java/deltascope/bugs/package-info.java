/** One file per bug: a wrapper of the equations that overrides one of them. */
@NullMarked
package deltascope.bugs;

import org.jspecify.annotations.NullMarked;
