package deltascope.web.train;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Values that take long, each computed once by who asks first while whoever asks for the same waits
 * for it. That is done outside of the cache: whoever puts another value there meanwhile is not to
 * wait. A failure is told to all who wait, and not kept. Safe for any number of threads.
 */
public final class Computed<K, V> {
  private final Cache<K, V> kept;
  private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

  /**
   * With nothing under way.
   *
   * @param kept where a value stays, as long as there is room
   */
  public Computed(Cache<K, V> kept) {
    this.kept = kept;
  }

  /** The value kept, or that another computes, or else computed now. */
  public V get(K key, Supplier<V> computed) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> first = underWay.putIfAbsent(key, own);
    if (first != null) {
      return joined(first);
    }
    try {
      V known = kept.getIfPresent(key);
      V value = known == null ? computed.get() : known;
      kept.put(key, value);
      own.complete(value);
      return value;
    } catch (RuntimeException | Error failed) {
      own.completeExceptionally(failed);
      throw failed;
    } finally {
      underWay.remove(key);
    }
  }

  private static <V> V joined(CompletableFuture<V> first) {
    try {
      return first.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException same) {
        throw same;
      }
      throw failed;
    }
  }
}
