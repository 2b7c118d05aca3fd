package deltascope.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do one piece of work together, a range of rows or columns each. Every number is
 * computed by one of them alone and as it would be without the others, so the result does not
 * depend on how many there are.
 *
 * <p>Pieces are taken as threads become free: one that is late costs no more than its piece. While
 * the team is at work for one caller, others do theirs alone.
 */
public final class Team {
  /** One for each processor. */
  private static final Team ALL = new Team(Runtime.getRuntime().availableProcessors());

  /** How often a thread looks before it makes room for others: some twenty microseconds. */
  private static final int LOOKS = 400;

  /**
   * How long a helper stays awake for the next piece, in nanoseconds: waking it takes longer than
   * most products do, and while a network is trained the next one is never further than this.
   */
  private static final long PATIENCE = 300_000;

  /** A pause for a caller whose last piece is late, because its thread had to make room. */
  private static final long NAP = 5_000;

  /** So many counters of a share fill a line of the cache. */
  private static final int APART = 16;

  private final List<Helper> helpers = new ArrayList<>();
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile @Nullable Job job;

  /** What is to be done for {@code from} … {@code to} − 1. */
  @FunctionalInterface
  public interface Work {
    void run(int from, int to);
  }

  /** A team of so many threads, the caller's among them. */
  Team(int size) {
    for (int i = 1; i < size; i++) {
      Helper helper = new Helper(i);
      helper.setName("arithmetic-" + i);
      helper.setDaemon(true);
      helpers.add(helper);
      helper.start();
    }
  }

  /** How many threads there are. */
  public static int size() {
    return ALL.helpers.size() + 1;
  }

  /**
   * Does the work for 0 … n − 1, in pieces of {@code piece}, and returns when all of it is done.
   */
  public static void split(int n, int piece, Work work) {
    ALL.run(n, piece, work);
  }

  void run(int n, int piece, Work work) {
    if (n <= piece || helpers.isEmpty() || !taken.compareAndSet(false, true)) {
      work.run(0, n);
      return;
    }
    try {
      Job mine = new Job(n, piece, work, helpers.size() + 1);
      job = mine;
      helpers.forEach(Helper::wake);
      mine.help(0);
      mine.await();
    } finally {
      job = null;
      taken.set(false);
    }
  }

  /**
   * A piece of work, and who is how far with it. Each thread has a share, the same one for work of
   * the same size, so that it meets what it wrote before while that is still in its cache; those
   * that are through with theirs help with the others'.
   */
  private static final class Job {
    private final int n;
    private final int piece;
    private final int pieces;
    private final int shares;
    private final Work work;

    /** How far each share is, a line of the cache apart. */
    private final AtomicIntegerArray begun;

    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Job(int n, int piece, Work work, int shares) {
      this.n = n;
      this.piece = piece;
      this.pieces = (n + piece - 1) / piece;
      this.shares = shares;
      this.work = work;
      this.begun = new AtomicIntegerArray(shares * APART);
    }

    /** Does what is left to do, beginning with the share of that thread. */
    void help(int thread) {
      for (int t = 0; t < shares; t++) {
        share((thread + t) % shares);
      }
    }

    private void share(int share) {
      int first = share * pieces / shares;
      int next = (share + 1) * pieces / shares;
      int did = 0;
      for (int k = first + begun.getAndIncrement(share * APART);
          k < next;
          k = first + begun.getAndIncrement(share * APART)) {
        try {
          work.run(k * piece, Math.min(n, (k + 1) * piece));
        } catch (RuntimeException | Error broken) {
          failure = broken;
        }
        did++;
      }
      if (did > 0) {
        done.addAndGet(did);
      }
    }

    void await() {
      for (int looks = 0; done.get() < pieces; looks++) {
        if (looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(this, NAP);
        }
      }
      Throwable broken = failure;
      if (broken instanceof Error error) {
        throw error;
      }
      if (broken instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }

  /** Waits for work: with open eyes, then making room for others, then asleep. */
  private final class Helper extends Thread {
    private final int number;
    private volatile boolean asleep;

    Helper(int number) {
      this.number = number;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield: it is a courtesy
    public void run() {
      Job last = null;
      while (true) {
        Job found = job;
        long since = System.nanoTime();
        for (int looks = 0; found == null || found == last; looks++) {
          if (looks < LOOKS) {
            Thread.onSpinWait();
          } else if (System.nanoTime() - since < PATIENCE) {
            Thread.yield();
          } else {
            break;
          }
          found = job;
        }
        if (found == null || found == last) {
          sleep(last);
        } else {
          found.help(number);
          last = found;
        }
      }
    }

    private void sleep(@Nullable Job last) {
      asleep = true;
      Job found = job;
      if (found == null || found == last) {
        LockSupport.park(this);
      }
      asleep = false;
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }
  }
}
