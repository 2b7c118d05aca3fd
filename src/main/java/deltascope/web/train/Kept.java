package deltascope.web.train;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.algebra.Memory;
import deltascope.data.Dataset;
import deltascope.math.Refused;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import deltascope.web.limits.Places;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/**
 * Trained weights at moments of trainings, as many as fit: who asks for one of these has it at
 * once, and for any other the training goes on from the last one before it. Safe for any number of
 * threads.
 */
public final class Kept {
  /** A state holds weights, their accumulators and zeros. */
  private static final int MATRICES_PER_WEIGHT = 3;

  private final Cache<Key, State> states;

  /** Trainings that a page waits for. */
  private final Places places =
      new Places(
          2,
          12,
          Duration.ofSeconds(20),
          "Other networks are being trained for their pages; ask again in a few seconds.");

  private final Computed<Key, State> computed;

  private record Key(Order.Key program, Point at) {}

  private record State(Memory memory, long numbers) {}

  /**
   * @param maxNumbers numbers in all kept states together
   */
  public Kept(long maxNumbers) {
    states =
        Caffeine.newBuilder()
            .maximumWeight(maxNumbers)
            .weigher((Key key, State state) -> (int) Math.min(Integer.MAX_VALUE, state.numbers()))
            .build();
    computed = new Computed<>(states);
  }

  /** Keeps a state, which nobody may change any more. */
  void keep(Order order, Point at, Memory state) {
    states.put(new Key(order.program(), at), state(order.scenario().setup(), state));
  }

  /**
   * What {@link Trainer#trained} gives, and to be copied before it is changed.
   *
   * @throws Refused (parameter {@code batches}) where an epoch has fewer
   */
  public Memory start(Scenario scenario, Dataset dataset) {
    if (scenario.untrained()) {
      return Trainer.trained(scenario, dataset);
    }
    Order order = new Order(scenario, dataset);
    Trainer trainer = order.trainer();
    Point to = trainer.reached(scenario.trained());
    Key key = new Key(order.program(), to);
    return computed
        .get(
            key,
            () -> places.in(() -> state(scenario.setup(), trained(key, scenario.setup(), trainer))))
        .memory();
  }

  private static State state(Setup setup, Memory memory) {
    return new State(memory, MATRICES_PER_WEIGHT * setup.net().parameters());
  }

  private Memory trained(Key key, Setup setup, Trainer trainer) {
    Map.Entry<Key, State> nearest =
        states.asMap().entrySet().stream()
            .filter(kept -> kept.getKey().program().equals(key.program()))
            .filter(kept -> kept.getKey().at().compareTo(key.at()) < 0)
            .max(Comparator.comparing(kept -> kept.getKey().at()))
            .orElse(null);
    if (nearest == null) {
      Memory memory = setup.start();
      trainer.run(memory, Point.START, key.at());
      return setup.stateOf(memory);
    }
    Memory memory = setup.stateOf(nearest.getValue().memory());
    trainer.run(memory, nearest.getKey().at(), key.at());
    return setup.stateOf(memory);
  }
}
