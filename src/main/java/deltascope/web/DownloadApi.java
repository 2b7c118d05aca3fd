package deltascope.web;

import deltascope.data.Download;
import deltascope.data.Library;
import deltascope.math.Refused;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/**
 * {@code /api/datasets/mnist}: asked with POST, it begins to download MNIST; with GET, it says how
 * far that is. One download runs at a time.
 */
final class DownloadApi {
  private final Library library;
  private final Download download;
  private volatile State state = State.of("idle", "");

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
    Json.write(ctx, state);
  }

  /** Begins a download, unless one runs; a page of another site may not ask for it. */
  void begin(Context ctx) {
    new Parameters(ctx, Set.of());
    SameOrigin.ownPagesOnly(ctx, "start a download");
    beginUnlessRunning();
    ctx.status(202);
    Json.write(ctx, state);
  }

  private synchronized void beginUnlessRunning() {
    if (state.status().equals("running")) {
      return;
    }
    state = State.of("running", "");
    Thread thread = new Thread(this::run, "download");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      download.into(
          library.folder(),
          (file, bytes, total) -> state = new State("running", file, bytes, total, ""));
      library.lookAgain();
      state = State.of("done", "MNIST is in " + library.folder() + ".");
    } catch (IOException | Refused failed) {
      state = State.of("failed", String.valueOf(failed.getMessage()));
    }
  }
}
