package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Catalogue;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
  private static final ScenarioReader STEPPING =
      ScenarioReader.stepping("made", Catalogue::variation);
  private static final ScenarioReader TRAINING =
      ScenarioReader.training("made", Catalogue::variation);

  @Test
  void whatIsNotSaidIsAsTheQuestionThatItBeganWith() {
    assertEquals(
        "{data=made, split=train, net=784-16-16-10, activation=tanh, output=tanh,"
            + " cost=squared-error, init=xavier, seed=1, eta=0.1, batch=4, epochs=0, bugs=,"
            + " sample=0}",
        STEPPING.read(Map.of()).parameters().toString());
    Scenario training = TRAINING.read(Map.of());
    assertEquals(List.of(100, 3), List.of(training.batch(), training.epochs()));
  }

  @Test
  void everyParameterComesBackAsItWasRead() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("data", "mnist");
    said.put("split", "test");
    said.put("net", "49-8-7-10");
    said.put("activation", "sigmoid");
    said.put("output", "softmax");
    said.put("cost", "cross-entropy");
    said.put("init", "uniform");
    said.put("seed", "-12");
    said.put("eta", "2.5");
    said.put("batch", "1024");
    said.put("epochs", "100");
    said.put("batches", "37");
    said.put("limit", "1000");
    said.put("learn", "no");
    said.put("bugs", "error-sign,hidden-slope-missing");
    said.put("sample", "2147483647");
    assertEquals(said, STEPPING.read(said).parameters());
    assertEquals(List.copyOf(ScenarioReader.NAMES), List.copyOf(said.keySet()));
    Map<String, String> turned = new LinkedHashMap<>(said);
    turned.put("bugs", " hidden-slope-missing, error-sign,");
    assertEquals(said, STEPPING.read(turned).parameters(), "one order, whoever writes it");
  }

  @Test
  void anAddressIsReadPairByPair() {
    assertEquals(
        List.of("net=16-10", "bugs=a,b", "split=", "seed=2=3"),
        ScenarioReader.parameters("net=16-10&bugs=a,b&&split=&alone&=7&seed=2=3")
            .entrySet()
            .stream()
            .map(Object::toString)
            .toList());
    assertEquals(Map.of(), ScenarioReader.parameters(""));
    assertEquals(3, STEPPING.read("seed=2&sample=3").sample());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void anEmptyValueCountsAsAbsent(String empty) {
    Map<String, String> blank = new LinkedHashMap<>();
    ScenarioReader.NAMES.forEach(name -> blank.put(name, empty));
    assertEquals(STEPPING.read(Map.of()).parameters(), STEPPING.read(blank).parameters());
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3.0, 3", "0.1, 0.1", "1e-3, 0.001", "+0.5, 0.5", "1E2, 100"})
  void aRateIsReadAsPeopleWriteIt(String said, String plain) {
    assertEquals(plain, STEPPING.read(Map.of("eta", said)).parameters().get("eta"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch  | 0         | batch is 0, expected a whole number in 1…1024
          batch  | 1025      | batch is 1025, expected a whole number in 1…1024
          batch  | 1e2       | batch is 1e2, expected a whole number in 1…1024
          eta    | 0         | eta is 0, expected a number, 0 < η ≤ 100
          eta    | NaN       | eta is NaN, expected a number, 0 < η ≤ 100
          eta    | -Infinity | eta is -Infinity, expected a number, 0 < η ≤ 100
          eta    | 101       | eta is 101, expected a number, 0 < η ≤ 100
          epochs | -1        | epochs is -1, expected a whole number in 0…100
          batches | -1       | batches is -1, expected a whole number from 0
          batches | 1.5      | batches is 1.5, expected a whole number from 0
          limit  | 0         | limit is 0, expected a whole number from 1
          seed   | 0.5       | seed is 0.5, expected a whole number
          sample | -1        | sample is -1, expected a whole number from 0
          split  | half      | split is half, expected train or test
          init   | zero      | init is zero, expected one of xavier, he, normal, uniform, zeros
          net    | 784-10-9  | net is 784-10-9, expected 10 units last, one per digit
          net    | 25-10     | net is 25-10, expected 784, 196, 49 or 16 inputs first
          activation | step  | activation is step, expected one of tanh, sigmoid, relu, linear
          """)
  void aValueOutOfItsRangeIsNamedWithItsRange(String name, String value, String message) {
    Refused refused = assertThrows(Refused.class, () -> STEPPING.read(Map.of(name, value)));
    assertEquals(message, refused.getMessage());
    assertEquals(List.of(name, value), List.of(refused.parameter(), refused.value()));
  }

  @Test
  void aScenarioMadeInCodeHasTheSameBounds() {
    Scenario right = STEPPING.read(Map.of());
    assertEquals("sample is -1, expected at least 0", refused(() -> right.at(-1)));
    Variation one = Catalogue.variation("error-sign");
    assertEquals(
        "bugs is error-sign twice, expected each bug at most once",
        refused(() -> right.with(List.of(one, one))));
    for (double eta : new double[] {0, -1, Double.NaN, 100.5, Double.POSITIVE_INFINITY}) {
      String message =
          refused(
              () ->
                  new Scenario(
                      "made",
                      Split.TRAIN,
                      right.net(),
                      Activation.TANH,
                      Cost.SQUARED_ERROR,
                      Init.XAVIER,
                      1,
                      eta,
                      4,
                      Point.START,
                      Scenario.ALL,
                      true,
                      List.of(),
                      0,
                      null));
      assertEquals("eta is " + eta + ", expected 0 < η ≤ 100", message);
    }
  }

  private static String refused(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(Refused.class, action).getMessage();
  }

  @Test
  void aVeryLongValueIsCutInTheMessage() {
    String message = refused(() -> STEPPING.read(Map.of("init", "x".repeat(10_000))));
    assertTrue(message.length() < 200, message.length() + " characters");
  }

  @Test
  void aNetworkHasAtMostSixLayersOfWeights() {
    assertEquals(6, STEPPING.read(Map.of("net", "16-1-1-1-1-1-10")).net().depth());
    assertEquals(
        "net is 16-1-1-1-1-1-1-10, expected at most 6 layers of weights",
        refused(() -> STEPPING.read(Map.of("net", "16-1-1-1-1-1-1-10"))));
    assertEquals(
        16 * 3 + 3 + 3 * 10 + 10, STEPPING.read(Map.of("net", "16-3-10")).net().parameters());
  }

  @Test
  void weightsAreDrawnWithTheSpreadOfTheirInit() {
    for (String init : new String[] {"xavier", "he", "normal", "uniform", "zeros"}) {
      Setup setup = STEPPING.read(Map.of("init", init, "net", "784-100-10")).setup();
      double[] weights = setup.start().get(setup.net().layer(1).weights()).rowMajor();
      double square = 0;
      double most = 0;
      for (double w : weights) {
        square += w * w / weights.length;
        most = Math.max(most, Math.abs(w));
      }
      double variance =
          switch (init) {
            case "xavier" -> 1 / 784.0;
            case "he" -> 2 / 784.0;
            case "normal" -> 1;
            case "uniform" -> 1 / 3.0;
            default -> 0;
          };
      assertEquals(variance, square, 0.02 * variance, init);
      assertTrue(!init.equals("uniform") || most <= 1);
      double biases = setup.start().get(setup.net().layer(1).biases()).norm();
      assertEquals(init.equals("normal") || init.equals("uniform"), biases > 0, init);
    }
  }

  @Test
  void biasesAreDrawnFromTheDistributionOfTheirInit() {
    for (String init : new String[] {"normal", "uniform"}) {
      Setup setup = STEPPING.read(Map.of("init", init, "net", "16-200-10")).setup();
      Matrix biases = setup.start().get(setup.net().layer(1).biases());
      double variance = biases.norm() * biases.norm() / biases.size();
      // An estimate from 200 draws is off by a tenth (normal) or a sixteenth (uniform).
      assertEquals(
          init.equals("normal") ? 1 : 1 / 3.0, variance, init.equals("normal") ? 0.3 : 0.07);
      assertEquals(init.equals("normal"), biases.maxAbs() > 1, init);
    }
  }

  @Test
  void oneLayerMoreMovesNoOtherLayersWeights() {
    Setup two = STEPPING.read(Map.of("net", "16-5-10")).setup();
    Setup three = STEPPING.read(Map.of("net", "16-5-5-10")).setup();
    assertTrue(
        two.start()
            .get(two.net().layer(1).weights())
            .sameValues(three.start().get(three.net().layer(1).weights())));
  }
}
