package deltascope.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * One who steps once a second over one connection. With scripts as the page does it: the page and
 * all its sections once for each walk, whose steps it then shows by itself, and now and then the
 * sum behind a cell. Without them: a page for every step, and for every cell.
 */
final class Student {
  private static final int STEPS_OF_A_WALK = 8;
  private static final int STEPS_TO_A_CELL = 3;
  private static final int DIGITS = 300;
  private static final byte[] END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> BUGS =
      List.of(
          "",
          "error-sign",
          "zero-init",
          "hidden-slope-missing",
          "sum-not-mean",
          "bias-forgotten",
          "activation-twice",
          "weights-not-transposed",
          "output-slope-missing",
          "shared-buffer",
          "label-off-by-one",
          "pixels-unscaled");

  private final int number;
  private final boolean scripts;
  private final int port;
  private final Selector selector;
  private final Supplier<Latencies> latencies;
  private final Deque<Due> due = new ArrayDeque<>();
  private final ByteBuffer in;
  private final byte[] tail = new byte[END.length];
  private SocketChannel channel;
  private StringBuilder head = new StringBuilder();
  private boolean inBody;
  private long left;
  private int steps;
  private int asked;

  /** A request, and when it should have been sent, in nanoseconds. */
  private record Due(String kind, String path, long at) {}

  Student(
      int number,
      boolean scripts,
      int port,
      Selector selector,
      ByteBuffer in,
      Supplier<Latencies> latencies)
      throws IOException {
    this.number = number;
    this.scripts = scripts;
    // Not all come to their next digit in the same second.
    this.steps = number % STEPS_OF_A_WALK;
    this.port = port;
    this.selector = selector;
    this.in = in;
    this.latencies = latencies;
    connect();
  }

  private void connect() throws IOException {
    channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** The next step is due, whether the last has been answered or not. */
  void step(long at) throws IOException {
    int walk = steps / STEPS_OF_A_WALK;
    int step = 2 + steps % STEPS_OF_A_WALK;
    String bug = BUGS.get((number / 7 + walk) % BUGS.size());
    String scenario =
        "net=784-30-10&sample=%d&bugs=%s".formatted((number * 37 + walk) % DIGITS, bug);
    boolean fresh = asked == 0 || steps % STEPS_OF_A_WALK == 0;
    asked++;
    if (fresh || !scripts) {
      ask(new Due("/step", "/step?" + scenario + "&step=" + step, at));
    }
    if (fresh && scripts) {
      ask(new Due("/step/sections", "/step/sections?" + scenario, at));
    }
    if (steps % STEPS_TO_A_CELL == 0) {
      ask(new Due("/step/explain", "/step/explain?" + scenario + "&step=2&unit=3", at));
    }
    steps++;
  }

  private void ask(Due next) throws IOException {
    due.add(next);
    if (due.size() == 1) {
      send();
    }
  }

  private void send() throws IOException {
    String request =
        "GET "
            + due.element().path()
            + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
    ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** There is something to read. */
  void read() throws IOException {
    in.clear();
    int length = channel.read(in);
    if (length < 0) {
      channel.close();
      answered(0);
      connect();
      if (!due.isEmpty()) {
        send();
      }
      return;
    }
    in.flip();
    while (!inBody && in.hasRemaining()) {
      head.append((char) in.get());
      int end = head.length();
      if (end > 3 && head.charAt(end - 1) == '\n' && head.charAt(end - 3) == '\n') {
        beginBody();
      }
    }
    if (inBody) {
      body();
    }
  }

  private void beginBody() {
    inBody = true;
    int at = head.indexOf("Content-Length: ");
    left = at < 0 ? -1 : Long.parseLong(head.substring(at + 16, head.indexOf("\r", at)));
  }

  private void body() throws IOException {
    boolean whole;
    if (left >= 0) {
      left -= in.remaining();
      whole = left == 0;
    } else {
      whole = endsHere();
    }
    if (whole) {
      answered(Integer.parseInt(head.substring(9, 12)));
      if (!due.isEmpty()) {
        send();
      }
    }
  }

  /** Whether the last bytes are those that end an answer of unknown length. */
  private boolean endsHere() {
    int fresh = Math.min(in.remaining(), tail.length);
    System.arraycopy(tail, fresh, tail, 0, tail.length - fresh);
    in.get(in.limit() - fresh, tail, tail.length - fresh, fresh);
    return java.util.Arrays.equals(tail, END);
  }

  private void answered(int status) {
    head = new StringBuilder();
    inBody = false;
    Due done = due.poll();
    if (done != null) {
      latencies.get().add(done.kind(), System.nanoTime() - done.at(), status);
    }
  }

  void leave() throws IOException {
    channel.close();
  }
}
