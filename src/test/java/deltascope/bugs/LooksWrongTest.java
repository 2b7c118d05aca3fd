package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Quantity;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Matrix;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Walk;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks wrong is to be seen where the card says, and is right. */
class LooksWrongTest {
  private static final Digits DIGITS = Library.made(100);

  private static LooksWrong card(String id) {
    return LooksWrong.all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Step seen(String id) {
    String address = card(id).address();
    Scenario scenario = Home.scenario(address);
    int step = Integer.parseInt(address.replaceAll(".*step=(\\d+).*", "$1"));
    return Home.walk(scenario, DIGITS).trace(scenario.sample()).steps().get(step);
  }

  private static Matrix result(String id) {
    return Objects.requireNonNull(seen(id).result());
  }

  @ParameterizedTest
  @CsvSource({
    "no-slope-with-cross-entropy, output-error, 3",
    "zero-gradient-when-saturated, hidden-error, 1",
    "zero-column-under-blank-pixel, weight-gradient, 1",
    "no-two-with-one-half, output-error, 3",
    "no-decay-of-biases, update-biases, 1",
    "cost-rises-for-a-batch, cost, 0",
    "same-error-for-one-class, output-error, 3",
  })
  void theAddressLeadsToTheStep(String id, String equation, int layer) {
    Step step = seen(id);
    assertEquals(equation, step.equation().id());
    assertEquals(layer, step.layer());
    assertTrue(step.acting().isEmpty());
    assertEquals(7, LooksWrong.all().size());
  }

  @Test
  void crossEntropyHasNoSlopeAndHalfASquareNoTwo() {
    String none = seen("no-slope-with-cross-entropy").line().formula().latex();
    assertEquals("\\delta^{3} = a^{3} - y", none);
    assertFalse(seen("no-two-with-one-half").line().formula().latex().contains("2 "));
  }

  @Test
  void aSaturatedUnitHasNoErrorAndABlankPixelNoColumn() {
    double[] errors = result("zero-gradient-when-saturated").rowMajor();
    double least = Arrays.stream(errors).map(Math::abs).min().orElseThrow();
    assertTrue(least < 1e-3 * Arrays.stream(errors).map(Math::abs).max().orElseThrow());
    Step gradient = seen("zero-column-under-blank-pixel");
    Matrix pixels = gradient.operand(Quantity.A.of(0));
    Matrix columns = result("zero-column-under-blank-pixel");
    int blank = 0;
    for (int p = 0; p < pixels.rows(); p++) {
      if (pixels.at(p, 0) == 0) {
        assertEquals(0, columns.columnAt(p).norm());
        blank++;
      }
    }
    assertTrue(blank > 100);
  }

  @Test
  void twoPicturesOfADigitHaveOneErrorAtAStartFromZeros() {
    int[] threes = DIGITS.indicesOf(3);
    Walk walk = Home.walk(Home.scenario("init=zeros&batch=100"), DIGITS);
    Matrix one = walk.trace(threes[0]).steps().get(9).result();
    Matrix other = walk.trace(threes[1]).steps().get(9).result();
    assertTrue(Objects.requireNonNull(one).sameValues(Objects.requireNonNull(other)));
  }
}
