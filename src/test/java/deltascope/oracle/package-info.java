/**
 * A second, naive way to every number, used by tests alone. Nothing here calls the program:
 * formulas are read from the LaTeX that is displayed, and worked out with plain loops.
 */
package deltascope.oracle;
