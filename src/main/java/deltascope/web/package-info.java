/** The HTTP server. Only this package and those below it know Javalin and jte. */
@NullMarked
package deltascope.web;

import org.jspecify.annotations.NullMarked;
