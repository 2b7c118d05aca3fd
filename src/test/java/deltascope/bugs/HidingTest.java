package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.data.Digits;
import deltascope.data.Library;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bug that another one hides is named, with the one that hides it. */
class HidingTest {
  private static final Digits DIGITS = Library.made(120);

  private static Map<String, String> hidden(String bugs) {
    return Hiding.of(Home.scenario("net=16-10-10-10&bugs=" + bugs), DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    // a = z, whatever the slope: 0.01 is overwritten by 0, and 0 lets nothing through
    "constant-init, zero-init",
    "activation-twice, zero-init",
    // int(label / 255) is 0 for any label
    "label-off-by-one, label-scaled",
    "labels-shuffled, label-scaled",
    // U = g needs no reset
    "shared-buffer, last-sample-only",
    // one slope is put in place of the other
    "slope-of-activation, slope-of-another-function",
  })
  void theOtherHidesIt(String hidden, String by) {
    assertEquals(Map.of(hidden, by), hidden(hidden + "," + by));
    assertEquals(Map.of(hidden, by), hidden(by + "," + hidden));
  }

  @Test
  void aThirdThatHasNothingToDoWithItIsNotBlamed() {
    assertEquals(
        Map.of("labels-shuffled", "label-scaled"),
        hidden("labels-shuffled,error-sign,label-scaled"));
  }

  @Test
  void bothActWhereTwoMeetInOneEquation() {
    assertEquals(Map.of(), hidden("error-sign,factor-two-dropped"));
    assertEquals(Map.of(), hidden("sum-not-mean,gradient-ascent"));
  }

  @Test
  void aBugThatChangesNothingByItselfIsNotHidden() {
    // forward-recomputed costs time and changes no number, alone or not.
    assertTrue(!hidden("forward-recomputed,error-sign").containsKey("error-sign"));
  }

  @Test
  void oneAloneIsNotHidden() {
    assertEquals(Map.of(), hidden("label-scaled"));
  }
}
