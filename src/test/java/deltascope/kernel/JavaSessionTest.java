package deltascope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Matrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells, as the kernel runs them. */
public class JavaSessionTest {
  private static final int LATEST = 60;

  /** A cell that runs without end says here that it does. */
  public static volatile CountDownLatch begun = new CountDownLatch(0);

  private static JavaSession java;

  @BeforeAll
  static void start() {
    java = new JavaSession();
  }

  @AfterAll
  static void stop() {
    java.close();
  }

  private static Object value(String code) {
    Outcome outcome = java.run(code);
    assertNull(outcome.error(), () -> code + ": " + outcome.error());
    return outcome.value();
  }

  private static Outcome.Failure failure(String code) {
    Outcome.Failure failure = java.run(code).error();
    assertNotNull(failure, code);
    return failure;
  }

  @ParameterizedTest
  @CsvSource({"nte=16-3-10, nte", "data=made&drawn=4.lBQ, drawn", "data=made&theme=dark, theme"})
  void aWalkAskedForWithANameThatIsNoneIsRefused(String query, String name) {
    Outcome.Failure failure = failure("walk(\"" + query + "\")");
    assertEquals("deltascope.math.Refused", failure.name());
    String said = name + " is no parameter here, expected one of data, split, net,";
    assertTrue(failure.message().startsWith(said), failure.message());
  }

  @Test
  void theLastExpressionOfACellIsItsValueItself() {
    assertEquals(2, value("1 + 1"));
    assertEquals(30, value("int a = 5; int b = 6;\n// both\na * b"));
    assertEquals("text", value("\"text\""));
    assertEquals(List.of(1, 2), value("var list = List.of(1, 2);\nlist"));
    Matrix matrix = assertInstanceOf(Matrix.class, value("Matrix.column(1, 2, 3)"));
    assertEquals(3, matrix.rows(), "the engine's own class, not one like it");
  }

  @Test
  void whatEndsWithASemicolonOrDeclaresShowsNothing() {
    assertNull(value("int c = 3"));
    assertNull(value("int c = 3;\nc;"));
    assertNull(value("int square(int x) { return x * x; }"));
    assertNull(value(""));
    assertNull(value("// nothing at all"));
    assertNull(value("String s = null;\ns"));
    assertEquals(49, value("square(7)"));
  }

  @Test
  void anErrorOfTheCompilerPointsAtItsPlace() {
    Outcome.Failure failure = failure("int ok = 1;\nint e = 1 + \"x\";");
    assertEquals("CompileError", failure.name());
    assertEquals(
        "incompatible types: java.lang.String cannot be converted to int", failure.message());
    assertEquals("    int e = 1 + \"x\";", failure.lines().get(1));
    assertEquals("              ^", failure.lines().get(2));
    assertEquals(1, value("ok"), "what stands before it has run");
    assertTrue(failure("int f = ").message().contains("end of file"));
    assertEquals("cannot find symbol\n  symbol:   variable nowhere", failure("nowhere").message());
  }

  @Test
  void anExceptionSaysWhereInTheCellItWasThrown() {
    Outcome.Failure failure = failure("int zero = 0;\nint g = 1;\n\ng / zero");
    assertEquals("java.lang.ArithmeticException", failure.name());
    assertEquals("/ by zero", failure.message());
    assertEquals("java.lang.ArithmeticException: / by zero", failure.lines().get(0));
    Outcome.Failure caused =
        failure("throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));");
    assertTrue(
        caused.lines().contains("Caused by: java.lang.RuntimeException: inner"), caused.toString());
    Outcome.Failure refused = failure("walk(\"data=made&net=16-3-9\")");
    assertEquals("net is 16-3-9, expected 10 units last, one per digit", refused.message());
  }

  @Test
  void whatNamesSomethingUndeclaredIsSaidToWait() {
    Outcome.Failure failure = failure("int h() { return later(); }\nh()");
    assertTrue(failure.message().contains("later"), failure.message());
    assertEquals(4, value("int later() { return 4; }\nh()"));
  }

