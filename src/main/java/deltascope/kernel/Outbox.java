package deltascope.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a cell prints and shows while it runs, in order. A cell's own thread only leaves it here,
 * for it may be stopped at any moment, and a message must not be cut in two; it waits where it
 * prints faster than can be told.
 */
final class Outbox {
  private static final int PAUSE_MILLIS = 60;
  private static final int MUCH = 1 << 16;

  /**
   * Something to be told.
   *
   * @param type of the message, "stream" or "display_data"
   * @param content of the message
   */
  record Said(String type, Map<String, ?> content) {}

  private final Consumer<Said> teller;
  private final List<Said> waiting = new ArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private @Nullable String stream;

  Outbox(Consumer<Said> teller) {
    this.teller = teller;
  }

  /** What the whole process prints comes here from now on. */
  void begin() {
    System.setOut(new PrintStream(new Printing("stdout"), true, Wire.CHARSET));
    System.setErr(new PrintStream(new Printing("stderr"), true, Wire.CHARSET));
    Thread thread = new Thread(this::tellNowAndThen, "outbox");
    thread.setDaemon(true);
    thread.start();
  }

  private void tellNowAndThen() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        tellIfPossible();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** What could not be told is lost, and the next is told all the same. */
  void tellIfPossible() {
    try {
      tell();
    } catch (RuntimeException | LinkageError lost) {
      forget();
    }
  }

  private synchronized void forget() {
    waiting.clear();
    notifyAll();
  }

  /** Tells what there is. Not for a cell's own thread. */
  synchronized void tell() {
    close();
    waiting.forEach(teller);
    waiting.clear();
    notifyAll();
  }

  /** A picture, or another thing to look at. */
  synchronized void show(Map<String, ?> data) {
    close();
    waiting.add(new Said("display_data", Map.of("data", data, "metadata", Map.of())));
  }

  private synchronized void print(String name, byte[] bytes, int from, int length) {
    if (!name.equals(stream)) {
      close();
      stream = name;
    }
    printed.write(bytes, from, length);
    try {
      while (printed.size() > MUCH) {
        wait();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what is being printed. */
  private synchronized void close() {
    String name = stream;
    if (name != null && printed.size() > 0) {
      waiting.add(new Said("stream", Map.of("name", name, "text", printed.toString(Wire.CHARSET))));
      printed.reset();
    }
    stream = null;
  }

  private final class Printing extends OutputStream {
    private final String name;

    Printing(String name) {
      this.name = name;
    }

    @Override
    public void write(int letter) {
      write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      print(name, bytes, from, length);
    }
  }
}
