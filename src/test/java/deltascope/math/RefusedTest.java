package deltascope.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefusedTest {
  @Test
  void aRefusalNamesParameterValueAndRange() {
    Refused refused = new Refused("eta", -1, "0 … 10");
    assertEquals("eta", refused.parameter());
    assertEquals("-1", refused.value());
    assertEquals("0 … 10", refused.range());
    assertEquals("eta is -1, expected 0 … 10", refused.getMessage());
  }

  @Test
  void aValueIsCutOnlyBeyond80Characters() {
    assertEquals("x".repeat(80), new Refused("net", "x".repeat(80), "").value());
    assertEquals("x".repeat(80) + "…", new Refused("net", "x".repeat(81), "").value());
  }

  @Test
  void soIsANameThatNobodyKnows() {
    assertEquals("x".repeat(80), new Refused("x".repeat(80), "", "").parameter());
    assertEquals("x".repeat(80) + "…", new Refused("x".repeat(81), "", "").parameter());
  }
}
