/** Sealed cases: their key, their veil, what is wrong in them, and how an answer is judged. */
@NullMarked
package deltascope.web.mystery;

import org.jspecify.annotations.NullMarked;
