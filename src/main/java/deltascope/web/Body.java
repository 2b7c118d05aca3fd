package deltascope.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a request carries, up to a limit, whether it says its length or not. */
final class Body {
  /** Whole requests above this are refused with 413. */
  static final int MAX_BYTES = 16 << 20;

  static final Problem TOO_LARGE =
      new Problem(413, "Too much at once", "The body is larger than 16 MiB, the most allowed.");

  private Body() {}

  static String text(Context ctx) throws IOException {
    return new String(bytes(ctx), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Context ctx) throws IOException {
    if (ctx.contentLength() > MAX_BYTES) {
      throw new ContentTooLargeResponse();
    }
    try (InputStream in = ctx.bodyInputStream()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ContentTooLargeResponse();
      }
      return bytes;
    }
  }
}
