package deltascope.web;

import io.javalin.config.Key;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a request carries, up to a limit, whether it says its length or not. */
final class Body {
  /** Whole requests above this are refused with 413. */
  static final int MAX_BYTES = 16 << 20;

  /** How long one may take to come. */
  static final Key<Duration> PATIENCE = new Key<>("body");

  static final Problem TOO_LARGE =
      new Problem(413, "Too much at once", "The body is larger than 16 MiB, the most allowed.");

  private Body() {}

  static String text(Context ctx) throws IOException, TimeoutException {
    return new String(bytes(ctx), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Context ctx) throws IOException, TimeoutException {
    if (ctx.contentLength() > MAX_BYTES) {
      throw new ContentTooLargeResponse();
    }
    long patience = ctx.appData(PATIENCE).toNanos();
    long begun = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1_024, ctx.contentLength()));
    byte[] piece = new byte[1 << 14];
    try (InputStream in = ctx.bodyInputStream()) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        bytes.write(piece, 0, length);
        if (bytes.size() > MAX_BYTES) {
          throw new ContentTooLargeResponse();
        }
        if (System.nanoTime() - begun > patience) {
          throw new TimeoutException("The body took too long to come.");
        }
      }
    }
    return bytes.toByteArray();
  }
}
