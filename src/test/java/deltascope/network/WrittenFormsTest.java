package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Function;
import deltascope.algebra.Line;
import deltascope.algebra.Maths;
import deltascope.algebra.Parameter;
import deltascope.algebra.Picture;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.math.Matrix;
import deltascope.oracle.Latex;
import deltascope.oracle.Naive;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The other ways in which a line is shown say what its formula says. */
class WrittenFormsTest {
  private static final Digits DIGITS = Some.digits(4, 8);

  /** Every output with every cost that suits it, over each hidden activation in turn. */
  static Stream<Arguments> suitable() {
    List<Object[]> all = Some.suitable();
    int pairs = all.size() / 4;
    return IntStream.range(0, pairs).mapToObj(i -> Arguments.of(all.get(i % 4 * pairs + i)));
  }

  private static List<Step> steps(Activation hidden, Activation output, Cost cost, String... bugs) {
    List<Variation> variations = Stream.of(bugs).map(Catalogue::variation).toList();
    Setup setup = Some.setup("16-4-3-10", hidden, output, cost, 5, 2, variations);
    return Some.walk(setup, DIGITS).trace(3).steps();
  }

  private static final Set<Maths> SEEN = new HashSet<>();

  // MathML, which is read where there are no scripts.

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("−", "-"),
          Map.entry("⊙", "\\odot"),
          Map.entry("⊤", "\\top"),
          Map.entry("∑", "\\sum"),
          Map.entry("←", "\\leftarrow"),
          Map.entry("·", "\\cdot"),
          Map.entry("δ", "\\delta"),
          Map.entry("∇W", "\\nabla W"),
          Map.entry("∇b", "\\nabla b"),
          Map.entry("ΣW", "\\Sigma W"),
          Map.entry("Σb", "\\Sigma b"),
          Map.entry("η", "\\eta"),
          Map.entry("σ", "\\sigma"),
          Map.entry("φ", "\\varphi"),
          Map.entry("φ′", "\\varphi'"),
          Map.entry("tanh", "\\tanh"),
          Map.entry("ln", "\\ln"),
          Map.entry("ReLU", "\\operatorname{ReLU}"),
          Map.entry("softmax", "\\operatorname{softmax}"),
          Map.entry("copy", "\\operatorname{copy}"),
          Map.entry("pixels", "\\mathrm{pixels}"),
          Map.entry("label", "\\mathrm{label}"));

  @ParameterizedTest
  @MethodSource("suitable")
  void mathmlSaysWhatTheLatexSays(Activation hidden, Activation output, Cost cost) {
    for (Step step : steps(hidden, output, cost, "error-sign", "hidden-slope-missing")) {
      same(step.line().formula());
      same(step.line().textbookFormula());
      same(step.line().comparedFormula());
      step.line().definitions().forEach(definition -> same(definition.maths()));
    }
  }

  private static void same(Maths maths) {
    if (!SEEN.add(maths)) {
      return;
    }
    assertEquals(bare(maths.latex()), bare(latex(element(maths.mathml()))), maths.mathml());
  }

  private static String bare(String latex) {
    return latex.replace(" ", "");
  }

  private static Element element(String mathml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(mathml.getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (Exception unreadable) {
      throw new AssertionError(mathml, unreadable);
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static String latex(Element element) {
    List<Element> parts = children(element);
    String text = element.getTextContent();
    return switch (element.getTagName()) {
      case "math" -> all(parts);
      case "mrow" -> {
        boolean cases = !parts.isEmpty() && parts.get(0).getTextContent().equals("{");
        boolean fence = !parts.isEmpty() && parts.get(0).getTextContent().equals("(");
        yield cases
            ? latex(parts.get(1))
            : fence ? "\\left(" + all(parts.subList(1, parts.size() - 1)) + "\\right)" : all(parts);
      }
      case "mi", "mo", "mn" -> SYMBOLS.getOrDefault(text, text.replace("−", "-"));
      case "mtext" -> "\\text{" + text + "}";
      case "msup" -> latex(parts.get(0)) + "^{" + latex(parts.get(1)) + "}";
      case "msub" -> latex(parts.get(0)) + "_{" + latex(parts.get(1)) + "}";
      case "msubsup" ->
          latex(parts.get(0)) + "^{" + latex(parts.get(2)) + "}_{" + latex(parts.get(1)) + "}";
      case "mfrac" -> "\\frac{" + latex(parts.get(0)) + "}{" + latex(parts.get(1)) + "}";
      case "mtable" -> {
        List<String> rows = new ArrayList<>();
        for (Element row : parts) {
          List<Element> cells = children(row);
          rows.add(all(children(cells.get(0))) + "&" + all(children(cells.get(1))));
        }
        yield "\\begin{cases}" + String.join("\\\\", rows) + "\\end{cases}";
      }
      default -> throw new AssertionError(element.getTagName());
    };
  }

  private static String all(List<Element> elements) {
    StringBuilder all = new StringBuilder();
    elements.forEach(element -> all.append(latex(element)));
    return all.toString();
  }

  // The formula made of its matrices.

  @ParameterizedTest
  @MethodSource("suitable")
  void theFormulaMadeOfItsMatricesGivesTheNumberDisplayed(
      Activation hidden, Activation output, Cost cost) {
    int read = 0;
    for (Step step : steps(hidden, output, cost, "error-sign", "hidden-slope-missing")) {
      if (step.equation() == EquationId.TARGET) {
        continue; // a choice by cases is drawn as a function of the label
      }
      StringBuilder latex = new StringBuilder("z^{1} = ");
      for (Picture.Piece piece : step.line().picture().pieces()) {
        latex.append(written(piece)).append(' ');
      }
      String formula = latex.toString();
      if (formula.contains("p ln q")) {
        continue; // a function of two matrices, drawn as one
      }
      near(formula, step, step.result());
      read++;
    }
    assertTrue(read > 25, read + " pictures");
  }

  private static String written(Picture.Piece piece) {
    if (piece instanceof Picture.Operand operand) {
      String name = name(operand.ref());
      return operand.transposed() ? "\\left(" + name + "\\right)^{\\top}" : name;
    }
    if (piece instanceof Picture.Factor factor) {
      return factor.maths().latex();
    }
    String sign = ((Picture.Sign) piece).symbol();
    return switch (sign) {
      case "·" -> "\\cdot";
      case "⊙" -> "\\odot";
      case "−" -> "-";
      case "(" -> "\\left(";
      case ")" -> "\\right)";
      case "Σₖ" -> "\\sum_{k}";
      case "tanh(" -> "\\tanh \\left(";
      case "sigmoid(" -> "\\sigma \\left(";
      case "square(" -> "\\operatorname{square} \\left(";
      case "relu(" -> "\\operatorname{ReLU} \\left(";
      case "softmax(" -> "\\operatorname{softmax} \\left(";
      case "copy(" -> "\\operatorname{copy} \\left(";
      default -> sign;
    };
  }

  private static String name(Ref ref) {
    // The slope's matrix stands as an operand of its own: here under a name that the reader knows.
    return ref.quantity() == Quantity.SLOPE
        ? "\\mathrm{" + ref.name() + "}"
        : new Line(ref.is(ref), ref.is(ref)).formula().latex().split(" = ")[0];
  }

  // Struck and fresh.

  @ParameterizedTest
  @MethodSource("suitable")
  void aMarkedFormulaGivesBothNumbers(Activation hidden, Activation output, Cost cost) {
    int marked = 0;
    for (Step step : steps(hidden, output, cost, "error-sign", "hidden-slope-missing")) {
      String latex = step.line().comparedFormula().styledLatex();
      boolean marks = latex.contains("{struck}") || latex.contains("{fresh}");
      assertEquals(!step.acting().isEmpty(), marks, latex);
      near(Latex.without(latex, "struck"), step, step.result());
      near(
          Latex.without(latex, "fresh"),
          step,
          step.expected() == null ? step.result() : step.expected());
      marked += marks ? 1 : 0;
    }
    assertEquals(3, marked, "one output error and two hidden ones");
  }

  private static void near(String latex, Step step, Matrix displayed) {
    Map<String, double[][]> operands = new HashMap<>();
    for (Quantity quantity : Quantity.values()) {
      for (int layer = 0; layer < (quantity.layered() ? 4 : 1); layer++) {
        Ref ref = quantity.of(layer);
        if (step.memory().has(ref)) {
          operands.put(ref.name(), Some.rows(step.memory().get(ref)));
        }
      }
    }
    operands.put("eta", Naive.number(step.memory().parameter(Parameter.ETA)));
    operands.put("m", Naive.number(step.memory().parameter(Parameter.BATCH)));
    Map<String, String> definitions = new HashMap<>();
    definitions.put(
        "\\operatorname{square}", "\\operatorname{square} \\left(z\\right) = \\left(z\\right)^{2}");
    for (Activation activation : Activation.values()) {
      put(definitions, activation.value(), "");
    }
    for (Layer l : List.of(step.call().layer())) {
      put(definitions, l.activation().slope(), Integer.toString(l.index()));
    }
    double[][] read = Latex.line(latex, operands, definitions).value();
    double distance = Naive.distance(Some.rows(displayed), read);
    assertTrue(distance < 1e-11, () -> latex + " is off by " + distance);
    assertFalse(latex.contains("\\htmlClass"));
  }

  private static void put(Map<String, String> definitions, Function function, String layer) {
    String latex = function.definition().orElseThrow().maths().latex();
    definitions.put(latex.substring(0, latex.indexOf(" \\left(")) + layer, latex);
  }
}
