package deltascope.web;

import deltascope.data.Download;
import deltascope.data.Library;
import deltascope.math.Refused;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code /api/datasets/mnist}: asked with POST, it begins to download MNIST; with GET, it says how
 * far that is. One download runs at a time.
 */
final class DownloadApi {
  private final Library library;
  private final Download download;
  private final AtomicReference<State> state = new AtomicReference<>(State.of("idle", ""));

  /**
   * How far it is.
   *
   * @param status idle, running, done or failed
   * @param file the file being fetched
   * @param bytes fetched so far, of {@code total}
   * @param message what went wrong, in words
   */
  record State(String status, String file, long bytes, long total, String message) {
    static State of(String status, String message) {
      return new State(status, "", 0, 0, message);
    }
  }

  DownloadApi(Library library, Download download) {
    this.library = library;
    this.download = download;
  }

  void status(Context ctx) {
    new Parameters(ctx, Set.of());
    Json.write(ctx, state.get());
  }

  /** Begins a download, unless one runs; a page of another site may not ask for it. */
  void begin(Context ctx) {
    new Parameters(ctx, Set.of());
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new ForbiddenResponse("Only Deltascope's own pages may start a download.");
    }
    State before = state.get();
    if (!before.status().equals("running")
        && state.compareAndSet(before, State.of("running", ""))) {
      Thread thread = new Thread(this::run, "download");
      thread.setDaemon(true);
      thread.start();
    }
    ctx.status(202);
    Json.write(ctx, state.get());
  }

  private void run() {
    try {
      download.into(
          library.folder(),
          (file, bytes, total) -> state.set(new State("running", file, bytes, total, "")));
      library.lookAgain();
      state.set(State.of("done", "MNIST is in " + library.folder() + "."));
    } catch (IOException | Refused failed) {
      state.set(State.of("failed", String.valueOf(failed.getMessage())));
    }
  }
}
