/** Matrices as pictures, in the colours of the pages. */
@NullMarked
package deltascope.picture;

import org.jspecify.annotations.NullMarked;
