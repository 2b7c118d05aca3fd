package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.Init;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No check accuses a right program, and all say the same whenever they are asked. */
class GreenTest {
  /**
   * Every hidden activation with every output and every cost that suits it, on two networks; half
   * the squared error, which twice the rate trains as the whole, on the first alone.
   */
  static List<Object[]> right() {
    List<Object[]> all = new ArrayList<>();
    for (Activation hidden : Activation.values()) {
      for (Activation output : Activation.values()) {
        for (Cost cost : Cost.values()) {
          boolean probabilities = output == Activation.SIGMOID || output == Activation.SOFTMAX;
          if (hidden != Activation.SOFTMAX && (probabilities || cost != Cost.CROSS_ENTROPY)) {
            all.add(new Object[] {"784-30-10", hidden, output, cost, Init.XAVIER});
            if (cost != Cost.HALF_SQUARED_ERROR) {
              all.add(new Object[] {"784-16-16-10", hidden, output, cost, Init.HE});
            }
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
  @MethodSource("right")
  void noCheckNoticesARightProgram(
      String net, Activation hidden, Activation output, Cost cost, Init init) {
    Subject subject = Programs.subject(net, hidden, output, cost, init, 0, Programs.RIGHT);
    for (Check check : Checks.checks()) {
      Finding finding = check.run(subject);
      assertFalse(finding.verdict().notices(), check.id() + ": " + finding);
      if (finding.verdict() == Verdict.INCONCLUSIVE) {
        assertTrue(mayBeSilent(check.id(), hidden, output), check.id() + ": " + finding);
      }
    }
  }

  /** Where nothing can be said. */
  private static boolean mayBeSilent(String check, Activation hidden, Activation output) {
    return switch (check) {
      case "dead-units" -> hidden != Activation.RELU;
      case "saturation" -> hidden == Activation.RELU || hidden == Activation.LINEAR;
      case "overfit-a-few" ->
          output == Activation.RELU || hidden == Activation.LINEAR || hidden == Activation.RELU;
      case "one-class-fingerprint", "plateau-fingerprint" -> hidden == Activation.SIGMOID;
      default -> false;
    };
  }

  @Test
  void everyCheckOfTheCatalogueIsThere() {
    Set<String> ids = Checks.checks().stream().map(Check::id).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "gradient-check",
            "gradient-slope",
            "tiny-step",
            "initial-cost",
            "plateau-fingerprint",
            "one-class-fingerprint",
            "label-histogram",
            "overfit-a-few",
            "saturation",
            "dead-units",
            "error-norms",
            "update-ratio",
            "buffer-identity",
            "symmetric-units",
            "input-range",
            "batch-algebra"),
        ids);
    for (Check check : Checks.checks()) {
      assertFalse(check.title().isBlank() || check.says().isBlank(), check.id());
    }
  }

  @Test
  void aNewLookFindsTheSame() {
    for (Check check : Checks.checks()) {
      Finding first = Programs.find(check, Programs.SLOPE_MISSING);
      Subject again = Programs.subject(Programs.SLOPE_MISSING);
      Checks.checks().forEach(other -> Checks.run(other, again));
      assertEquals(first, Checks.run(check, again), check.id());
    }
  }

  @Test
  void everySentenceHasItsNumbers() {
    Subject subject = Programs.subject(Programs.RIGHT);
    for (Check check : Checks.checks()) {
      String detail = check.run(subject).detail();
      assertTrue(detail.matches(".*\\d.*\\."), check.id() + ": " + detail);
    }
  }

  @Test
  void numbersAreWrittenAsOnPaper() {
    assertEquals("3·10⁻¹⁰", Said.number(3.1e-10));
    assertEquals("−2·10⁷", Said.number(-2e7));
    assertEquals("−0.131", Said.number(-0.1312));
    assertEquals("0.00840", Said.number(0.0084));
    assertEquals("60000", Said.number(60000));
    assertEquals("10.83", Said.number(10.8321));
    assertEquals("123.5", Said.number(123.456));
    assertEquals("0", Said.number(0));
    assertEquals("NaN", Said.number(Double.NaN));
    assertEquals("−∞", Said.number(Double.NEGATIVE_INFINITY));
    assertEquals("12.5 %", Said.percent(0.125));
  }
}
