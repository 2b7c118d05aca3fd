package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Mark;
import deltascope.algebra.Parameter;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.oracle.Bench;
import deltascope.oracle.Naive;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every listing, run as a student would run it, gives the number displayed. */
class ListingsTest {
  private static final Digits DIGITS = Some.digits(2, 4);

  /** Names without a layer. */
  private static final List<String> SINGLE = List.of("pixels", "label", "y", "C");

  private static final List<String> LAYERED =
      List.of("a", "W", "b", "z", "delta", "dW", "db", "sumW", "sumb", "zeroW", "zerob");

  /** A line of a program, what it needs and what it must give. */
  private record Listing(
      String java, String numpy, Step step, List<Function.Helper> helpers, Matrix expected) {}

  private static final Map<String, Listing> LISTINGS = new LinkedHashMap<>();

  @BeforeAll
  static void collect() {
    for (Object[] triple : Some.suitable()) {
      collect(triple, "");
      collect(triple, "error-sign,hidden-slope-missing");
      boolean mostAreAtHome = triple[0] == Activation.TANH && triple[1] != Activation.RELU;
      for (Bug bug : Catalogue.bugs()) {
        // What is drawn anew by each language's own chance cannot be the same.
        if (mostAreAtHome && !bug.id().equals("labels-noisy")) {
          collect(triple, bug.id());
        }
      }
    }
  }

  private static void collect(Object[] triple, String bugs) {
    List<Variation> variations = new ArrayList<>();
    for (String bug : bugs.split(",")) {
      if (!bug.isEmpty()) {
        variations.add(Catalogue.variation(bug));
      }
    }
    Setup setup =
        Some.setup(
            "16-3-10",
            (Activation) triple[0],
            (Activation) triple[1],
            (Cost) triple[2],
            7,
            2,
            variations);
    for (Step step : Some.walk(setup, DIGITS).trace(1).steps()) {
      if (step.result() == null
          || step.line().statement().equals(step.line().textbook()) && step.expected() != null) {
        continue; // shapes that do not fit; data or objects that no line tells
      }
      List<Function.Helper> helpers = step.line().helpers();
      add(step.line().plainJava(), step.line().plainNumpy(), null, step, helpers, step.result());
      if (!step.acting().isEmpty()) {
        List<Function.Helper> right =
            new deltascope.algebra.Line(step.line().textbook(), step.line().textbook()).helpers();
        Matrix expected = step.expected() == null ? step.result() : step.expected();
        add(step.line().java(), step.line().numpy(), Mark.STRUCK, step, helpers, step.result());
        add(step.line().java(), step.line().numpy(), Mark.FRESH, step, right, expected);
      }
    }
  }

  private static void add(
      Code java, Code numpy, Mark without, Step step, List<Function.Helper> helpers, Matrix value) {
    String line = text(java, without);
    LISTINGS.putIfAbsent(
        line + helpers, new Listing(line, text(numpy, without), step, helpers, value));
  }

  /** A listing as it is read when what is marked so is left out. */
  private static String text(Code code, Mark without) {
    return code.segments().stream()
        .filter(segment -> without == null || segment.mark() != without)
        .map(Code.Segment::text)
        .collect(Collectors.joining());
  }

  private static Map<String, Matrix> operands(Step step) {
    Map<String, Matrix> operands = new LinkedHashMap<>();
    for (Quantity quantity : Quantity.values()) {
      for (int layer = 0; layer < (quantity.layered() ? 4 : 1); layer++) {
        Ref ref = quantity.of(layer);
        if (step.memory().has(ref) && quantity != Quantity.SLOPE) {
          operands.put(ref.name(), step.memory().get(ref).copy());
        }
      }
    }
    return operands;
  }

  private static String target(Listing listing) {
    Ref target = listing.step.target();
    String name = target.name();
    return target.quantity().layered()
        ? name.substring(0, name.length() - 1) + "[" + target.layer() + "]"
        : name;
  }

  @Test
  void thereIsAListingForEveryEquation() {
    assertEquals(
        EquationId.values().length,
        LISTINGS.values().stream().map(listing -> listing.step.equation()).distinct().count());
    assertTrue(LISTINGS.size() > 40, LISTINGS.size() + " listings");
  }

