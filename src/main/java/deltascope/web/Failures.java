package deltascope.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import deltascope.math.Refused;
import deltascope.web.page.ErrorPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where an exception becomes an answer: a problem document or a page in words. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static void addTo(RoutesConfig routes, Pages pages) {
    ExceptionHandler<Exception> handler =
        (failure, ctx) -> answer(ctx, pages, problem(failure, ctx));
    routes.exception(Exception.class, handler);
    // Named apart, for Javalin has an answer of its own to these.
    routes.exception(HttpResponseException.class, handler);
  }

  static Problem problem(Exception failure, Context ctx) {
    if (failure instanceof Refused refused) {
      return new Problem(
          400,
          "Value out of range",
          refused.getMessage(),
          refused.parameter(),
          refused.value(),
          refused.range());
    }
    if (failure instanceof JsonProcessingException broken) {
      return new Problem(400, "Not the JSON expected", place(broken));
    }
    if (failure instanceof HttpResponseException refusal) {
      return refusal(refusal, ctx);
    }
    LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    return new Problem(
        500, "An error in Deltascope", "Nothing you sent explains this; the server's log does.");
  }

  private static Problem refusal(HttpResponseException refusal, Context ctx) {
    String here = ctx.method() + " " + ctx.path();
    return switch (refusal.getStatus()) {
      case 404 -> new Problem(404, "Nothing here", "There is nothing at " + ctx.path() + ".");
      case 405 -> new Problem(405, "Not this way", here + " is not answered.");
      case 413 ->
          new Problem(413, "Too much at once", "The body is larger than 16 MiB, the most allowed.");
      default ->
          new Problem(refusal.getStatus(), "Not possible", String.valueOf(refusal.getMessage()));
    };
  }

  private static String place(JsonProcessingException broken) {
    var at = broken.getLocation();
    String where =
        at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    return broken.getOriginalMessage() + where;
  }

  private static void answer(Context ctx, Pages pages, Problem problem) {
    ctx.status(problem.status());
    if (ctx.path().startsWith("/api/") || ctx.path().equals("/healthz")) {
      Json.write(ctx, Problem.TYPE, problem);
    } else {
      pages.render(
          ctx,
          "error.jte",
          new ErrorPage(problem.status(), problem.title(), problem.detail(), problem.parameter()));
    }
  }
}
