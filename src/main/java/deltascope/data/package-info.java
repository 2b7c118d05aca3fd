/** Digits: MNIST's files, digits made from pen strokes, digits drawn by the user. */
@NullMarked
package deltascope.data;

import org.jspecify.annotations.NullMarked;
