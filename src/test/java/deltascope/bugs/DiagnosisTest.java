package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.DigitSamples;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.Setup;
import deltascope.network.TraceNames;
import deltascope.network.Trainer;
import deltascope.network.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program's numbers give away its bug. */
class DiagnosisTest {
  private static final Digits DIGITS = Library.made(120);
  private static final double TOLERANCE = 1e-9;

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  private static Diagnosis diagnosed(Map<String, Matrix> own, Scenario scenario) {
    return Diagnosis.of(own, scenario, DIGITS, scenario.setup().start(), TOLERANCE);
  }

  private static Map<String, Matrix> numbers(Scenario scenario) {
    Setup setup = scenario.setup();
    DigitSamples samples = DigitSamples.of(DIGITS, scenario.split(), setup.net().inputs());
    Map<String, Matrix> numbers = new LinkedHashMap<>();
    TraceNames.of(new Walk(setup, samples, setup.start()).trace(scenario.sample()))
        .forEach((name, met) -> numbers.put(name, met.value()));
    return numbers;
  }

  /** With the rounding that sums in another order bring. */
  private static Map<String, Matrix> rounded(Map<String, Matrix> numbers) {
    Map<String, Matrix> rounded = new LinkedHashMap<>();
    numbers.forEach((name, matrix) -> rounded.put(name, matrix.scaled(1 + 3e-15)));
    return rounded;
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void aBugsOwnNumbersNameItWhereTheyAreNotTheTextbooks(Bug bug) {
    for (int sample : new int[] {0, 5}) {
      Home home = Home.of(bug, "net=16-10-10-10&batch=2");
      Scenario clean = home.clean().trainedTo(Point.START).at(sample);
      Scenario bugged = clean.with(home.bugged().variations());
      Map<String, Matrix> textbook = numbers(clean);
      Map<String, Matrix> own = numbers(bugged);
      own.keySet().retainAll(textbook.keySet());
      boolean alike =
          own.entrySet().stream()
              .allMatch(one -> one.getValue().sameValues(textbook.get(one.getKey())));
      if (!clean.variations().isEmpty()) {
        continue; // A bug that needs another one to show is no single bug's doing.
      }
      Diagnosis diagnosis = diagnosed(rounded(own), clean);
      assertEquals(
          textbook.keySet().stream().filter(own::containsKey).toList(), diagnosis.compared());
      assertEquals(alike, diagnosis.apart().isEmpty());
      assertTrue(alike || diagnosis.bugs().contains(bug), diagnosis.bugs().toString());
    }
  }

  @Test
  void aTrainedWalkMeetsTheBugWithTheTextbooksWeights() {
    Scenario scenario = Home.scenario("data=made&net=16-4-10&batch=2&sample=1&epochs=1&limit=60");
    Setup setup = scenario.setup();
    Memory trained = setup.start();
    new Trainer(setup, DIGITS, 60).run(trained, 1);
    DigitSamples samples = DigitSamples.of(DIGITS, scenario.split(), 16);
    Map<String, TraceNames.Met> walk = TraceNames.of(new Walk(setup, samples, trained).trace(1));
    Matrix delta = walk.get("W2").value().transposed().times(walk.get("delta2").value());
    Diagnosis diagnosis =
        Diagnosis.of(
            Map.of("z1", walk.get("z1").value(), "delta1", delta),
            scenario,
            DIGITS,
            trained,
            TOLERANCE);
    assertEquals(List.of(Catalogue.bug("hidden-slope-missing")), diagnosis.bugs());
    assertEquals("delta1", diagnosis.apart().get(0).name());
  }

  @Test
  void theFirstThatIsOtherIsThatOfThePassAndSaysWhereItIsFurthestOff() {
    Scenario scenario = Home.scenario("data=made&net=16-4-10&sample=2");
    Map<String, Matrix> own = numbers(scenario);
    Matrix z = own.get("z2").copy();
    z.row(3)[0] += 0.5;
    z.row(7)[0] -= 0.75;
    own.put("dW1", own.get("dW1").scaled(2));
    own.put("z2", z);
    Diagnosis diagnosis = diagnosed(own, scenario);
    Diagnosis.Apart first = diagnosis.apart().get(0);
    assertEquals("z2", first.name());
    assertEquals(7, first.row());
    assertEquals(0.75 / numbers(scenario).get("z2").maxAbs(), first.distance(), 1e-12);
    assertEquals(2, diagnosis.apart().size());
    assertEquals(List.of(), diagnosis.bugs());
    assertEquals(List.of(), diagnosis.begun());
  }

  @Test
  void twoBugsAtOnceAreKnownByTheFirst() {
    Scenario clean = Home.scenario("data=made&net=16-4-10&batch=1");
    Map<String, Matrix> own =
        numbers(Home.scenario("data=made&net=16-4-10&batch=1&bugs=error-sign,first-layer-frozen"));
    own.keySet().retainAll(List.of("a2", "delta2", "W1_new", "W2_new"));
    Diagnosis diagnosis = diagnosed(own, clean);
    assertEquals(List.of(), diagnosis.bugs());
    assertEquals(List.of(Catalogue.bug("error-sign")), diagnosis.begun());
  }

  @Test
  void whatThePassDoesNotMeetIsRefused() {
    Scenario scenario = Home.scenario("data=made&net=16-4-10");
    Refused refused =
        assertThrows(Refused.class, () -> diagnosed(Map.of("W1_new", Matrix.scalar(1)), scenario));
    assertEquals("arrays", refused.parameter());
    assertEquals("W1_new", refused.value());
  }

  @Test
  void theWorkIsBounded() {
    Refused large =
        assertThrows(
            Refused.class,
            () -> Diagnosis.mustBeBounded(Home.scenario("data=made&net=784-1024-10")));
    assertEquals("net", large.parameter());
    Refused far =
        assertThrows(
            Refused.class, () -> Diagnosis.mustBeBounded(Home.scenario("data=made&sample=59999")));
    assertEquals("sample", far.parameter());
    Diagnosis.mustBeBounded(Home.scenario("data=made&sample=59999&learn=no"));
  }
}
