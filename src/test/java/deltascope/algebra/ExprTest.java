package deltascope.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Matrix;
import deltascope.oracle.Latex;
import deltascope.oracle.Naive;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One tree: what it computes, writes, explains, and how two of them are told apart. */
class ExprTest {
  private static final List<Ref> NAMES =
      List.of(Quantity.W.of(1), Quantity.B.of(2), Quantity.DELTA.of(1), Quantity.DW.of(3));

  static Stream<Integer> seeds() {
    return IntStream.range(0, 200).boxed();
  }

  /** Square matrices, so that any operation fits any other. */
  private static Memory memory() {
    Random random = new Random(99);
    Memory memory = new Memory();
    memory.set(Parameter.ETA, 0.3);
    memory.set(Parameter.BATCH, 4);
    for (Ref name : NAMES) {
      Matrix matrix = Matrix.zeros(3, 3);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          matrix.row(i)[j] = random.nextInt(9) - 4 + 0.5 * random.nextInt(2);
        }
      }
      memory.set(name, matrix);
    }
    return memory;
  }

  private static Map<String, double[][]> operands(Memory memory) {
    Map<String, double[][]> operands = new HashMap<>();
    operands.put("eta", Naive.number(memory.parameter(Parameter.ETA)));
    operands.put("m", Naive.number(memory.parameter(Parameter.BATCH)));
    NAMES.forEach(name -> operands.put(name.name(), rows(memory.get(name))));
    return operands;
  }

  private static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.row(i).clone();
    }
    return rows;
  }

  private static Expr matrix(Random random, int depth) {
    if (depth == 0) {
      return NAMES.get(random.nextInt(NAMES.size()));
    }
    Expr left = matrix(random, random.nextInt(depth));
    Expr right = matrix(random, random.nextInt(depth));
    return switch (random.nextInt(10)) {
      case 0, 1 -> left.plus(right);
      case 2, 3 -> left.minus(right);
      case 4 -> left.times(right);
      case 5 -> left.hadamard(right);
      case 6 -> left.transposed();
      case 7 -> random.nextBoolean() ? left.squared() : new Numeral(-1).scaling(left);
      case 8 -> left.over(number(random, 1));
      default -> number(random, 2).scaling(left);
    };
  }

  private static Expr number(Random random, int depth) {
    double[] numbers = {1, 2, 3, 0.5, 255, -2, 1e-4, 30};
    Expr leaf =
        switch (random.nextInt(3)) {
          case 0 -> Parameter.ETA;
          case 1 -> Parameter.BATCH;
          default -> new Numeral(numbers[random.nextInt(numbers.length)]);
        };
    if (depth == 0) {
      return leaf;
    }
    Expr other = number(random, depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> leaf.over(other);
      case 1 -> other.over(leaf);
      case 2 -> leaf.scaling(other);
      default -> leaf;
    };
  }

  private static Statement line(Expr value) {
    return Quantity.Z.of(1).is(value);
  }

  private static void reads(String latex, Expr expected, String what) {
    Memory memory = memory();
    double[][] read = Latex.line(latex, operands(memory), Map.of()).value();
    double[][] value = rows(expected.value(memory));
    double distance = Naive.distance(value, read);
    assertTrue(distance < 1e-12, () -> what + ": " + latex + " is off by " + distance);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyTreeReadsAsWhatItComputes(int seed) {
    Expr expr = matrix(new Random(seed), 4);
    Line line = new Line(line(expr), line(expr));
    reads(line.formula().latex(), expr, "plain");
    reads(line.formula().styledLatex(), expr, "styled");
    assertEquals(line.formula(), line.comparedFormula(), "nothing to mark");
    assertFalse(line.comparedFormula().styledLatex().contains("{struck}"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePictureOfAnyTreeReadsAsWhatItComputes(int seed) {
    Expr expr = matrix(new Random(seed), 4);
    StringBuilder latex = new StringBuilder("z^{1} = ");
    for (Picture.Piece piece : new Line(line(expr), line(expr)).picture().pieces()) {
      latex.append(written(piece)).append(' ');
    }
    Memory memory = memory();
    Map<String, String> square =
        Map.of(
            "\\operatorname{square}",
            "\\operatorname{square} \\left(z\\right) = \\left(z\\right)^{2}");
    double[][] read = Latex.line(latex.toString(), operands(memory), square).value();
    double distance = Naive.distance(rows(expr.value(memory)), read);
    assertTrue(distance < 1e-12, () -> latex + " is off by " + distance);
  }

  private static String written(Picture.Piece piece) {
    if (piece instanceof Picture.Operand operand) {
      String name = MathsPrinter.print(operand.ref()).latex();
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
      case ")ᵀ" -> "\\right)^{\\top}";
      case "square(" -> "\\operatorname{square} \\left(";
      default -> sign;
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aComparisonReadsAsBothLines(int seed) {
    Random random = new Random(seed);
    Expr textbook = matrix(random, 3);
    Expr asRun = changed(textbook, random);
    String compared = new Line(line(asRun), line(textbook)).comparedFormula().styledLatex();
    reads(Latex.without(compared, "struck"), asRun, "what runs");
    reads(Latex.without(compared, "fresh"), textbook, "the textbook's");
  }

  /** Another tree, at some place within. */
  private static Expr changed(Expr expr, Random random) {
    List<Expr> parts = expr.parts();
    boolean numbers = expr instanceof Scaled || expr instanceof Quotient;
    if (parts.isEmpty() || random.nextInt(3) == 0) {
      return switch (random.nextInt(5)) {
        case 0 -> expr.hadamard(matrix(random, 1));
        case 1 -> expr.minus(matrix(random, 1));
        case 2 -> parts.isEmpty() || numbers ? matrix(random, 1) : parts.get(0);
        case 3 -> new Numeral(2).scaling(expr);
        default -> matrix(random, 2);
      };
    }
    int at =
        expr instanceof Scaled ? 1 : expr instanceof Quotient ? 0 : random.nextInt(parts.size());
    return expr.withParts(
        IntStream.range(0, parts.size())
            .mapToObj(i -> i == at ? changed(parts.get(i), random) : parts.get(i))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anExplanationGivesTheCellToTheBit(int seed) {
    Memory memory = memory();
    Expr expr = matrix(new Random(seed), 4);
    Matrix value = expr.value(memory);
    for (int i = 0; i < value.rows(); i++) {
      for (int j = 0; j < value.cols(); j++) {
        Explanation why = expr.explain(memory, i, j);
        assertEquals(value.at(i, j), why.value(), 0.0);
        double sum = 0;
        for (Explanation term : why.terms()) {
          sum += term.value();
        }
        assertEquals(why.value(), sum, 1e-9 * (1 + Math.abs(sum)));
        leavesAreCells(why, memory);
      }
    }
  }

  private static void leavesAreCells(Explanation why, Memory memory) {
    if (why.cell() != null) {
      Explanation.Cell cell = why.cell();
      assertEquals(memory.get(cell.ref()).at(cell.row(), cell.col()), why.value(), 0.0);
    }
    why.parts().forEach(part -> leavesAreCells(part, memory));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "5", "24", "25", "100"})
  void theLargestTermsAndTheRestAreTheWhole(int count) {
    Random random = new Random(3);
    Memory memory = new Memory();
    Matrix w = Matrix.zeros(1, 25);
    Matrix a = Matrix.zeros(25, 1);
    for (int k = 0; k < 25; k++) {
      w.row(0)[k] = random.nextGaussian();
      a.row(k)[0] = random.nextGaussian();
    }
    memory.set(Quantity.W.of(1), w);
    memory.set(Quantity.A.of(0), a);
    Explanation sum = Quantity.W.of(1).times(Quantity.A.of(0)).explain(memory, 0, 0);
    Explanation.Largest largest = sum.largest(count);
    assertEquals(Math.min(count, 25), largest.terms().size());
    assertEquals(25 - largest.terms().size(), largest.restCount());
    double whole = largest.rest();
    double smallest = Double.POSITIVE_INFINITY;
    for (Explanation term : largest.terms()) {
      whole += term.value();
      smallest = Math.min(smallest, Math.abs(term.value()));
    }
    assertEquals(sum.value(), whole, 1e-14);
    int larger = 0;
    for (Explanation term : sum.terms()) {
      larger += Math.abs(term.value()) > smallest ? 1 : 0;
    }
    assertTrue(count == 0 || larger < Math.max(1, count), "no term left out is larger");
    int before = -1;
    for (Explanation term : largest.terms()) {
      int at = sum.terms().indexOf(term);
      assertTrue(at > before, "in the order of the formula");
      before = at;
    }
  }

  private static final Expr W = Quantity.W.of(2);
  private static final Expr D = Quantity.DELTA.of(2);
  private static final Expr A = Quantity.A.of(3);
  private static final Expr Y = Quantity.Y.of(0);

  private static String latex(Expr expr) {
    return MathsPrinter.print(expr).latex();
  }

  private static String numpy(Expr expr) {
    return new Line(line(expr), line(expr)).plainNumpy().text().replace("z[1] = ", "");
  }

  private static String java(Expr expr) {
    return new Line(line(expr), line(expr)).plainJava().text().replace("z[1] = ", "");
  }

  @Test
  void parenthesesStandWhereTheyAreNeededAndNowhereElse() {
    assertEquals("\\left(a^{3} - y\\right) \\odot y", latex(A.minus(Y).hadamard(Y)));
    assertEquals("a^{3} - y - y", latex(A.minus(Y).minus(Y)));
    assertEquals("a^{3} - \\left(y - y\\right)", latex(A.minus(Y.minus(Y))));
    assertEquals("a^{3} + y - y", latex(A.plus(Y.minus(Y))));
    assertEquals("W^{2} \\delta^{2} \\odot y", latex(W.times(D).hadamard(Y)));
    assertEquals("W^{2} \\left(\\delta^{2} \\odot y\\right)", latex(W.times(D.hadamard(Y))));
    assertEquals("y \\left(- a^{3}\\right)", latex(Y.times(new Numeral(-1).scaling(A))));
    assertEquals("2 \\cdot 3 y", latex(Numeral.TWO.scaling(new Numeral(3).scaling(Y))));
    assertEquals("1.0 \\cdot 10^{-4} y", latex(new Numeral(1e-4).scaling(Y)));
    assertEquals(
        "\\left(\\sum_{k} y_{k}\\right) \\odot a^{3}", latex(Y.summedOverUnits().hadamard(A)));
    assertEquals("a^{3} \\odot \\sum_{k} y_{k}", latex(A.hadamard(Y.summedOverUnits())));
  }

  @Test
  void listingsHaveTheirParenthesesToo() {
    assertEquals("(a[3] - y) * y", numpy(A.minus(Y).hadamard(Y)));
    assertEquals("a[3] - (y - y)", numpy(A.minus(Y.minus(Y))));
    assertEquals("(W[2] @ delta[2]) * y", numpy(W.times(D).hadamard(Y)));
    assertEquals("W[2] @ (delta[2] * y)", numpy(W.times(D.hadamard(Y))));
    assertEquals("(a[3] - y).T", numpy(A.minus(Y).transposed()));
    assertEquals("(a[3] - y) ** 2", numpy(A.minus(Y).squared()));
    assertEquals("a[3].minus(y).hadamard(y);", java(A.minus(Y).hadamard(Y)));
    assertEquals("a[3].minus(y.minus(y));", java(A.minus(Y.minus(Y))));
    assertEquals("y.scaled(eta / m);", java(Parameter.ETA.over(Parameter.BATCH).scaling(Y)));
    assertEquals("y.scaled(1.0 / 2);", java(Numeral.ONE.over(Numeral.TWO).scaling(Y)));
    assertEquals("Matrix.scalar(1).minus(y);", java(Numeral.ONE.minus(Y)));
  }

  private static String compared(Expr textbook, Expr asRun) {
    String latex = new Line(line(asRun), line(textbook)).comparedFormula().styledLatex();
    return latex.replaceAll("\\\\htmlClass\\{q-[a-zA-Z]+\\}\\{([^{}]*(?:\\{[^{}]*\\})?)\\}", "$1");
  }

  @Test
  void aComparisonMarksNoMoreThanItMust() {
    Expr phi = Quantity.Z.of(2);
    assertEquals(
        "z^{1} = W^{2} \\delta^{2} \\htmlClass{struck}{\\odot z^{2}}",
        compared(W.times(D).hadamard(phi), W.times(D)));
    assertEquals(
        "z^{1} = W^{2} \\delta^{2} \\htmlClass{fresh}{\\odot z^{2}}",
        compared(W.times(D), W.times(D).hadamard(phi)));
    assertEquals(
        "z^{1} = \\htmlClass{fresh}{y -} a^{3} \\htmlClass{struck}{- y}",
        compared(A.minus(Y), Y.minus(A)));
    assertEquals("z^{1} = a^{3} \\htmlClass{struck}{+ y}", compared(A.plus(Y), A));
    assertEquals(
        "z^{1} = W^{2} \\htmlClass{struck}{\\delta^{2}}\\htmlClass{fresh}{a^{3}}"
            .replace("}\\html", "} \\html"),
        compared(W.times(D), W.times(A)));
    assertEquals("z^{1} = \\frac{y}{\\htmlClass{struck}{m}}", compared(Y.over(Parameter.BATCH), Y));
  }

  @Test
  void replacingPutsOnePartForAnotherWhereverItStands() {
    Expr expr = A.minus(Y).hadamard(W.times(A.minus(Y)));
    assertEquals(D.hadamard(W.times(D)), expr.replacing(A.minus(Y), D));
    assertSame(expr, expr.replacing(D, A), "what does not occur is not replaced");
    assertEquals(Y, A.replacing(A, Y));
  }

  @Test
  void withoutLeavesOutOneFactor() {
    Statement line = line(W.times(D).hadamard(Y).plus(A));
    assertEquals(line(W.times(D).plus(A)), line.without(Y));
    assertEquals(line, line.without(A), "only a factor on the right of ⊙");
  }

  @Test
  void operandsComeInTheOrderWrittenAndOnce() {
    assertEquals(List.of(W, D, Y), W.times(D).plus(Y).minus(D).operands());
    Statement adds = Quantity.SUM_W.of(1).adds(Quantity.DW.of(1));
    assertEquals(List.of(Quantity.SUM_W.of(1), Quantity.DW.of(1)), adds.operands());
  }

  @Test
  void aSnapshotKeepsWhichNamesShareAnObject() {
    Ref sum = Quantity.SUM_W.of(1);
    Ref zero = Quantity.ZERO_W.of(1);
    Ref bias = Quantity.SUM_B.of(1);
    Memory memory = new Memory();
    double[] row = {0, 0};
    Matrix shared = Matrix.onRows(row, row);
    memory.set(sum, shared);
    memory.set(zero, shared);
    memory.set(bias, Matrix.zeros(2, 1));
    EnumSet<Quantity> kept = EnumSet.of(Quantity.SUM_W, Quantity.ZERO_W, Quantity.SUM_B);
    Memory copy = memory.snapshot(kept, EnumSet.of(Quantity.SUM_W, Quantity.SUM_B));
    assertSame(copy.get(sum), copy.get(zero));
    assertSame(copy.get(sum).row(0), copy.get(sum).row(1));
    assertNotSame(memory.get(sum), copy.get(sum));
    assertNotSame(memory.get(bias), copy.get(bias));
    memory.get(sum).add(Matrix.onRows(new double[] {1, 1}, new double[] {1, 1}));
    assertEquals(2, memory.get(zero).at(0, 0));
    assertEquals(0, copy.get(zero).at(0, 0));
    copy.get(zero).add(Matrix.onRows(new double[] {1, 2}, new double[] {3, 4}));
    assertEquals(4, copy.get(sum).at(1, 0));
  }

  @Test
  void aSharingMemoryHasNamesOfItsOwn() {
    Memory memory = memory();
    Memory twin = memory.sharing();
    assertSame(memory.get(NAMES.get(0)), twin.get(NAMES.get(0)));
    twin.set(NAMES.get(0), Matrix.scalar(1));
    assertEquals("3 × 3", memory.get(NAMES.get(0)).shape());
  }
}
