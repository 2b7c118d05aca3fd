package deltascope.web.mystery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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
}
