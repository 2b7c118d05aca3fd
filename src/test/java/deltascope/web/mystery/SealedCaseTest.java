package deltascope.web.mystery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import deltascope.network.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedCaseTest {
  /** As the first version wrote it: tokens that were handed out then still open. */
  private static final String WRITTEN =
      """
      1
      2
      1

      made
      test
      16-7-10
      sigmoid
      softmax
      cross-entropy
      uniform
      -12
      2.5
      3
      1
      error-sign,hidden-slope-missing""";

  @Test
  void aCaseIsWrittenAndReadAsItAlwaysWas() {
    SealedCase open =
        new SealedCase(
            MadeGround.scenario(
                "data=made&split=test&net=16-7-10&activation=sigmoid&output=softmax"
                    + "&cost=cross-entropy&init=uniform&seed=-12&eta=2.5&batch=3&epochs=1"
                    + "&bugs=error-sign,hidden-slope-missing&sample=7"),
            2,
            true,
            false);
    assertEquals(WRITTEN, open.text());
    SealedCase read = SealedCase.read(WRITTEN, MadeGround.READER);
    assertEquals(open.scenario().parameters(), read.scenario().parameters());
    assertEquals(open.text(), read.text());
  }

  /** With two more lines, as the second version wrote it, which knew of no "learn". */
  @Test
  void aLongerCaseThatWasWrittenEarlierIsRead() {
    String longer = "2" + WRITTEN.substring(1) + "\n7\n500";
    Scenario read = SealedCase.read(longer, MadeGround.READER).scenario();
    assertEquals("7", read.parameters().get("batches"));
    assertEquals("500", read.parameters().get("limit"));
    assertTrue(read.learns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"batches=7&limit=500", "learn=no", "limit=500&learn=no", "batches=7"})
  void whatIsSeldomSaidIsReadAsItWasWritten(String seldom) {
    String query = "data=made&net=16-7-10&seed=5&epochs=1&bugs=error-sign&" + seldom;
    SealedCase open = new SealedCase(MadeGround.scenario(query), 2, true, false);
    SealedCase read = SealedCase.read(open.text(), MadeGround.READER);
    assertEquals(open.scenario().parameters(), read.scenario().parameters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "", "1\n2"})
  void anotherVersionIsRefused(String version) {
    String text = version + WRITTEN.substring(1);
    assertThrows(Refused.class, () -> SealedCase.read(text, MadeGround.READER));
  }
}
