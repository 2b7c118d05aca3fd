package deltascope.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one round of a computation leaves to the next: what was written a moment ago is still
 * in the cache, and fresh memory costs as much as the arithmetic. For one thread at a time.
 *
 * <p>While a round runs, the matrices that its thread makes have their rows from here. When the
 * next begins, all rows but those of matrices that are kept are used again, so nobody may look at
 * the others any more.
 */
public final class Workspace {
  private static final ThreadLocal<@Nullable Workspace> CURRENT = new ThreadLocal<>();

  /** Rows that nobody needs, by shape. */
  private final Map<Long, Deque<double[][]>> free = new HashMap<>();

  /** Rows given out, that may be needed still. */
  private List<double[][]> used = new ArrayList<>();

  /** Runs the next round; of what earlier ones made, no more than {@code kept} is needed still. */
  public void round(Collection<Matrix> kept, Runnable work) {
    reclaim(kept);
    @Nullable Workspace outer = CURRENT.get();
    CURRENT.set(this);
    try {
      work.run();
    } finally {
      CURRENT.set(outer);
    }
  }

  /** So many rows of the thread's round, with anything in them; null where they are to be made. */
  static double[][] rows(int rows, int cols) {
    @Nullable Workspace current = CURRENT.get();
    return current == null ? new double[rows][] : current.take(rows, cols);
  }

  private double[][] take(int rows, int cols) {
    @Nullable Deque<double[][]> alike = free.get(shape(rows, cols));
    double[][] taken = alike == null || alike.isEmpty() ? new double[rows][] : alike.pop();
    used.add(taken);
    return taken;
  }

  private void reclaim(Collection<Matrix> kept) {
    Needed needed = new Needed();
    kept.forEach(matrix -> matrix.noteRows(needed));
    List<double[][]> still = new ArrayList<>();
    for (double[][] rows : used) {
      if (needed.holds(rows)) {
        still.add(rows);
      } else if (rows.length > 0) {
        free.computeIfAbsent(shape(rows.length, rows[0].length), shape -> new ArrayDeque<>())
            .push(rows);
      }
    }
    used = still;
  }

  /** Rows that must be left alone. */
  static final class Needed {
    private final Set<Object> together = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> single = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Rows that belong to one matrix: whoever holds one of them holds this array of them. */
    void together(double[][] rows) {
      together.add(rows);
    }

    /** Rows of which each may belong to some other matrix. */
    void single(double[][] rows) {
      Collections.addAll(single, (Object[]) rows);
    }

    private boolean holds(double[][] rows) {
      return together.contains(rows)
          || !single.isEmpty() && Arrays.stream(rows).anyMatch(single::contains);
    }
  }

  private static long shape(int rows, int cols) {
    return ((long) rows << Integer.SIZE) | cols;
  }
}
