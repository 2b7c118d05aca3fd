package deltascope.web.train;

/** Told what happens to a training, in order and while others wait: it must return at once. */
@FunctionalInterface
public interface Listener {
  void heard(Event event);
}
