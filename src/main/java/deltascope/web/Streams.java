package deltascope.web;

import deltascope.web.limits.Busy;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All streams there are, so many at most. They cost no thread while they wait. */
final class Streams {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final int most;
  private final int mostEach;
  private final Executor postman;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> each = new ConcurrentHashMap<>();

  /**
   * No stream yet.
   *
   * @param most streams at a time
   * @param mostEach streams of one client at a time
   * @param postman writes what can be written without waiting
   */
  Streams(int most, int mostEach, Executor postman) {
    this.most = most;
    this.mostEach = mostEach;
    this.postman = postman;
  }

  /**
   * Answers with a stream.
   *
   * @param begin begins to fill it; what it gives back is run when the stream has ended
   * @throws Busy if there are too many
   */
  void answer(Context ctx, String type, byte[] keepAlive, Filler begin) {
    String client = Client.of(ctx);
    Stream stream = new Stream(this, ctx, type, keepAlive);
    add(stream, client);
    ctx.future(
        () -> {
          Runnable leave = filled(stream, client, begin);
          return stream
              .ended()
              .whenComplete(
                  (nothing, failure) -> {
                    remove(stream, client);
                    later(leave);
                  });
        });
  }

  private void add(Stream stream, String client) {
    open.add(stream);
    int own = each.merge(client, 1, Integer::sum);
    if (open.size() > most || own > mostEach) {
      remove(stream, client);
      throw new Busy(
          own > mostEach
              ? "You wait for %d trainings already; ask again later.".formatted(mostEach)
              : "%d pages and programs wait for trainings already; ask again later."
                  .formatted(most));
    }
  }

  private void remove(Stream stream, String client) {
    if (open.remove(stream)) {
      each.computeIfPresent(client, (who, count) -> count == 1 ? null : count - 1);
    }
  }

  private Runnable filled(Stream stream, String client, Filler begin) {
    try {
      return stream.fill(begin);
    } catch (RuntimeException failed) {
      remove(stream, client);
      throw failed;
    }
  }

  /** Fills a stream, without waiting. */
  @FunctionalInterface
  interface Filler {
    Runnable fill(Stream stream);
  }

  void later(Runnable work) {
    postman.execute(work);
  }

  /** Shows everybody who waits that somebody is there; to be called from time to time. */
  void keepAlive() {
    open.forEach(Streams::keepAlive);
  }

  private static void keepAlive(Stream stream) {
    try {
      stream.keepAlive();
    } catch (RuntimeException broken) {
      // The others are not to suffer from it, now or later.
      LOG.error("a stream broke off", broken);
      stream.drop();
    }
  }

  /** Ends them all. */
  void close() {
    open.forEach(Stream::drop);
  }
}
