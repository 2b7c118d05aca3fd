package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.checks.Subject;
import deltascope.checks.Verdict;
import deltascope.data.Dataset;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grid is what each check says by itself, and what a training by itself comes to. */
class MeasurementTest {
  private static final Dataset FEW = few();
  private static Grid grid;

  private static Dataset few() {
    Digits train = Library.made(300);
    Digits test = Library.made(120);
    return new Dataset("made", "A few made digits", () -> train, () -> test);
  }

  @BeforeAll
  static void measure() {
    Measurement measurement = new Measurement(FEW);
    assertEquals(0, measurement.done());
    grid = measurement.run(() -> true).orElseThrow();
    assertEquals(measurement.total(), measurement.done());
  }

  private static Grid.Row row(String id) {
    return grid.rows().stream()
        .filter(row -> row.bug() != null && row.bug().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thereIsARowForEveryBugAndOneForNone() {
    assertEquals(Catalogue.bugs().size() + 1, grid.rows().size());
    assertNull(grid.rows().get(0).bug());
    for (int n = 0; n < Catalogue.bugs().size(); n++) {
      assertEquals(Catalogue.bugs().get(n), grid.rows().get(n + 1).bug());
      assertEquals(Checks.checks().size(), grid.rows().get(n + 1).cells().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error-sign",
        "evaluation-shares-label-bug",
        "weights-not-transposed",
        "reinitialised-each-epoch"
      })
  void aCellIsWhatTheCheckSaysByItself(String id) {
    Home home = Home.of(Catalogue.bug(id), "data=made&net=784-30-10");
    Subject subject = new Subject(home.bugged(), FEW);
    for (Check check : Checks.checks()) {
      Finding found = Checks.run(check, subject);
      Grid.Cell cell = Objects.requireNonNull(row(id).cells().get(check.id()));
      assertEquals(found.verdict(), cell.verdict(), check.id());
      assertEquals(found.detail(), cell.detail());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-sign", "sum-not-mean", "naive-exponentials"})
  void theAccuraciesAreThoseOfATrainingByItself(String id) {
    Home home = Home.of(Catalogue.bug(id), "data=made&net=784-30-10&batch=10&eta=0.03");
    Grid.Learned learned = Objects.requireNonNull(row(id).learned());
    assertEquals(end(home.bugged()), learned.with(), 1e-9);
    assertEquals(end(home.clean()), learned.without(), 1e-9);
  }

  private static double end(Scenario scenario) {
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(scenario.setup(), FEW.train(), 8_000)
        .run(Math.max(1, scenario.epochs()), FEW.test(), epochs::add);
    return epochs.get(epochs.size() - 1).testAccuracy();
  }

  @Test
  void theAddressOfARowIsItsScenario() {
    Map<String, String> shared = row("evaluation-shares-label-bug").parameters();
    assertEquals("label-scaled,evaluation-shares-label-bug", shared.get("bugs"));
    assertEquals("784-30-10", shared.get("net"));
    assertEquals("16-10-10-10", row("wrong-layer-activation").parameters().get("net"));
    assertEquals(Map.of("data", "made", "net", "784-30-10"), grid.rows().get(0).parameters());
  }

  @ParameterizedTest
  @CsvSource({"44.9, 90, FAIL", "45, 90, WARN", "87.9, 90, WARN", "88, 90, PASS", "100, 9.8, PASS"})
  void accuracyIsHeldAgainstThatOfTheProgramWithoutTheBug(
      double with, double without, Verdict verdict) {
    assertEquals(verdict, new Grid.Learned(Map.of(), with, without).verdict());
  }

  @Test
  void aMeasurementNobodyListensToEnds() {
    Measurement measurement = new Measurement(FEW);
    assertEquals(Optional.empty(), measurement.run(() -> false));
    assertTrue(measurement.done() < measurement.total());
  }
}
