package deltascope.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import deltascope.lessons.BadLesson;
import deltascope.math.Refused;
import deltascope.math.ShapeMismatch;
import deltascope.web.limits.Busy;
import deltascope.web.page.Address;
import deltascope.web.page.ErrorPage;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where an exception becomes an answer: a problem document or a page in words. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Pages pages;

  private Failures(Pages pages) {
    this.pages = pages;
  }

  static void addTo(JavalinConfig config, Pages pages) {
    Failures failures = new Failures(pages);
    ExceptionHandler<Exception> handler = failures::answer;
    config.routes.exception(Exception.class, handler);
    // Named apart, for Javalin has an answer of its own to these.
    config.routes.exception(HttpResponseException.class, handler);
    config.router.javaLangErrorHandler(
        (response, error) -> {
          LOG.error("a request failed", error);
          response.setStatus(500);
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadableRequests(failures)));
  }

  private void answer(Exception failure, Context ctx) {
    Problem problem =
        failure instanceof HttpResponseException refusal ? refusal(refusal, ctx) : problem(failure);
    if (failure instanceof BadLesson) {
      LOG.error("{}", problem.detail());
    } else if (problem.status() == 500) {
      LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    }
    if (failure instanceof Busy) {
      ctx.header("Retry-After", String.valueOf(Busy.RETRY_SECONDS));
    }
    ctx.status(problem.status());
    ctx.contentType(type(ctx.path()));
    if (!isForPrograms(ctx.path())) {
      Languages.spoken(ctx);
    }
    ctx.result(body(problem, ctx.path(), Languages.address(ctx)));
  }

  /** Programs get a problem document, people a page. */
  static String type(String path) {
    return isForPrograms(path) ? Problem.TYPE : Pages.TYPE;
  }

  byte[] body(Problem problem, String path, Address here) {
    return isForPrograms(path)
        ? Json.bytes(problem)
        : pages.bytes(
            "error.jte",
            new ErrorPage(
                here, problem.status(), problem.title(), problem.detail(), problem.parameter()));
  }

  private static boolean isForPrograms(String path) {
    return path.startsWith("/api/") || path.equals("/healthz");
  }

  /** What to say of a failure, whatever was asked for. */
  static Problem problem(Throwable failure) {
    if (failure instanceof Refused refused) {
      return new Problem(
          400,
          "Value out of range",
          refused.getMessage(),
          refused.parameter(),
          refused.value(),
          refused.range());
    }
    if (failure instanceof ShapeMismatch misfit) {
      return new Problem(422, "The program stops here", String.valueOf(misfit.getMessage()));
    }
    if (failure instanceof BadLesson bad) {
      return new Problem(500, "This lesson cannot be read", String.valueOf(bad.getMessage()));
    }
    if (failure instanceof Busy busy) {
      return new Problem(503, "Too much at once", String.valueOf(busy.getMessage()));
    }
    if (failure instanceof TimeoutException late) {
      return new Problem(408, "Too slow", String.valueOf(late.getMessage()));
    }
    if (failure instanceof JsonProcessingException broken) {
      return new Problem(400, "Not the JSON expected", place(broken));
    }
    return new Problem(
        500, "An error in Deltascope", "Nothing you sent explains this; the server's log does.");
  }

  private static Problem refusal(HttpResponseException refusal, Context ctx) {
    return switch (refusal.getStatus()) {
      case 404 -> new Problem(404, "Nothing here", "There is nothing at " + ctx.path() + ".");
      case 405 -> {
        ctx.header("Allow", refusal.getDetails().getOrDefault("availableMethods", ""));
        String detail = ctx.path() + " does not answer " + ctx.method() + ".";
        yield new Problem(405, "Not this way", detail);
      }
      case 413 -> Body.TOO_LARGE;
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
}
