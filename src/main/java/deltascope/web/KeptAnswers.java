package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.data.Dataset;
import deltascope.data.Library;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers given lately, packed. A page is a function of its address, of the language asked for
 * and of the data there are: a class that looks at one slide has it made once.
 */
final class KeptAnswers {
  /** Bytes of all kept answers. */
  private static final long MOST = 24_000_000;

  private final Library library;
  private final Cache<Question, byte[]> lately =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .weigher((Question question, byte[] packed) -> packed.length + 1_000)
          .build();

  /** All that an answer depends on. */
  private record Question(String path, @Nullable String query, String language, Dataset standard) {}

  KeptAnswers(Library library) {
    this.library = library;
  }

  /** The same answers, many of them without asking. */
  Handler of(Handler handler) {
    return Development.ON ? handler : new Keeping(handler);
  }

  /** Answers, and keeps what it answered. */
  final class Keeping implements Handler {
    private final Handler maker;

    private Keeping(Handler maker) {
      this.maker = maker;
    }

    @Override
    public void handle(Context ctx) throws Exception {
      if (answered(ctx)) {
        return;
      }
      maker.handle(ctx);
      InputStream made = ctx.resultInputStream();
      if (made != null && ctx.status().equals(HttpStatus.OK)) {
        byte[] packed = packed(made);
        lately.put(question(ctx), packed);
        give(ctx, packed);
      }
    }

    /** Whether it was answered lately; then it has been answered again. */
    boolean answered(Context ctx) throws IOException {
      byte[] packed = lately.getIfPresent(question(ctx));
      if (packed != null) {
        give(ctx, packed);
      }
      return packed != null;
    }
  }

  private Question question(Context ctx) {
    return new Question(
        ctx.path(),
        ctx.queryString(),
        Languages.spoken(ctx).language(),
        library.get(library.defaultId()));
  }

  private static void give(Context ctx, byte[] packed) throws IOException {
    ctx.contentType(Pages.TYPE).header("Vary", "Accept-Encoding, Accept-Language");
    ctx.disableCompression();
    String accepted = ctx.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      ctx.header("Content-Encoding", "gzip").result(packed);
    } else {
      ctx.result(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    }
  }

  private static byte[] packed(InputStream made) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 15);
    try (GZIPOutputStream gzip = new Lightly(packed)) {
      made.transferTo(gzip);
    }
    return packed.toByteArray();
  }

  /** Packing was the largest part of an answer's cost; the lightest costs least. */
  private static final class Lightly extends GZIPOutputStream {
    Lightly(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 13);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
