package deltascope.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files of the jar, each read and packed once. The browser keeps them and asks with
 * their ETag whether they changed, so that an update of Deltascope shows at once.
 */
final class StaticFiles implements Handler {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  /** The others are packed already. */
  private static final Set<String> PACKABLE = Set.of("css", "js", "mjs", "json", "svg");

  private final Map<String, File> files = new ConcurrentHashMap<>();

  @Override
  public void handle(Context ctx) {
    File file = find(ctx.path());
    if (file == null) {
      throw new NotFoundResponse();
    }
    ctx.disableCompression();
    ctx.header("Cache-Control", "no-cache").header("ETag", file.tag());
    if (file.packed() != null) {
      ctx.header("Vary", "Accept-Encoding");
    }
    if (file.tag().equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.contentType(file.type());
    String accepted = ctx.header("Accept-Encoding");
    if (file.packed() != null && accepted != null && accepted.contains("gzip")) {
      ctx.header("Content-Encoding", "gzip").result(file.packed());
    } else {
      ctx.result(file.plain());
    }
  }

  private @Nullable File find(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || path.contains("..")) {
      return null;
    }
    if (Development.ON) {
      return read(path);
    }
    File known = files.get(path);
    if (known == null) {
      known = read(path);
      if (known != null) {
        files.put(path, known);
      }
    }
    return known;
  }

  private static @Nullable File read(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    String type = TYPES.get(extension);
    byte[] plain = bytes(path);
    if (plain == null || type == null) {
      return null;
    }
    byte[] packed = PACKABLE.contains(extension) ? packed(plain) : null;
    return new File(type, tag(plain), plain, packed);
  }

  private static byte @Nullable [] bytes(String path) {
    Path edited = Path.of("web" + path);
    try {
      if (Development.ON && Files.isRegularFile(edited)) {
        return Files.readAllBytes(edited);
      }
      try (InputStream in = StaticFiles.class.getResourceAsStream(path)) {
        return in == null ? null : in.readAllBytes();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static String tag(byte[] plain) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22)
          + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record File(String type, String tag, byte[] plain, byte @Nullable [] packed) {}
}
