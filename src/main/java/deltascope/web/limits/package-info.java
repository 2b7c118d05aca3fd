/** How much a server takes on at a time, and what it says when that is all it can do. */
@NullMarked
package deltascope.web.limits;

import org.jspecify.annotations.NullMarked;
