package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deltascope.algebra.Function;
import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.data.Library;
import deltascope.network.Activation;
import deltascope.network.DigitSamples;
import deltascope.network.Layer;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import deltascope.network.Walk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every formula displayed, worked out by a reader of its LaTeX, gives the numbers displayed. */
class ParityTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Map<String, String>> randomScenarios() {
    return IntStream.range(0, 40).mapToObj(seed -> scenario(new Random(seed), seed));
  }

  private static Map<String, String> scenario(Random random, int seed) {
    Map<String, String> scenario = new LinkedHashMap<>();
    int inputs = seed % 8 == 0 ? 784 : seed % 8 == 1 ? 196 : pick(random, 49, 16, 16);
    StringBuilder net = new StringBuilder().append(inputs);
    for (int hidden = random.nextInt(4); hidden > 0; hidden--) {
      net.append('-').append(1 + random.nextInt(inputs == 784 ? 16 : 12));
    }
    scenario.put("data", seed % 4 == 0 ? "" : "made");
    scenario.put("split", pick(random, "train", "test"));
    scenario.put("net", net + "-10");
    String activation = pick(random, "tanh", "sigmoid", "relu", "linear");
    String output = pick(random, "tanh", "sigmoid", "relu", "linear", "softmax");
    boolean probabilities = output.equals("sigmoid") || output.equals("softmax");
    boolean bounded = activation.equals("tanh") || activation.equals("sigmoid");
    scenario.put("activation", activation);
    scenario.put("output", output);
    scenario.put(
        "cost",
        probabilities
            ? pick(random, "squared-error", "half-squared-error", "cross-entropy")
            : pick(random, "squared-error", "half-squared-error"));
    // e^z of a displayed definition overflows where unbounded layers start from large weights.
    scenario.put(
        "init",
        bounded
            ? pick(random, "xavier", "he", "normal", "uniform", "zeros")
            : pick(random, "xavier", "he", "zeros"));
    scenario.put("seed", "" + random.nextLong());
    scenario.put("eta", "" + (0.01 + 0.1 * random.nextDouble()));
    int batch = 1 + random.nextInt(5);
    scenario.put("batch", "" + batch);
    int sample = random.nextInt(9);
    scenario.put("sample", "" + (seed % 2 == 0 ? sample / batch * batch + batch - 1 : sample));
    return scenario;
  }

  @ParameterizedTest
  @MethodSource("randomScenarios")
  void everyFormulaGivesTheNumbersBesideIt(Map<String, String> scenario) {
    String[] clean = {""};
    String[] bugged = {"error-sign", "hidden-slope-missing", "error-sign,hidden-slope-missing"};
    for (String[] bugs : new String[][] {clean, bugged}) {
      for (String bug : bugs) {
        Map<String, String> asked = new LinkedHashMap<>(scenario);
        asked.put("bugs", bug);
        TraceJson trace = TraceJson.get(server, query(asked));
        Parity parity = parity(asked, Integer.parseInt(asked.get("batch")));
        assertEquals(List.of(), parity.faults(trace), asked.toString());
        assertEquals(2 * trace.steps().size(), parity.checked());
      }
    }
  }

  static Stream<Map<String, String>> everyBug() {
    return Catalogue.bugs().stream().map(ParityTest::atHome);
  }

  /** A small network, and what the bug's home asks for beside it. */
  private static Map<String, String> atHome(Bug bug) {
    Map<String, String> scenario = new LinkedHashMap<>(Map.of("data", "made", "seed", "3"));
    scenario.putAll(Map.of("net", "16-10-10-10", "batch", "4", "sample", "3", "bugs", ""));
    scenario.putAll(ScenarioReader.parameters(bug.card().home()));
    scenario.remove("epochs");
    scenario.merge("bugs", bug.id(), (with, id) -> with.isEmpty() ? id : with + "," + id);
    scenario.put("sample", "" + (Integer.parseInt(scenario.get("batch")) - 1));
    return scenario;
  }

  @ParameterizedTest
  @MethodSource("everyBug")
  void everyBugsFormulaGivesTheNumbersBesideIt(Map<String, String> scenario) {
    int batch = Integer.parseInt(scenario.get("batch"));
    for (int sample : new int[] {batch - 1, batch}) {
      Map<String, String> asked = new LinkedHashMap<>(scenario);
      asked.put("sample", "" + sample);
      TraceJson trace = TraceJson.get(server, query(asked));
      boolean hundred = asked.get("bugs").contains("batch-size-ignored");
      Parity parity = parity(asked, hundred ? 100 : batch);
      assertEquals(List.of(), parity.faults(trace), asked.toString());
      assertEquals(2 * trace.steps().size(), parity.checked());
    }
  }

  @Test
  void theLastBatchDividesByItsOwnSize() {
    JsonNode sets = TraceJson.parse(Asked.get(server, "/api/datasets"));
    int count = 0;
    for (JsonNode set : sets) {
      if (set.get("id").asText().equals("made")) {
        count = set.get("splits").get("test").get("count").asInt();
      }
    }
    int batch = 7;
    int own = count % batch;
    assertTrue(own > 0, count + " samples");
    Map<String, String> last = new HashMap<>(Map.of("data", "made", "split", "test"));
    last.putAll(
        Map.of("net", "16-3-10", "batch", "" + batch, "sample", "" + (count - 1), "eta", "0.3"));
    TraceJson trace = TraceJson.get(server, query(last));
    assertEquals("reset", trace.steps().get(trace.steps().size() - 1).get("equation").asText());
    assertEquals(List.of(), parity(last, own).faults(trace));
    assertFalse(parity(last, batch).faults(trace).isEmpty(), "m is not the batch asked for");
  }

  @ParameterizedTest
  @CsvSource({
    "weighted-sum, 1, +, -",
    "weighted-sum, 1, a^{0}, a^{1}",
    "weighted-sum, 2, + b^{2}, ''",
    "activation, 2, \\tanh, \\sigma",
    "cost, 0, ^{2}, ''",
    "cost, 0, y_{k}, a^{2}_{k}",
    "output-error, 2, 2, ''",
    "output-error, 2, a^{2} - y, y - a^{2}",
    "output-error, 2, \\odot \\varphi' \\left(z^{2}\\right), ''",
    "hidden-error, 1, ^{\\top}, ''",
    "hidden-error, 1, z^{1}, z^{2}",
    "weight-gradient, 2, a^{1}, a^{0}",
    "weight-gradient, 1, \\delta^{1}, \\delta^{2}",
    "accumulate-weights, 1, + \\nabla W^{1}, ''",
    "update-weights, 1, - \\frac, + \\frac",
    "update-biases, 2, {m}, {1}",
    "reset, 1, 0_{W^{1}}, \\nabla W^{1}",
    "input, 0, 255, 256",
    "target, 0, -1, 0",
  })
  void aWrongFormulaIsCaught(String equation, int layer, String right, String wrong) {
    TraceJson trace = small();
    ObjectNode step = (ObjectNode) trace.step(equation, layer);
    String formula = step.get("formula").asText();
    assertTrue(formula.contains(right), formula);
    step.put("formula", formula.replace(right, wrong));
    List<String> faults = parity(SMALL, 2).faults(trace);
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.get(0).contains(equation) && faults.get(0).contains("formula"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"weighted-sum", "activation", "cost", "output-error", "hidden-error", "reset"})
  void aWrongNumberIsCaughtHoweverSmallItsFault(String equation) {
    TraceJson trace = small();
    JsonNode step =
        trace.steps().stream()
            .filter(s -> s.get("equation").asText().equals(equation))
            .findFirst()
            .orElseThrow();
    ArrayNode values = (ArrayNode) step.get("result").get("values");
    double was = values.get(0).asDouble();
    values.set(0, DoubleNode.valueOf(was + Math.max(1e-9 * Math.abs(was), 1e-10)));
    List<String> faults = parity(SMALL, 2).faults(trace);
    assertTrue(faults.get(0).contains("formula gives other numbers"), faults.toString());
  }

  @Test
  void aWrongTextbookLineIsCaughtWhereABugActs() {
    Map<String, String> bugged = new HashMap<>(SMALL);
    bugged.put("bugs", "hidden-slope-missing");
    TraceJson trace = TraceJson.get(server, query(bugged));
    ObjectNode step = (ObjectNode) trace.step("hidden-error", 1);
    step.put("textbook", step.get("formula").asText());
    List<String> faults = parity(bugged, 2).faults(trace);
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.get(0).contains("textbook gives other numbers"), faults.toString());
  }

  private static final Map<String, String> SMALL =
      Map.of("data", "made", "net", "16-5-10", "batch", "2", "sample", "3", "seed", "8");

  private static TraceJson small() {
    return TraceJson.get(server, query(SMALL));
  }

  static String query(Map<String, String> scenario) {
    return scenario.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }

  private static Parity parity(Map<String, String> asked, int batch) {
    Scenario scenario = ScenarioReader.stepping("made", Catalogue::variation).read(asked);
    return new Parity(definitions(scenario), scenario.eta(), batch);
  }

  /** What is displayed beside the formulas: the meanings of φ, and of each layer's φ′. */
  private static Map<String, String> definitions(Scenario scenario) {
    Map<String, String> definitions = new HashMap<>();
    for (Layer l : scenario.net().layers()) {
      Activation activation = l.activation();
      for (Function function : List.of(activation.value(), activation.slope())) {
        String latex = function.definition().orElseThrow().maths().latex();
        String name = latex.substring(0, latex.indexOf(" \\left("));
        definitions.put(name.equals("\\varphi'") ? name + l.index() : name, latex);
      }
    }
    Walk walk =
        new Walk(
            scenario.setup(),
            DigitSamples.of(Library.made(4), scenario.split(), scenario.net().inputs()),
            scenario.setup().start());
    for (Step step : walk.trace(0).steps()) {
      for (Function.Definition meaning : step.line().definitions()) {
        String latex = meaning.maths().latex();
        String name = latex.substring(0, Math.max(0, latex.indexOf(" \\left(")));
        if (!name.isEmpty() && !name.equals("\\varphi'")) {
          definitions.putIfAbsent(name, latex);
        }
      }
    }
    for (Activation activation : Arrays.asList(Activation.values())) {
      String latex = activation.value().definition().orElseThrow().maths().latex();
      definitions.putIfAbsent(latex.substring(0, latex.indexOf(" \\left(")), latex);
    }
    return definitions;
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }

  private static int pick(Random random, int... from) {
    return from[random.nextInt(from.length)];
  }
}