  @Test
  void everyJavaListingRunsAndGivesTheNumberDisplayed() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      for (Class<?> needed : List.of(Matrix.class, Bench.class)) {
        shell.addToClasspath(
            new File(needed.getProtectionDomain().getCodeSource().getLocation().getPath())
                .getPath());
      }
      run(shell, "import deltascope.math.Matrix;");
      run(shell, "import deltascope.oracle.Bench;");
      StringBuilder programs = new StringBuilder("class Listings {\n");
      StringBuilder calls = new StringBuilder("for (int once = 0; once < 1; once++) {\n");
      int number = 0;
      for (Listing listing : LISTINGS.values()) {
        Bench.lay(number, operands(listing.step));
        programs.append(program(listing, number)).append('\n');
        calls.append("Listings.L").append(number++).append(".run();\n");
      }
      run(shell, programs + "}");
      run(shell, calls + "}");
    }
    int number = 0;
    for (Listing listing : LISTINGS.values()) {
      Matrix result = Bench.result(number++);
      assertNotNull(result, listing.java);
      compare(listing, listing.java, Some.rows(result));
    }
  }

  private static String program(Listing listing, int number) {
    StringBuilder program = new StringBuilder("static class L" + number + " {\n");
    listing.helpers.forEach(helper -> program.append(helper.java()).append('\n'));
    program.append("static void run() {\n");
    for (String layered : LAYERED) {
      program.append(
          "Matrix[] %s = Bench.layers(%d, \"%s\");\n".formatted(layered, number, layered));
    }
    for (String single : SINGLE) {
      program.append("Matrix %s = Bench.one(%d, \"%s\");\n".formatted(single, number, single));
    }
    program.append("double eta = %s; int m = %d;\n".formatted(eta(listing), batch(listing)));
    program.append(listing.java).append("\nBench.leave(%d, ".formatted(number));
    return program + target(listing) + ");\n}\n}";
  }

  private static double eta(Listing listing) {
    return listing.step.memory().parameter(Parameter.ETA);
  }

  private static int batch(Listing listing) {
    return (int) listing.step.memory().parameter(Parameter.BATCH);
  }

  private static void run(JShell shell, String code) {
    for (SnippetEvent event : shell.eval(code)) {
      String words =
          shell
              .diagnostics(event.snippet())
              .map(d -> d.getMessage(null) + " at " + excerpt(code, (int) d.getPosition()))
              .toList()
              .toString();
      assertEquals(Snippet.Status.VALID, event.status(), words + code);
      if (event.exception() != null) {
        throw new AssertionError(code, event.exception());
      }
    }
  }

  private static String excerpt(String code, int at) {
    return code.substring(Math.max(0, at - 80), Math.min(code.length(), at + 40));
  }

  private static void compare(Listing listing, String code, double[][] given) {
    double distance = Naive.distance(Some.rows(listing.expected), given);
    assertTrue(distance <= 1e-12, () -> code + " is off by " + distance + " of the largest");
  }

  @Test
  void everyNumpyListingRunsAndGivesTheNumberDisplayed(@TempDir Path folder)
      throws IOException, InterruptedException {
    if (!hasNumpy()) {
      System.out.println(
          "numpy is not here (python3 -c 'import numpy' fails): only numpy can prove that the numpy"
              + " listings run; that they read what the Java listings read is proven without it.");
      return;
    }
    ObjectMapper json = new ObjectMapper();
    List<Object> cases = new ArrayList<>();
    for (Listing listing : LISTINGS.values()) {
      Map<String, Object> values = new LinkedHashMap<>();
      operands(listing.step).forEach((name, value) -> values.put(name, Some.rows(value)));
      cases.add(
          Map.of(
              "operands", values,
              "eta", eta(listing),
              "m", batch(listing),
              "helpers", listing.helpers.stream().map(Function.Helper::numpy).toList(),
              "line", listing.numpy,
              "target", target(listing)));
    }
    json.writeValue(folder.resolve("cases.json").toFile(), cases);
    Files.writeString(
        folder.resolve("run.py"),
        """
        import json, re
        import numpy as np
        results = []
        for case in json.load(open('cases.json')):
            names = {'np': np, 'eta': case['eta'], 'm': case['m']}
            for name in %s:
                names[name] = {}
            for name, value in case['operands'].items():
                layered = re.fullmatch(r'([a-zA-Z]+)(\\d)', name)
                if layered:
                    names[layered[1]][int(layered[2])] = np.array(value)
                else:
                    names[name] = np.array(value)
            for helper in case['helpers']:
                exec(helper, names)
            exec(case['line'], names)
            results.append(np.atleast_2d(eval(case['target'], names)).tolist())
        json.dump(results, open('results.json', 'w'))
        """
            .formatted(
                LAYERED.stream()
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(", ", "[", "]"))));
    Process python =
        new ProcessBuilder("python3", "run.py")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String words = new String(python.getInputStream().readAllBytes());
    assertEquals(0, python.waitFor(), words);
    JsonNode results = json.readTree(folder.resolve("results.json").toFile());
    int at = 0;
    for (Listing listing : LISTINGS.values()) {
      double[][] rows = json.convertValue(results.get(at++), double[][].class);
      compare(listing, listing.numpy, rows);
    }
  }

  private static boolean hasNumpy() throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import numpy").redirectErrorStream(true).start();
      python.getInputStream().readAllBytes();
      return python.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void numpyAndJavaListingsReadTheSameNames() {
    Pattern name =
        Pattern.compile(
            "\\b(?:(?:%s)\\[\\d]|pixels|label|y|C|eta|m)(?![\\w(])"
                .formatted(String.join("|", LAYERED)));
    for (Listing listing : LISTINGS.values()) {
      assertEquals(
          names(name, listing.java), names(name, listing.numpy), listing.java + listing.numpy);
    }
  }

  private static TreeSet<String> names(Pattern name, String code) {
    return name.matcher(code)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
