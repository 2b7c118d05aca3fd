package deltascope.data;

import java.util.List;
import java.util.function.Supplier;

/** A value made when first asked for. A failure is not remembered: the next asker tries again. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile List<T> made = List.of();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    List<T> known = made;
    return known.isEmpty() ? make() : known.get(0);
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = List.of(maker.get());
    }
    return made.get(0);
  }
}
