package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.Equations;
import deltascope.network.Init;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checks of accumulators, batches and updates. */
class BatchChecksTest {
  private static final BufferIdentity BUFFERS = new BufferIdentity();
  private static final BatchAlgebra ALGEBRA = new BatchAlgebra();
  private static final UpdateRatio RATIO = new UpdateRatio();

  private static Subject zeros() {
    return Programs.subject(
        "49-12-10",
        Activation.TANH,
        Activation.TANH,
        Cost.SQUARED_ERROR,
        Init.ZEROS,
        0,
        Programs.RIGHT);
  }

  @Test
  void twoNamesForOneObjectAreSeenAtOnce() {
    Finding found = Programs.find(BUFFERS, Programs.NEVER_RESET);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(4, found.value(), "an alias and a norm in each of two layers");
    assertTrue(
        found.detail().startsWith("ΣW¹ is one object with its own template"), found.detail());
    assertEquals(Verdict.FAIL, Programs.part(found, "sumW2").verdict());
    assertEquals(Verdict.PASS, Programs.part(found, "sumb1").verdict());
  }

  @Test
  void aForgottenResetLeavesTheSum() {
    Finding found = Programs.find(BUFFERS, Programs.RESET_FORGOTTEN);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(4, found.value());
    assertTrue(found.detail().contains("after its reset"), found.detail());
  }

  @Test
  void aLayerThatStandsStillIsNamed() {
    Finding found = Programs.find(BUFFERS, Programs.FIRST_FROZEN);
    assertEquals(2, found.value());
    assertTrue(found.detail().startsWith("W¹ stands still although ΣW¹ was"), found.detail());
  }

  @Test
  void rowsThatAreOneObjectAreCounted() {
    Finding found = Programs.find(BUFFERS, SharedRows.BUG);
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.detail().startsWith("The 12 rows of ΣW¹ are 1 objects"), found.detail());
  }

  @Test
  void aRightProgramHasNoFaultEvenWhereNothingMoves() {
    Finding found = Programs.find(BUFFERS, Programs.RIGHT);
    assertEquals(Verdict.PASS, found.verdict());
    assertEquals(0, found.value());
    assertEquals(Verdict.PASS, BUFFERS.run(zeros()).verdict());
  }

  @Test
  void aSumTakenForAMeanDoublesTheStep() {
    Finding found = Programs.find(ALGEBRA, Programs.SUMMED);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(2, found.value(), 1e-9);
    assertEquals(2, Programs.part(found, "sum of the batch twice").value(), 1e-9);
  }

  @Test
  void theLastSampleAloneDoesNotDoubleTheSum() {
    Finding found = Programs.find(ALGEBRA, Programs.LAST_ONLY);
    assertEquals(Verdict.FAIL, Programs.part(found, "sum of the batch twice").verdict());
  }

  @Test
  void samplesThatTouchAreSeen() {
    Finding found = Programs.find(ALGEBRA, Programs.MIXED);
    assertTrue(Programs.part(found, "sample 2 on sample 1").value() > 1e-3);
    assertEquals(Verdict.FAIL, found.verdict());
  }

  @Test
  void anIgnoredBatchSizeMakesFewerUpdates() {
    Finding found = Programs.find(ALGEBRA, Programs.BATCH_IGNORED);
    assertEquals(600, Programs.part(found, "updates per epoch").value());
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.detail().contains("has 600 updates where 15000 are due"), found.detail());
  }

  @Test
  void aRightProgramKeepsTheAlgebraOfBatches() {
    Finding found = Programs.find(ALGEBRA, Programs.RIGHT);
    assertEquals(Verdict.PASS, found.verdict());
    assertEquals(1, found.value(), 1e-12);
    assertEquals(0, Programs.part(found, "sample 2 on sample 1").value());
  }

  @Test
  void stepsThirtyTimesTooLongAreSeen() {
    assertEquals(Verdict.PASS, wide(Programs.RIGHT).verdict());
    Finding found = wide(Programs.THIRTY);
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.value() > 1, found.toString());
    assertTrue(found.detail().startsWith("Update 1 moves W¹"), found.detail());
    assertEquals(Verdict.FAIL, wide(Programs.SUMMED).verdict());
  }

  private static Finding wide(UnaryOperator<Equations> bug) {
    return RATIO.run(
        Programs.subject("784-30-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, bug));
  }

  @Test
  void aFrozenLayerMovesByNothing() {
    Finding found = Programs.find(RATIO, Programs.FIRST_FROZEN);
    assertEquals(Verdict.FAIL, found.verdict());
    assertEquals(0, Programs.part(found, "W1").value());
    assertEquals(Verdict.PASS, Programs.part(found, "W2").verdict());
  }

  @Test
  void aProgramThatStopsFailsInTheWordsOfItsError() {
    Finding found = Programs.find(ALGEBRA, Programs.NOT_TRANSPOSED);
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(
        found.detail().startsWith("The program stops: shapes (10 × 12) · (10 × 4) do not fit"),
        found.detail());
  }
}
