package deltascope.web;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is written bit by bit as there is something to say. Whoever says something is
 * never kept waiting: what the client does not take in time is kept for it within a bound, and a
 * client that falls further behind is dropped. What it is told at its coming is no such arrears.
 * Safe for any number of threads.
 */
final class Stream implements WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

  /** Pieces kept for a client that is slow. */
  static final int MOST_PIECES = 1_000;

  private final Streams owner;
  private final Context ctx;
  private final String type;
  private final byte[] keepAlive;
  private final Deque<Supplier<byte[]>> pieces = new ArrayDeque<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable ServletOutputStream out;
  private boolean writable;
  private boolean unflushed;

  /** Somebody writes, with the lock released: one at a time, and nobody ends the stream then. */
  private boolean writing;

  /** Whether there is more to write than the writer knows of. */
  private boolean again;

  private boolean begun;
  private boolean filling;

  /** Of the pieces that are kept, those that were there when the client came. */
  private int past;

  private boolean finished;
  private boolean closed;

  /**
   * A stream of which nothing is written yet, not even its head.
   *
   * @param type the media type
   * @param keepAlive what may be written at any time between two pieces, and means nothing
   */
  Stream(Streams owner, Context ctx, String type, byte[] keepAlive) {
    this.owner = owner;
    this.ctx = ctx;
    this.type = type;
    this.keepAlive = keepAlive;
  }

  /** Lets it be filled with what there is to say at the beginning, however much that is. */
  Runnable fill(Streams.Filler filler) {
    synchronized (this) {
      begun = true;
      filling = true;
    }
    try {
      return filler.fill(this);
    } finally {
      synchronized (this) {
        filling = false;
      }
    }
  }

  /** Complete when the stream has ended, in whatever way. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Writes the head; a failure can no longer be told by the answer's status. */
  synchronized void open() {
    if (closed || out != null) {
      return;
    }
    try {
      ctx.res().setContentType(type);
      ctx.res().setHeader("Cache-Control", "no-store");
      ctx.res().setHeader("X-Accel-Buffering", "no");
      // The head is due at once, not with the first piece.
      unflushed = true;
      out = ctx.res().getOutputStream();
      out.setWriteListener(this);
    } catch (IOException | IllegalStateException gone) {
      close();
    }
  }

  synchronized boolean isOpen() {
    return out != null;
  }

  /** Says something, which is put into bytes when its time comes. */
  void send(Supplier<byte[]> piece) {
    synchronized (this) {
      if (closed || finished) {
        return;
      }
      if (filling) {
        past++;
      } else if (pieces.size() - past >= MOST_PIECES) {
        pieces.clear();
        finished = true;
        owner.later(this::drop);
        return;
      }
      pieces.add(piece);
    }
    owner.later(this::write);
  }

  /** Ends the stream when all has been written. */
  void finish() {
    synchronized (this) {
      finished = true;
    }
    owner.later(this::write);
  }

  /** Ends the stream with a failure, of which the status tells: only before it is open. */
  void fail(Throwable failure) {
    synchronized (this) {
      closed = true;
    }
    ended.completeExceptionally(failure);
  }

  /** Ends the stream at once. */
  void drop() {
    close();
  }

  /** Shows a client that waits that somebody is there, and whether it is there itself. */
  void keepAlive() {
    boolean quiet;
    synchronized (this) {
      quiet = begun && pieces.isEmpty() && !finished;
    }
    if (quiet) {
      open();
      send(() -> keepAlive);
    }
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      writable = true;
    }
    write();
  }

  @Override
  public void onError(Throwable gone) {
    owner.later(this::close);
  }

  /** Writes as much as the client takes now. */
  private void write() {
    if (!mayWrite()) {
      return;
    }
    boolean last = false;
    boolean more = true;
    while (more) {
      try {
        last |= writeSome();
      } catch (IOException | IllegalStateException gone) {
        last = true;
      } catch (RuntimeException | Error broken) {
        LOG.error("an answer broke off", broken);
        last = true;
      }
      more = !hasWritten(last);
    }
  }

  private synchronized boolean mayWrite() {
    again = true;
    if (writing || out == null || !writable || closed) {
      return false;
    }
    writing = true;
    return true;
  }

  /** Whether the writer may rest. */
  private boolean hasWritten(boolean last) {
    synchronized (this) {
      if (again && !last && !closed) {
        return false;
      }
      writing = false;
    }
    if (last) {
      close();
    } else {
      endIfClosed();
    }
    return true;
  }

  /** Whether that was the last. */
  private boolean writeSome() throws IOException {
    ServletOutputStream sink = Objects.requireNonNull(out);
    synchronized (this) {
      again = false;
    }
    while (sink.isReady()) {
      Supplier<byte[]> next = next();
      if (next != null) {
        sink.write(next.get());
        unflushed = true;
      } else if (unflushed) {
        unflushed = false;
        sink.flush();
      } else {
        return isFinished();
      }
    }
    return false;
  }

  private synchronized @Nullable Supplier<byte[]> next() {
    past = Math.max(0, past - 1);
    return pieces.poll();
  }

  private synchronized boolean isFinished() {
    return finished && pieces.isEmpty();
  }

  private void close() {
    synchronized (this) {
      closed = true;
      pieces.clear();
      past = 0;
    }
    endIfClosed();
  }

  /** A writer has to come to rest first, for what it writes to is another's afterwards. */
  private void endIfClosed() {
    synchronized (this) {
      if (!closed || writing) {
        return;
      }
    }
    ended.complete(null);
  }
}
