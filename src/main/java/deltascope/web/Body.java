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

  private static final int SMALL = 1_024;

  /** How long one may take to come. */
  static final Key<Duration> PATIENCE = new Key<>("body");

  static final Problem TOO_LARGE =
      new Problem(413, "Too much at once", "The body is larger than 16 MiB, the most allowed.");

  private Body() {}

  static String text(Context ctx) throws IOException, TimeoutException {
    return new String(bytes(ctx), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Context ctx) throws IOException, TimeoutException {
    long patience = ctx.appData(PATIENCE).toNanos();
    long begun = System.nanoTime();
    int declared = ctx.contentLength();
    boolean fits = declared <= MAX_BYTES;
    long length = 0;
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(fits ? Math.max(SMALL, declared) : SMALL);
    byte[] piece = new byte[1 << 14];
    try (InputStream in = ctx.bodyInputStream()) {
      for (int more = in.read(piece); more >= 0; more = in.read(piece)) {
        length += more;
        fits &= length <= MAX_BYTES;
        if (fits) {
          bytes.write(piece, 0, more);
        } else if (length > 2L * MAX_BYTES) {
          break;
        }
        if (System.nanoTime() - begun > patience) {
          throw new TimeoutException("The body took too long to come.");
        }
      }
    }
    // Only now: who is still sending when the connection ends never reads why.
    if (!fits) {
      throw new ContentTooLargeResponse();
    }
    return bytes.toByteArray();
  }
}
