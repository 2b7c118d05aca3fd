package deltascope.web.train;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is when there are fewer places than wishes: that of the client who has the fewest
 * places, and among those who have as many that of the one who waits longest since being served.
 * For one thread at a time.
 *
 * @param <T> what waits
 */
final class Turns<T> {
  private final int places;

  /** Who waits, the one to serve first in front; nobody stands here with nothing waiting. */
  private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();

  private final Map<String, Integer> held = new HashMap<>();

  Turns(int places) {
    this.places = places;
  }

  /** How many wait. */
  int size() {
    return waiting.values().stream().mapToInt(Deque::size).sum();
  }

  void add(String client, T wish) {
    waiting.computeIfAbsent(client, c -> new ArrayDeque<>()).add(wish);
  }

  /** It no longer waits. */
  void remove(String client, T wish) {
    Deque<T> own = waiting.get(client);
    if (own != null && own.remove(wish) && own.isEmpty()) {
      waiting.remove(client);
    }
  }

  /** Who comes next, now with a place; null where there is no place, or nobody waits. */
  @Nullable T next() {
    int taken = held.values().stream().mapToInt(Integer::intValue).sum();
    var first =
        waiting.entrySet().stream().min(Comparator.comparingInt(own -> places(own.getKey())));
    if (taken >= places || first.isEmpty()) {
      return null;
    }
    String client = first.get().getKey();
    Deque<T> own = first.get().getValue();
    T next = own.remove();
    waiting.remove(client);
    if (!own.isEmpty()) {
      waiting.put(client, own);
    }
    held.merge(client, 1, Integer::sum);
    return next;
  }

  /** A client gives a place back. */
  void leave(String client) {
    held.computeIfPresent(client, (c, count) -> count == 1 ? null : count - 1);
  }

  private int places(String client) {
    return held.getOrDefault(client, 0);
  }

  /** All that wait, in no promised order. */
  List<T> all() {
    return waiting.values().stream().flatMap(Deque::stream).toList();
  }
}
