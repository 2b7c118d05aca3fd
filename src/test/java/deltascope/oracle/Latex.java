package deltascope.oracle;

import deltascope.math.Randomness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the LaTeX of a displayed line and works it out, on operands given by the names of the JSON
 * documents. It knows how a textbook reads: side by side is a product, a raised number on a letter
 * is a layer, Σₖ reaches to the next + or −.
 */
public final class Latex {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\[a-zA-Z]+'?|\\\\\\\\|[0-9]+(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?|[a-zA-Z]|\\S");

  /** As many entries as a line with an index k on its left has. */
  private static final int DIGITS = 10;

  private static final Map<String, String> WORDS =
      Map.of("C", "C", "y", "y", "t", "target", "x", "input", "i", "index");

  private static final Map<String, String> PER_LAYER =
      Map.of("W", "W", "b", "b", "z", "z", "a", "a", "\\delta", "delta");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, double[][]> operands;
  private final Map<String, String> definitions;
  private int at;

  private Latex(String text, Map<String, double[][]> operands, Map<String, String> definitions) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    this.operands = operands;
    this.definitions = definitions;
  }

  /** A value that is a number of the formula (which scales) or a matrix, and whether it has k. */
  private record Value(double[][] cells, boolean number, boolean indexed, boolean logarithm) {
    static Value number(double x) {
      return new Value(Naive.number(x), true, false, false);
    }

    static Value matrix(double[][] cells, boolean indexed) {
      return new Value(cells, false, indexed, false);
    }
  }

  /** What a line says of its name. */
  public record Outcome(String name, String sign, double[][] value) {}

  /**
   * Works out a whole line.
   *
   * @param operands by the names of the JSON documents
   * @param definitions what function names mean, as displayed: {@code \tanh} → {@code \tanh
   *     \left(z\right) = …}; one per layer has its layer behind it, {@code \varphi'2}
   */
  public static Outcome line(
      String latex, Map<String, double[][]> operands, Map<String, String> definitions) {
    Map<String, double[][]> live = new HashMap<>(operands);
    String[] parts = unstyled(latex).split(",\\\\quad");
    Outcome outcome = null;
    for (String part : parts) {
      outcome = new Latex(part, live, definitions).statement();
      live.put(outcome.name(), outcome.value());
    }
    return outcome;
  }

  /** Works out an expression, such as what a definition says on its right. */
  static double[][] expression(
      String latex, Map<String, double[][]> operands, Map<String, String> definitions) {
    Latex reader = new Latex(latex, operands, definitions);
    Value value = reader.sum();
    reader.end();
    return value.cells;
  }

  /** The formula without colours and marks. */
  public static String unstyled(String latex) {
    return without(latex, "");
  }

  /** The formula without what is marked so, and without all other colours and marks. */
  public static String without(String latex, String mark) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < latex.length()) {
      if (!latex.startsWith("\\htmlClass{", i)) {
        out.append(latex.charAt(i++));
        continue;
      }
      int nameEnd = latex.indexOf('}', i);
      String name = latex.substring(i + "\\htmlClass{".length(), nameEnd);
      int end = nameEnd + 2;
      for (int depth = 1; depth > 0; end++) {
        depth += latex.charAt(end) == '{' ? 1 : latex.charAt(end) == '}' ? -1 : 0;
      }
      String inner = latex.substring(nameEnd + 2, end - 1);
      out.append(name.equals(mark) ? "" : without(inner, mark));
      i = end;
    }
    return out.toString();
  }

  private Outcome statement() {
    String name = name();
    String sign = next();
    if (!sign.equals("=") && !sign.equals("\\leftarrow")) {
      throw unread("= or \\leftarrow, not " + sign);
    }
    Value value;
    if (peek("\\begin")) {
      value = byCases();
    } else {
      value = sum();
    }
    end();
    return new Outcome(name, sign, value.cells);
  }

  private Value sum() {
    Value value;
    if (take("-")) {
      value = scaled(-1, term());
    } else {
      value = term();
    }
    while (peek("+") || peek("-")) {
      boolean plus = next().equals("+");
      Value right = term();
      boolean number = value.number && right.number;
      boolean indexed = value.indexed || right.indexed;
      double[][] cells = Naive.cells(value.cells, right.cells, (x, y) -> plus ? x + y : x - y);
      value = new Value(cells, number, indexed, false);
    }
    return value;
  }

  private static Value scaled(double factor, Value value) {
    double[][] cells = Naive.map(value.cells, x -> factor * x);
    return new Value(cells, value.number, value.indexed, false);
  }

  /** Products cell by cell of products side by side. */
  private Value term() {
    Value value = product();
    if (take("\\bmod")) {
      return new Value(
          Naive.cells(value.cells, product().cells, (x, y) -> x % y),
          value.number,
          value.indexed,
          false);
    }
    while (take("\\odot")) {
      Value right = product();
      boolean indexed = value.indexed || right.indexed;
      value = Value.matrix(Naive.cells(value.cells, right.cells, (x, y) -> x * y), indexed);
    }
    return value;
  }

  private Value product() {
    Value value = factor();
    while (!over()) {
      take("\\cdot");
      value = take("/") ? quotient(value, factor()) : sideBySide(value, factor());
    }
    return value;
  }

  private boolean over() {
    return at == tokens.size()
        || List.of(
                "+",
                "-",
                "\\odot",
                "\\bmod",
                "\\rfloor",
                ")",
                "}",
                "\\right",
                "=",
                ">",
                "&",
                "\\\\",
                "\\end",
                ",")
            .contains(tokens.get(at));
  }

  private static Value sideBySide(Value left, Value right) {
    boolean indexed = left.indexed || right.indexed;
    if (right.logarithm) {
      // 0 ln 0 = 0, as is displayed beside the line.
      return Value.matrix(
          Naive.cells(left.cells, right.cells, (p, ln) -> p == 0 ? 0 : p * ln), indexed);
    }
    if (left.number || right.number || indexed) {
      double[][] cells = Naive.cells(left.cells, right.cells, (x, y) -> x * y);
      return new Value(cells, left.number && right.number, indexed, false);
    }
    return Value.matrix(Naive.times(left.cells, right.cells), false);
  }

  private static Value quotient(Value above, Value below) {
    boolean number = above.number && below.number;
    boolean indexed = above.indexed || below.indexed;
    return new Value(
        Naive.cells(above.cells, below.cells, (x, y) -> x / y), number, indexed, false);
  }

  private Value factor() {
    String token = tokens.get(at);
    if (token.equals("\\sum")) {
      at++;
      expect("_");
      boolean overSamples = braced().equals("s");
      double[][] summand = term().cells;
      return Value.matrix(
          overSamples
              ? Naive.transposed(Naive.sumDown(Naive.transposed(summand)))
              : Naive.sumDown(summand),
          false);
    }
    if (token.equals("\\lfloor")) {
      at++;
      Value of = sum();
      expect("\\rfloor");
      return new Value(Naive.map(of.cells, Math::floor), of.number, of.indexed, false);
    }
    if (token.equals("\\ln")) {
      at++;
      Value of = factor();
      return new Value(Naive.map(of.cells, StrictMath::log), false, of.indexed, true);
    }
    if (token.equals("\\frac")) {
      at++;
      return quotient(inBraces(), inBraces());
    }
    if (token.equals("\\begin")) {
      return byCases();
    }
    if (token.equals("\\left")) {
      return power(parenthesised());
    }
    if (token.equals("e")) {
      at++;
      expect("^");
      Value exponent = inBraces();
      return new Value(
          Naive.map(exponent.cells, StrictMath::exp), exponent.number, exponent.indexed, false);
    }
    if (token.equals("\\eta") || token.equals("m")) {
      at++;
      return Value.number(given(token.equals("m") ? "m" : "eta")[0][0]);
    }
    if (Character.isDigit(token.charAt(0)) && !(token.equals("0") && peekAfter("_"))) {
      at++;
      double number = Double.parseDouble(token);
      return Value.number(take("^") ? Math.pow(number, Integer.parseInt(braced())) : number);
    }
    if (token.equals("k") && !operands.containsKey("k")) {
      at++;
      double[][] rows = new double[DIGITS][1];
      for (int k = 0; k < DIGITS; k++) {
        rows[k][0] = k;
      }
      return Value.matrix(rows, true);
    }
    if (isFunction(token)) {
      return function();
    }
    boolean number = token.equals("z") && given("z") != null && given("z").length == 1;
    String name = name();
    double[][] cells = given(name);
    if (cells == null) {
      throw unread(name + " is no operand");
    }
    boolean indexed = false;
    if (take("_")) {
      braced();
      indexed = true;
    }
    return new Value(cells, number, indexed, false);
  }

  /** After a closed parenthesis: squared, turned on its side, or one of its entries. */
  private Value power(Value base) {
    if (!take("^")) {
      return base;
    }
    String exponent = braced();
    return switch (exponent) {
      case "\\top" -> Value.matrix(Naive.transposed(base.cells), base.indexed);
      case "2" -> new Value(Naive.map(base.cells, x -> x * x), base.number, base.indexed, false);
      default -> throw unread("exponent " + exponent);
    };
  }

  private Value parenthesised() {
    expect("\\left");
    expect("(");
    Value value = sum();
    expect("\\right");
    expect(")");
    return value;
  }

  private static boolean isFunction(String token) {
    return List.of("\\tanh", "\\sigma", "\\varphi'", "\\operatorname").contains(token);
  }

  /** A function's value by its displayed definition, put in for z. */
  private Value function() {
    String name = next();
    if (name.equals("\\operatorname")) {
      name += "{" + braced() + "}";
      name += take("_") ? "_{" + braced() + "}" : "";
    }
    if (name.equals("\\operatorname{noisy}")) {
      return noisy();
    }
    boolean squared = take("^");
    if (squared && !braced().equals("2")) {
      throw unread("only squares of functions");
    }
    int before = at;
    Value argument = parenthesised();
    if (name.equals("\\operatorname{copy}") || name.equals("\\operatorname{onerow}")) {
      return argument;
    }
    String layer = "";
    if (name.equals("\\varphi'")) {
      Matcher z = Pattern.compile("(\\d+) \\} \\\\right").matcher(text(before, at));
      layer = z.find() ? z.group(1) : "";
    }
    double[][] value = applied(name, layer, argument);
    return new Value(
        squared ? Naive.map(value, x -> x * x) : value, argument.number, argument.indexed, false);
  }

  /** No formula tells what chance decides: the same stream is asked, sample by sample. */
  private Value noisy() {
    expect("\\left");
    expect("(");
    double[][] labels = sum().cells;
    expect(",");
    double[][] index = sum().cells;
    expect("\\right");
    expect(")");
    double[][] read = {labels[0].clone()};
    for (int j = 0; j < read[0].length; j++) {
      Random chance = Randomness.stream(0, "labels-noisy", (int) index[0][j]);
      read[0][j] = chance.nextDouble() < 0.3 ? chance.nextInt(10) : labels[0][j];
    }
    return Value.matrix(read, false);
  }

  private double[][] applied(String name, String layer, Value argument) {
    String meaning = definitions.getOrDefault(name + layer, definitions.get(name));
    if (meaning == null) {
      throw unread(name + layer + " is not defined");
    }
    int equals = meaning.indexOf(" = ");
    String left = meaning.substring(0, equals);
    String right = meaning.substring(equals + 3);
    if (right.contains("\\sum_{s}")) {
      return expression(right, Map.of("z", argument.cells), definitions);
    }
    boolean wholeColumn = left.contains("_{k}") || right.contains("\\operatorname{softmax}");
    if (wholeColumn) {
      return byColumn(right, argument.cells);
    }
    return Naive.map(
        argument.cells, z -> expression(right, Map.of("z", Naive.number(z)), definitions)[0][0]);
  }

  private double[][] byColumn(String meaning, double[][] argument) {
    double[][] result = new double[argument.length][argument[0].length];
    for (int j = 0; j < argument[0].length; j++) {
      double[][] column = new double[argument.length][1];
      for (int i = 0; i < column.length; i++) {
        column[i][0] = argument[i][j];
      }
      double[][] value = expression(meaning, Map.of("z", column), definitions);
      for (int i = 0; i < column.length; i++) {
        result[i][j] = value[Math.min(i, value.length - 1)][0];
      }
    }
    return result;
  }

  /** \begin{cases} value & condition \\ value & \text{otherwise} \end{cases}. */
  private Value byCases() {
    expect("\\begin");
    must("cases", braced());
    Value first = sum();
    expect("&");
    Value left = sum();
    String sign = next();
    Value right = sum();
    expect("\\\\");
    Value second = sum();
    expect("&");
    expect("\\text");
    must("otherwise", braced());
    expect("\\end");
    must("cases", braced());
    double[][] holds =
        Naive.cells(left.cells, right.cells, (x, y) -> (sign.equals("=") ? x == y : x > y) ? 1 : 0);
    for (int i = 0; i < holds.length; i++) {
      for (int j = 0; j < holds[0].length; j++) {
        holds[i][j] = (holds[i][j] == 1 ? first : second).cells[0][0];
      }
    }
    return new Value(holds, first.number && holds.length == 1, false, false);
  }

  /** A quantity's name as JSON has it: W2, delta3, sumb1, y. */
  private String name() {
    String token = next();
    if (token.equals("\\mathrm")) {
      return braced();
    }
    if (token.equals("0")) {
      expect("_");
      expect("{");
      String of = name();
      expect("}");
      return "zero" + of;
    }
    if (token.equals("\\nabla") || token.equals("\\Sigma")) {
      return (token.equals("\\nabla") ? "d" : "sum") + name();
    }
    if (token.equals("z") && !peek("^")) {
      return "z";
    }
    String layered = PER_LAYER.get(token);
    String name;
    if (layered != null) {
      expect("^");
      name = layered + braced();
    } else if (WORDS.containsKey(token)) {
      name = WORDS.get(token);
    } else {
      throw unread("unknown " + token);
    }
    if (at < tokens.size() && peek("_") && peekTarget()) {
      at++;
      braced();
    }
    return name;
  }

  /** An index on the left of the line. */
  private boolean peekTarget() {
    return at <= 5
        && tokens.size() > at + 4
        && List.of("=", "\\leftarrow").contains(tokens.get(at + 4));
  }

  private double[][] given(String name) {
    return operands.get(name);
  }

  private Value inBraces() {
    expect("{");
    Value value = peek("}") ? Value.number(1) : sum();
    expect("}");
    return value;
  }

  /** What stands in braces, as it is written. */
  private String braced() {
    expect("{");
    int from = at;
    while (!peek("}")) {
      at++;
    }
    at++;
    return String.join("", tokens.subList(from, at - 1));
  }

  private String text(int from, int to) {
    return String.join(" ", tokens.subList(from, to));
  }

  private boolean peek(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean peekAfter(String token) {
    return at + 1 < tokens.size() && tokens.get(at + 1).equals(token);
  }

  private boolean take(String token) {
    boolean there = peek(token);
    at += there ? 1 : 0;
    return there;
  }

  private String next() {
    if (at == tokens.size()) {
      throw unread("something more");
    }
    return tokens.get(at++);
  }

  private void expect(String token) {
    if (!take(token)) {
      throw unread(token);
    }
  }

  private void must(String wanted, String found) {
    if (!wanted.equals(found)) {
      throw unread(wanted + ", not " + found);
    }
  }

  private void end() {
    if (at != tokens.size()) {
      throw unread("the end");
    }
  }

  private IllegalArgumentException unread(String expected) {
    return new IllegalArgumentException(
        "expected "
            + expected
            + " at "
            + text(Math.min(at, tokens.size()), tokens.size())
            + " in "
            + text(0, tokens.size()));
  }
}
