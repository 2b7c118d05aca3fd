/** A walk as a printed exercise: which cells are blank, and what may be written into them. */
@NullMarked
package deltascope.web.worksheet;

import org.jspecify.annotations.NullMarked;
