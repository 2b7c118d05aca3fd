package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What each bug does to learning, from a short training on real digits, with and without it. */
class SeverityTest {
  /** Small steps: near the largest rate that works, chance decides more than a bug. */
  private static final String SHORT = "data=mnist&net=784-30-10&batch=10&eta=0.03";

  private static final int SAMPLES = 8_000;

  /** Percentage points that are more than chance. */
  private static final double CLEARLY = 2;

  private static final Map<Map<String, String>, Epoch> KNOWN = new ConcurrentHashMap<>();

  @Test
  void everyCardSaysWhatWasMeasured() {
    Optional<Library> mnist = Home.mnist();
    if (mnist.isEmpty()) {
      System.out.println("MNIST is not here: the severity of bugs is not measured.");
      return;
    }
    Dataset digits = mnist.get().get("mnist");
    Map<String, Severity> declared = new TreeMap<>();
    Map<String, Severity> measured = new TreeMap<>();
    List<String> numbers = new ArrayList<>();
    for (Bug bug : Catalogue.bugs()) {
      Home home = Home.of(bug, SHORT);
      Epoch clean =
          KNOWN.computeIfAbsent(home.clean().parameters(), k -> end(home.clean(), digits));
      Epoch bugged = end(home.bugged(), digits);
      declared.put(bug.id(), bug.card().severity());
      measured.put(bug.id(), severity(clean, bugged));
      numbers.add(
          "%s %.2f → %.2f".formatted(bug.id(), clean.testAccuracy(), bugged.testAccuracy()));
    }
    assertEquals(declared, measured, numbers.toString());
  }

  private static Severity severity(Epoch clean, Epoch bugged) {
    if (Double.isNaN(bugged.testCost()) || bugged.testAccuracy() < clean.testAccuracy() / 2) {
      return Severity.BREAKS_LEARNING;
    }
    return bugged.testAccuracy() < clean.testAccuracy() - CLEARLY
        ? Severity.LEARNS_WORSE
        : Severity.HARMLESS;
  }

  private static Epoch end(Scenario scenario, Dataset digits) {
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(scenario.setup(), digits.train(), SAMPLES)
        .run(Math.max(1, scenario.epochs()), digits.test(), epochs::add);
    return epochs.get(epochs.size() - 1);
  }
}
