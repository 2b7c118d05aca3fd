package deltascope.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.data.Library;
import deltascope.data.Split;
import deltascope.network.DigitSamples;
import deltascope.network.Evaluation;
import deltascope.network.Moment;
import deltascope.network.Samples;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import deltascope.network.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants that give a broken network away, and when a training sits on one. */
class LandmarksTest {
  private static final Digits TRAIN = Library.made(400);
  private static final Digits TEST = Library.made(130);

  private static Scenario scenario(String parameters) {
    return ScenarioReader.training("made", Catalogue::variation).read(parameters);
  }

  private static Map<String, Double> costs(Scenario scenario) {
    return new Landmarks(scenario.setup(), TEST)
        .all().stream()
            .filter(landmark -> landmark.kind() == Landmark.Kind.COST)
            .collect(Collectors.toMap(Landmark::name, Landmark::value));
  }

  @Test
  void theAccuracyOfAlwaysOneDigitIsItsShareOfTheTest() {
    List<Landmark> all = new Landmarks(scenario("net=16-10").setup(), TEST).all();
    for (int k = 0; k < 10; k++) {
      int count = 0;
      for (int i = 0; i < 130; i++) {
        count += TEST.label(i) == k ? 1 : 0;
      }
      assertEquals(
          new Landmark("always “" + k + "”", Landmark.Kind.ACCURACY, 100.0 * count / 130),
          all.get(k));
    }
  }

  @Test
  void thePlateausOfTanhAndSquaredErrorAreThoseWorkedByHand() {
    Map<String, Double> costs = costs(scenario("net=16-10"));
    assertEquals(10, costs.get("all 0"), 1e-9, "ten units, each 1 off");
    assertEquals(4, costs.get("all −1"), 1e-9, "one unit 2 off");
    assertEquals(36, costs.get("all 1"), 1e-9, "nine units 2 off");
    double threes = 0;
    double mean = 0;
    for (int k = 0; k < 10; k++) {
      double share = 0;
      for (int i = 0; i < 130; i++) {
        share += TEST.label(i) == k ? 1 / 130.0 : 0;
      }
      threes = k == 3 ? share : threes;
      mean += 4 * share * (1 - share);
    }
    assertEquals(8 * (1 - threes), costs.get("always “3”"), 1e-9, "two units 2 off where wrong");
    assertEquals(mean, costs.get("the mean target"), 1e-9, "the variance of the targets");
  }

  @Test
  void theCostsOfNoNumberAreLeftOut() {
    Map<String, Double> costs = costs(scenario("net=16-10&output=softmax&cost=cross-entropy"));
    assertEquals(Math.log(10), costs.get("all 1/10"), 1e-9);
    assertFalse(costs.containsKey("always “3”"), "−ln 0 where it is wrong");
  }

  static Stream<Bug> bugs() {
    return Catalogue.bugs().stream();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void everyProgramHasThem(Bug bug) {
    Scenario clean = scenario(bug.card().home() + "&net=16-10-10");
    List<Variation> variations = new ArrayList<>(clean.variations());
    variations.add(Catalogue.variation(bug.id()));
    assertTrue(new Landmarks(clean.with(variations).setup(), TEST).all().size() > 10);
  }

  private static List<List<String>> met(String parameters) {
    Scenario scenario = scenario(parameters);
    Landmarks landmarks = new Landmarks(scenario.setup(), TEST);
    List<Moment> moments = new ArrayList<>();
    new Trainer(scenario.setup(), TRAIN, 400)
        .watch(scenario.epochs(), TEST, (moment, state) -> moments.add(moment));
    return moments.stream()
        .map(
            moment ->
                landmarks.met(moment.test()).stream()
                    .map(place -> landmarks.all().get(place))
                    .map(landmark -> landmark.kind() + " " + landmark.name())
                    .toList())
        .toList();
  }

  @Test
  void zeroWeightsSitWhereEverythingIsZeroAndSayTheFirstDigit() {
    assertEquals(
        List.of("ACCURACY always “0”", "COST all 0"), met("net=16-10&init=zeros&epochs=0").get(0));
  }

  @Test
  void someOfTheTestDigitsAreComparedWithTheConstantsOfTheSame() {
    Setup setup = scenario("net=16-10&init=zeros").setup();
    Samples samples = DigitSamples.of(TEST, Split.TEST, 16);
    int[] some = Evaluation.spread(130, 37);
    Evaluation evaluation = Evaluation.of(setup, setup.start(), samples, some);
    long zeros = IntStream.of(some).filter(i -> TEST.label(i) == 0).count();
    assertEquals(100.0 * zeros / 37, evaluation.accuracy(), 1e-12);
    Landmarks landmarks = new Landmarks(setup, TEST);
    assertTrue(Math.abs(landmarks.all().get(0).value() - evaluation.accuracy()) > 0.1);
    assertTrue(landmarks.met(evaluation).contains(0), "it says 0 of every digit");
  }

  @Test
  void aNetworkThatSaturatesEndsOnThePlateauOfItsOutputs() {
    List<List<String>> met =
        met("net=784-16-10&bugs=pixels-unscaled,sum-not-mean&epochs=2&batch=20");
    assertTrue(met.get(met.size() - 1).contains("COST all −1"), met.toString());
  }

  @Test
  void aNetworkThatLearnsSitsOnNoneAtItsEnd() {
    List<List<String>> met = met("net=49-16-10&epochs=5&batch=10");
    assertEquals(List.of(), met.get(met.size() - 1));
  }
}