  @ParameterizedTest
  @CsvSource({
    "while (true) { counter++; }",
    "Thread.sleep(1_000_000);",
    "for (;;) { counter++; Matrix.zeros(60; 60).times(Matrix.zeros(60; 60)); }",
  })
  void aCellThatRunsWithoutEndIsStoppedAndWhatItMadeStays(String endless) throws Exception {
    begun = new CountDownLatch(1);
    String code =
        "int counter = 0;\nString kept = \"kept\";\n"
            + "deltascope.kernel.JavaSessionTest.begun.countDown();\n"
            + endless.replace("60; 60", "60, 60");
    CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> java.run(code));
    assertTrue(begun.await(LATEST, TimeUnit.SECONDS));
    java.interrupt(); // once, and perhaps between two snippets
    Outcome.Failure failure = running.get(LATEST, TimeUnit.SECONDS).error();
    assertNotNull(failure);
    assertEquals("Interrupted", failure.name());
    assertEquals("kept", value("kept"));
    assertEquals(2, value("1 + 1"));
  }

  @Test
  void anInterruptWhereNothingRunsIsNothing() {
    java.interrupt();
    assertEquals(3, value("1 + 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 1, complete",
    "int a = 1;, complete",
    "'for (int i = 0; i < 3; i++) {', incomplete",
    "'int f(int x) { return x; }\nint g(', incomplete",
    "'', complete",
    "// a comment, complete",
    "'int 1a = )', invalid",
  })
  void itIsKnownWhetherACellIsWhole(String code, String status) {
    assertEquals(status, java.cut(code).status());
  }

  @Test
  void whatStandsAtTheCursorIsKnown() {
    value("Matrix asked = Matrix.column(1, 2);");
    assertEquals(List.of("asked:deltascope.math.Matrix"), java.signatures("asked", 2));
    String call = "int n = 1;\nasked.transposed().rows()";
    assertEquals(
        List.of("Matrix Matrix.transposed()"), java.signatures(call, call.indexOf("posed")));
    assertEquals(
        List.of("Matrix Matrix.times(Matrix right)"),
        java.signatures("asked.times(", "asked.times(".length()));
    assertEquals(List.of(), java.signatures("nobodyKnowsThis", 5));
    assertEquals(List.of(), java.signatures("", 0));
  }

  @Test
  void theWordAtTheCursorIsCompleted() {
    value("Matrix someMatrix = Matrix.zeros(2, 2);");
    String code = "int δ = 1;\nsomeMa";
    JavaSession.Completions names = java.completions(code, code.length());
    assertEquals(List.of("someMatrix"), names.words());
    assertEquals(code.indexOf("someMa"), names.start());
    String methods = "int e = 1; someMatrix.transp";
    assertEquals(List.of("transposed()"), java.completions(methods, methods.length()).words());
    String middle = "someMatrix.ro + 1";
    assertTrue(java.completions(middle, "someMatrix.ro".length()).words().contains("rows()"));
  }

  @Test
  void aMatrixIsShownAsTheAppsOwnPicture() throws Exception {
    Matrix matrix =
        (Matrix) value("Matrix.onRows(new double[] {-1, 0, 2}, new double[] {0, 1, 0})");
    Map<String, Object> data = Shown.data(matrix);
    assertEquals("2 × 3, -1.000 … 2.000, ‖·‖ = 2.449", data.get("text/plain"));
    byte[] png = Base64.getDecoder().decode((String) data.get("image/png"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(3 * 24, image.getWidth());
    assertEquals(2 * 24, image.getHeight());
    int zero = image.getRGB(36, 12) & 0xffffff;
    int deepest = image.getRGB(60, 12) & 0xffffff;
    int negative = image.getRGB(12, 12) & 0xffffff;
    assertEquals(zero, image.getRGB(71, 47) & 0xffffff, "every zero is paper");
    assertTrue((deepest >> 16) > (deepest & 0xff), "orange above zero");
    assertTrue((negative >> 16) < (negative & 0xff), "blue below");
    assertEquals(
        200, ImageIO.read(new ByteArrayInputStream(decoded(Matrix.zeros(3, 200)))).getWidth() / 2);
    assertEquals(
        1024, ImageIO.read(new ByteArrayInputStream(decoded(Matrix.zeros(2, 1024)))).getWidth());
  }

  private static byte[] decoded(Matrix matrix) {
    return Base64.getDecoder().decode((String) Shown.data(matrix).get("image/png"));
  }

  @Test
  void aFormulaIsShownAsMathematics() {
    Object formula =
        value("walk(\"data=made&net=16-3-10\").step(\"weighted-sum\").line().formula()");
    assertEquals(
        "$\\displaystyle z^{1} = W^{1} a^{0} + b^{1}$", Shown.data(formula).get("text/latex"));
  }
}
