package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Quantity;
import deltascope.bugs.Catalogue;
import deltascope.data.Library;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A prepared place shows what its name promises, on made digits as on any others. */
class StartingPointTest {
  private static final Walks WALKS =
      new Walks(new Library(Path.of("no", "such", "folder")), Trainer::trained);

  private static StartingPoint.Place found(StartingPoint point) {
    return point.find(WALKS, ScenarioReader.stepping("made", Catalogue::variation));
  }

  private static Step step(StartingPoint.Place place) {
    return WALKS.trace(place.scenario()).steps().get(place.step());
  }

  @Test
  void theFirstStepIsTheFirstWeightedSumOfTheFirstSample() {
    StartingPoint.Place place = found(StartingPoint.FIRST_STEP);
    assertEquals(0, place.scenario().sample());
    assertEquals(EquationId.WEIGHTED_SUM, step(place).equation());
    assertEquals(1, step(place).layer());
  }

  @Test
  void theSaturatedUnitLetsNoErrorThrough() {
    StartingPoint.Place place = found(StartingPoint.SATURATED_UNIT);
    Step step = step(place);
    double slope = step.operand(Quantity.SLOPE.of(1)).at(place.unit(), 0);
    assertTrue(slope < 1e-5, "slope " + slope);
    Matrix delta = step.result();
    assertTrue(delta != null && Math.abs(delta.at(place.unit(), 0)) < 1e-4, "almost no error left");
  }

  @Test
  void inANearTieTheTwoLargestOutputsAreClose() {
    Trace trace = WALKS.trace(found(StartingPoint.NEAR_TIE).scenario());
    double[] outputs = trace.after().get(Quantity.A.of(3)).rowMajor();
    Arrays.sort(outputs);
    assertTrue(outputs[9] - outputs[8] < 0.05, Arrays.toString(outputs));
    assertTrue(outputs[9] > 0, "and both say yes");
  }

  @Test
  void allRightAlreadyMeansTheDigitIsReadAndHardlyCostsAnything() {
    Trace trace = WALKS.trace(found(StartingPoint.ALL_RIGHT).scenario());
    assertTrue(trace.after().get(Quantity.COST.of(0)).at(0, 0) < 0.02);
    assertEquals(trace.after().get(Quantity.LABEL.of(0)).at(0, 0), trace.predicted());
  }
}
