/** The command line: what <code>./run</code> starts. */
@NullMarked
package deltascope;

import org.jspecify.annotations.NullMarked;
