/**
 * A kernel for Jupyter: Java notebooks that call the engine itself. It runs the cells in the JDK's
 * own shell, within this process, and speaks Jupyter's protocol 5.3 over ZeroMQ.
 */
@NullMarked
package deltascope.kernel;

import org.jspecify.annotations.NullMarked;
