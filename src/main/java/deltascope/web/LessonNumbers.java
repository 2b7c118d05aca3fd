package deltascope.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.checks.Check;
import deltascope.checks.Finding;
import deltascope.data.Digits;
import deltascope.lessons.Numbers;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import deltascope.web.limits.Places;
import deltascope.web.train.Computed;
import deltascope.web.train.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The numbers in lessons: from the same walks, checks and trainings that the pages show. */
final class LessonNumbers implements Numbers {
  private static final int MAX_TRAININGS = 128;

  private final Walks walks;
  private final Findings findings;
  private final Places places =
      new Places(
          1,
          40,
          Duration.ofSeconds(40),
          "Other lessons' networks are being trained; ask again in a few seconds.");
  private final Computed<Order.Key, List<Epoch>> trainings =
      new Computed<>(Caffeine.newBuilder().maximumSize(MAX_TRAININGS).build());

  LessonNumbers(Walks walks, Findings findings) {
    this.walks = walks;
    this.findings = findings;
  }

  @Override
  public boolean has(String data) {
    return walks.library().ids().contains(data);
  }

  @Override
  public Trace trace(Scenario scenario) {
    return walks.trace(scenario);
  }

  @Override
  public int label(Scenario scenario) {
    Trace trace = walks.trace(scenario);
    Digits digits = walks.digits(scenario);
    return digits.label(trace.samples().get(trace.column()));
  }

  /** Who asks first trains; whoever asks for the same meanwhile waits for it. */
  @Override
  public List<Epoch> epochs(Scenario training) {
    Order order = Order.of(training, walks.library());
    return trainings.get(order.key(), () -> places.in(() -> trained(order)));
  }

  private static List<Epoch> trained(Order order) {
    List<Epoch> epochs = new ArrayList<>();
    order.trainer().run(order.epochs(), order.dataset().test(), epochs::add);
    return List.copyOf(epochs);
  }

  @Override
  public Finding finding(Scenario scenario, Check check) {
    return findings.of(scenario, List.of(check)).get(0).finding();
  }
}
