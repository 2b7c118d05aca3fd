package deltascope.web;

import deltascope.web.page.Address;
import deltascope.web.page.Words;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty refuses before any route is looked up, in the same words as all the rest. */
final class UnreadableRequests extends ErrorHandler {
  private final Failures failures;

  UnreadableRequests(Failures failures) {
    this.failures = failures;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String path = request.getHttpURI().getPath();
    String known = path == null ? "/" : path;
    SecurityHeaders.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Failures.type(known));
    Words words = Words.liked(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    response.write(
        true,
        ByteBuffer.wrap(failures.body(problem(code), known, Address.of(Map.of(), words))),
        callback);
  }

  private static Problem problem(int code) {
    String detail =
        switch (code) {
          case 400 -> "The address or a header of the request cannot be read.";
          case 414 -> "The address is longer than the 8 KiB allowed.";
          case 431 -> "The headers are longer than the 8 KiB allowed.";
          default -> "The request stopped at the door with status " + code + ".";
        };
    return new Problem(code, "Not a readable request", detail);
  }
}
