package deltascope.web;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** All streams there are, so many at most. They cost no thread while they wait. */
final class Streams {
  private final int most;
  private final Executor postman;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();

  /**
   * No stream yet.
   *
   * @param most streams at a time
   * @param postman writes what can be written without waiting
   */
  Streams(int most, Executor postman) {
    this.most = most;
    this.postman = postman;
  }

  /**
   * Answers with a stream.
   *
   * @param begin begins to fill it; what it gives back is run when the stream has ended
   * @throws ServiceUnavailableResponse if there are too many
   */
  void answer(Context ctx, String type, byte[] keepAlive, Filler begin) {
    Stream stream = new Stream(this, ctx, type, keepAlive);
    open.add(stream);
    if (open.size() > most) {
      open.remove(stream);
      throw new ServiceUnavailableResponse(
          "%d pages and programs wait for trainings already; ask again later.".formatted(most));
    }
    ctx.future(
        () -> {
          Runnable leave = filled(stream, begin);
          return stream
              .ended()
              .whenComplete(
                  (nothing, failure) -> {
                    open.remove(stream);
                    later(leave);
                  });
        });
  }

  private Runnable filled(Stream stream, Filler begin) {
    try {
      return begin.fill(stream);
    } catch (RuntimeException failed) {
      open.remove(stream);
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
    open.forEach(Stream::keepAlive);
  }

  /** Ends them all. */
  void close() {
    open.forEach(Stream::drop);
  }
}
