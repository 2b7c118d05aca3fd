/**
 * What a textbook line is made of: quantities with a layer, expressions over them, and statements
 * that give an expression's value a name. One expression computes itself, prints itself (LaTeX,
 * MathML, numpy, Java) and explains each of its cells; so what is shown is what was computed.
 */
@NullMarked
package deltascope.algebra;

import org.jspecify.annotations.NullMarked;
