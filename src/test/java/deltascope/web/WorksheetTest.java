package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import deltascope.data.Drawing;
import deltascope.web.PrintedSheet.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Worksheets, solved from what is printed on them by another little program, and handed in: whoever
 * works with the printed numbers has to be right.
 */
class WorksheetTest {
  private static final String DIGIT = "/worksheet?data=made&sample=3";
  private static final String SMALL = "/worksheet?example=2-2-2";

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String get(String path) {
    Asked answer = Asked.get(server, path);
    assertEquals(200, answer.status(), path + answer.text());
    return answer.text();
  }

  private static PrintedSheet sheet(String path) {
    return PrintedSheet.of(get(path));
  }

  private static String score(String path, Map<Integer, Double> answers) {
    String page =
        get(
            answers.entrySet().stream()
                .map(each -> "x" + each.getKey() + "=" + decimal(each.getValue()))
                .collect(Collectors.joining("&", path + "&", "")));
    Matcher said = Pattern.compile("<p class=\"score\" role=\"status\">(.*?)</p>").matcher(page);
    assertTrue(said.find(), page);
    return said.group(1);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.12f", value);
  }

  private static double rounded(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
  }

  // One step: every cell is worked out from what the sheet prints.

  private static double[][] worked(String equation, PrintedSheet sheet, int l) {
    String below = "a" + (l - 1);
    return switch (equation) {
      case "z" -> {
        double[][] w = sheet.figure("W" + l).values();
        double[] a = sheet.figure(below).lying();
        double[] z = sheet.figure("b" + l).lying().clone();
        for (int i = 0; i < z.length; i++) {
          for (int j = 0; j < a.length; j++) {
            z[i] += w[i][j] * a[j];
          }
        }
        yield new double[][] {z};
      }
      case "a" -> each(sheet.figure("z" + l).lying(), Math::tanh);
      case "C" -> {
        double[] a = sheet.figure("a" + l).lying();
        double[] y = sheet.figure("y").lying();
        double sum = 0;
        for (int k = 0; k < y.length; k++) {
          sum += (a[k] - y[k]) * (a[k] - y[k]);
        }
        yield new double[][] {{sum}};
      }
      case "δ output" -> {
        double[] a = sheet.figure("a" + l).lying();
        double[] y = sheet.figure("y").lying();
        double[] slope = sheet.figure("φ′(z" + l + ")").lying();
        double[] delta = new double[a.length];
        for (int k = 0; k < y.length; k++) {
          delta[k] = 2 * (a[k] - y[k]) * slope[k];
        }
        yield new double[][] {delta};
      }
      case "δ hidden" -> {
        double[][] turned = sheet.figure("(W" + (l + 1) + ")⊤").values();
        double[] above = sheet.figure("δ" + (l + 1)).lying();
        double[] slope = sheet.figure("φ′(z" + l + ")").lying();
        double[] delta = new double[slope.length];
        for (int i = 0; i < delta.length; i++) {
          for (int k = 0; k < above.length; k++) {
            delta[i] += turned[i][k] * above[k];
          }
          delta[i] *= slope[i];
        }
        yield new double[][] {delta};
      }
      case "∇W" -> {
        double[] delta = sheet.figure("δ" + l).lying();
        double[] a = sheet.figure(below).lying();
        double[][] gradient = new double[delta.length][a.length];
        for (int i = 0; i < delta.length; i++) {
          for (int j = 0; j < a.length; j++) {
            gradient[i][j] = delta[i] * a[j];
          }
        }
        yield gradient;
      }
      case "∇b" -> new double[][] {sheet.figure("δ" + l).lying()};
      case "ΣW" -> both(sheet.figure("ΣW" + l), sheet.figure("∇W" + l), 1);
      case "Σb" -> both(sheet.figure("Σb" + l), sheet.figure("∇b" + l), 1);
      case "W" -> both(sheet.figure("W" + l), sheet.figure("ΣW" + l), -0.1 / 4);
      case "b" -> both(sheet.figure("b" + l), sheet.figure("Σb" + l), -0.1 / 4);
      default -> throw new AssertionError(equation);
    };
  }

  private static double[][] each(double[] values, DoubleUnaryOperator function) {
    double[] images = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      images[i] = function.applyAsDouble(values[i]);
    }
    return new double[][] {images};
  }

  private static double[][] both(Figure one, Figure other, double factor) {
    double[][] sum = new double[one.values().length][];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = one.values()[i].clone();
      for (int j = 0; j < sum[i].length; j++) {
        sum[i][j] += factor * other.values()[i][j];
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "2,z,1,z1",
    "3,a,1,a1",
    "4,z,2,z2",
    "5,a,2,a2",
    "6,C,2,C",
    "7,δ output,2,δ2",
    "8,∇W,2,∇W2",
    "9,∇b,2,∇b2",
    "10,δ hidden,1,δ1",
    "11,∇W,1,∇W1",
    "12,∇b,1,∇b1",
    "13,ΣW,1,ΣW1",
    "14,Σb,1,Σb1",
    "15,ΣW,2,ΣW2",
    "16,Σb,2,Σb2",
    "17,W,1,W1",
    "18,b,1,b1",
    "19,W,2,W2",
    "20,b,2,b2"
  })
  void everyCellOfEveryStepFollowsFromWhatIsPrinted(
      int step, String equation, int layer, String result) {
    for (String decimals : List.of("2", "3", "5")) {
      String path = DIGIT + "&blanks=all&decimals=" + decimals + "&step=" + step;
      PrintedSheet sheet = sheet(path);
      Figure made = sheet.last(result);
      double[][] worked = worked(equation, sheet, layer);
      Map<Integer, Double> answers = PrintedSheet.answers(made, worked);
      assertEquals(sheet.blanks(), answers.size());
      assertEquals("All " + answers.size() + " right.", score(path, answers), path);
      // A tenth of the largest beside it is not.
      double most = 0;
      for (double[] row : worked) {
        for (double value : row) {
          most = Math.max(most, Math.abs(value));
        }
      }
      double far = most / 10 + 0.05;
      answers.replaceAll((number, value) -> value + far);
      assertEquals("0 of " + answers.size() + " right.", score(path, answers), path);
    }
  }

  @Test
  void theKeyHasTheWalksOwnNumbers() {
    JsonNode walk =
        TraceJson.parse(Asked.get(server, "/api/trace?data=made&net=16-3-10&sample=3"))
            .get("steps");
    for (int step = 2; step <= 20; step++) {
      String page = get(DIGIT + "&key=yes&blanks=all&decimals=4&step=" + step);
      JsonNode values = walk.get(step).get("result").get("values");
      List<String> answers = cells(page, "answer");
      assertEquals(values.size(), answers.size());
      for (int k = 0; k < values.size(); k++) {
        String answer = answers.get(k);
        int places = answer.contains(".") ? answer.length() - answer.indexOf('.') - 1 : 0;
        assertTrue(places >= 4, answer);
        assertEquals(
            new BigDecimal(values.get(k).asText()).setScale(places, RoundingMode.HALF_UP),
            new BigDecimal(answer.replace('−', '-')),
            "step " + step);
      }
    }
  }

  private static List<String> cells(String page, String styleClass) {
    return Pattern.compile("<td class=\"" + styleClass + "\">(.*?)</td>")
        .matcher(page)
        .results()
        .map(found -> PrintedSheet.text(found.group(1)))
        .toList();
  }

  // Backwards: the textbook's line turned round by hand.

  @ParameterizedTest
  @CsvSource({
    "2,tanh,1",
    "3,tanh,1",
    "4,tanh,2",
    "5,tanh,2",
    "3,sigmoid,1",
    "5,sigmoid,2",
    "2,relu,1",
    "3,relu,1"
  })
  void aWeightFollowsFromWhatItsUnitSaid(int step, String activation, int layer) {
    for (int choice = 0; choice < 6; choice++) {
      String path =
          DIGIT
              + "&kind=backwards&blanks=3&step="
              + step
              + "&activation="
              + activation
              + "&choice="
              + choice;
      PrintedSheet sheet = sheet(path);
      Figure w = sheet.figure("W" + layer);
      double[] a = sheet.figure("a" + (layer - 1)).lying();
      double[] b = sheet.figure("b" + layer).lying();
      boolean summed = step % 2 == 0;
      double[] told = sheet.figure((summed ? "z" : "a") + layer).lying();
      Map<Integer, Double> answers = new TreeMap<>();
      for (int i = 0; i < told.length; i++) {
        double z = summed ? told[i] : inverse(activation, told[i]);
        double rest = b[i];
        int blank = -1;
        for (int j = 0; j < a.length; j++) {
          if (w.blanks()[i][j] > 0) {
            assertEquals(-1, blank, "one of each unit");
            blank = j;
          } else {
            rest += w.values()[i][j] * a[j];
          }
        }
        if (blank >= 0) {
          answers.put(w.blanks()[i][blank], (z - rest) / a[blank]);
        }
      }
      assertTrue(answers.size() >= 1, path);
      assertEquals("All " + answers.size() + " right.", score(path, answers), path);
      answers.replaceAll((number, value) -> value + 0.4);
      assertEquals("0 of " + answers.size() + " right.", score(path, answers), path);
      for (String found : cells(get(path + "&key=yes"), "answer")) {
        assertTrue(Math.abs(PrintedSheet.number(found)) < 3, found);
      }
    }
  }

  private static double inverse(String activation, double a) {
    return switch (activation) {
      case "tanh" -> 0.5 * Math.log((1 + a) / (1 - a));
      case "sigmoid" -> Math.log(a / (1 - a));
      default -> a;
    };
  }

  // A whole pass, by a program of its own, from the givens to the new weights.

  /** The 2–2–2 network on what a sheet gives, each number rounded as {@code kept} says. */
  private static Map<String, double[][]> pass(PrintedSheet sheet, DoubleUnaryOperator kept) {
    double[][][] w = {sheet.figure("W1").values(), sheet.figure("W2").values()};
    double[][] b = {sheet.figure("b1").lying(), sheet.figure("b2").lying()};
    double[][] a = {sheet.figure("a0").lying(), new double[2], new double[2]};
    double[] y = sheet.figure("y").lying();
    Map<String, double[][]> made = new TreeMap<>();
    for (int l = 1; l <= 2; l++) {
      double[] z = new double[2];
      for (int i = 0; i < 2; i++) {
        z[i] = b[l - 1][i] + w[l - 1][i][0] * a[l - 1][0] + w[l - 1][i][1] * a[l - 1][1];
        z[i] = kept.applyAsDouble(z[i]);
        a[l][i] = kept.applyAsDouble(1 / (1 + Math.exp(-z[i])));
      }
      made.put("z" + l, new double[][] {z});
      made.put("a" + l, new double[][] {a[l]});
    }
    double[][] delta = new double[3][2];
    double cost = 0;
    for (int k = 0; k < 2; k++) {
      double off = a[2][k] - y[k];
      cost += off * off / 2;
      delta[2][k] = off * a[2][k] * (1 - a[2][k]);
    }
    for (int i = 0; i < 2; i++) {
      double back = w[1][0][i] * delta[2][0] + w[1][1][i] * delta[2][1];
      delta[1][i] = back * a[1][i] * (1 - a[1][i]);
    }
    made.put("C", new double[][] {{cost}});
    for (int l = 1; l <= 2; l++) {
      double[][] gradient = new double[2][2];
      double[][] fresh = new double[2][2];
      double[] bias = new double[2];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          gradient[i][j] = delta[l][i] * a[l - 1][j];
          fresh[i][j] = w[l - 1][i][j] - 0.5 * gradient[i][j];
        }
        bias[i] = b[l - 1][i] - 0.5 * delta[l][i];
      }
      made.put("δ" + l, new double[][] {delta[l]});
      made.put("∇W" + l, gradient);
      made.put("W" + l, fresh);
      made.put("b" + l, new double[][] {bias});
    }
    return made;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aWholePassByHandIsRightRoundedOnTheWayOrNot(int sample) {
    String path = SMALL + "&kind=pass&blanks=all&sample=" + sample;
    PrintedSheet sheet = sheet(path);
    for (DoubleUnaryOperator kept :
        List.<DoubleUnaryOperator>of(value -> value, value -> rounded(value, 3))) {
      Map<String, double[][]> made = pass(sheet, kept);
      Map<Integer, Double> answers = new TreeMap<>();
      made.forEach(
          (name, worked) -> answers.putAll(PrintedSheet.answers(sheet.last(name), worked)));
      assertEquals(sheet.blanks(), answers.size());
      assertEquals(33, answers.size());
      assertEquals("All 33 right.", score(path, answers));
    }
  }

  @Test
  void whoForgetsTheSlopeIsToldSo() {
    String path = SMALL + "&kind=step&step=7&blanks=all";
    PrintedSheet sheet = sheet(path);
    double[] a = sheet.figure("a2").lying();
    double[] y = sheet.figure("y").lying();
    Map<Integer, Double> forgotten = Map.of(1, a[0] - y[0], 2, a[1] - y[1]);
    assertEquals("0 of 2 right.", score(path, forgotten));
  }

  @Test
  void theExampleIsWhatTheApiTakes() {
    Asked answer = Asked.post(server, "/api/trace", ExampleNetwork.DOCUMENT);
    JsonNode steps = TraceJson.parse(answer).get("steps");
    assertEquals(200, answer.status());
    for (int step : List.of(2, 5, 7, 11, 17, 19)) {
      List<String> key =
          cells(get(SMALL + "&sample=3&decimals=5&blanks=all&key=yes&step=" + step), "answer");
      JsonNode values = steps.get(step).get("result").get("values");
      for (int k = 0; k < values.size(); k++) {
        assertEquals(values.get(k).asDouble(), PrintedSheet.number(key.get(k)), 6e-6);
      }
    }
  }

  @Test
  void aPassOfADigitPrintsNoBlankAnywhere() {
    for (int sample : List.of(0, 3)) {
      String path = "/worksheet?data=made&kind=pass&decimals=5&sample=" + sample;
      PrintedSheet sheet = sheet(path);
      List<String> answers = cells(get(path + "&key=yes"), "answer");
      assertEquals(sheet.blanks(), answers.size());
      assertTrue(answers.size() > 15, answers.toString());
      String text = PrintedSheet.text(sheet.page());
      for (String answer : answers) {
        assertFalse(text.contains(answer.replace("−", "")), answer);
      }
    }
  }

  // Which cells are blank.

  @Test
  void cellsCanBeNamedAsTheyAreCountedOnThePage() {
    PrintedSheet sheet = sheet(DIGIT + "&step=2&blanks=z1.1,z1.3");
    assertEquals(1, sheet.last("z1").blanks()[0][0]);
    assertEquals(0, sheet.last("z1").blanks()[0][1]);
    assertEquals(2, sheet.last("z1").blanks()[0][2]);
    // Digits and pixels are counted from 0.
    assertEquals(1, sheet(DIGIT + "&step=5&blanks=a2.9").last("a2").blanks()[0][9]);
    PrintedSheet backwards = sheet(DIGIT + "&step=4&kind=backwards&blanks=W2.9.3");
    assertEquals(1, backwards.figure("W2").blanks()[9][2]);
    PrintedSheet pass = sheet(DIGIT + "&kind=pass&blanks=z1.2,C,dW2.0.1");
    assertEquals(3, pass.blanks());
    assertEquals(3, pass.figure("∇W2").blanks()[0][0]);
  }

  @Test
  void anotherChoiceIsOtherCellsAndTheSameChoiceTheSame() {
    List<String> sheets = new ArrayList<>();
    for (int choice : List.of(1, 2, 3, 4, 1)) {
      sheets.add(get(DIGIT + "&step=5&blanks=2&choice=" + choice).replaceAll("choice=\\d+", ""));
    }
    assertEquals(sheets.get(0), sheets.get(4));
    assertTrue(sheets.stream().distinct().count() >= 3);
  }

  // Answers.

  @Test
  void anAnswerIsReadAsPeopleWriteIt() {
    String path = SMALL + "&step=2&blanks=z1.1&x1=";
    for (String right : List.of("0.46", "0,46", "%2B.46", "0.460", "4.6e-1", "+0.4605+", "0.459")) {
      assertTrue(get(path + right).contains("Right: anything from 0.459 to 0.461 is."), right);
    }
    for (String sign : List.of("-0.46", "%E2%88%920.46", "-,46")) {
      assertTrue(get(path + sign).contains("Right but for its sign."), sign);
    }
    for (String wrong : List.of("0.458", "0.462", "46", "0", "1e99")) {
      assertTrue(get(path + wrong).contains("Not this."), wrong);
    }
    for (String none : List.of("a", "1.2.3", "0x1", "NaN", "1e999", "--1", "%3Cb%3E")) {
      assertTrue(get(path + none).contains("This is no number."), none);
    }
    assertFalse(get(path).contains("class=\"score\""));
  }

  // The code.

  @ParameterizedTest
  @ValueSource(
      strings = {
        DIGIT + "&step=5",
        DIGIT + "&kind=backwards&step=3&choice=9&decimals=4&seed=12&activation=sigmoid&eta=0.25",
        DIGIT + "&step=5&activation=relu&output=tanh",
        DIGIT + "&step=5&activation=relu",
        SMALL + "&kind=pass&key=yes&theme=dark&sample=2"
      })
  void theCodeLeadsToTheSameSheet(String path) throws FormatException, ChecksumException {
    String page = get(path);
    String read = new Decoder().decode(code(page)).getText();
    assertTrue(page.contains("<code>" + read.replace("&", "&amp;") + "</code>"), read);
    assertTrue(read.startsWith(server.address()), read);
    String again = get(read.substring(server.address().length() - 1));
    assertEquals(sheetOf(page), sheetOf(again));
    assertFalse(read.contains("theme"), "the reader's own wishes are no part of it");
  }

  @Test
  void anAddressTooLongForACodeStandsThereWithoutOne() {
    int[] zigzag = new int[2 * Drawing.MOST];
    for (int k = 0; k < zigzag.length; k++) {
      zigzag[k] = 20 + k * 31 % 80;
    }
    List<String> blanks = new ArrayList<>();
    for (int unit = 1; unit <= 7; unit++) {
      for (int pixel = 0; pixel < 16; pixel++) {
        blanks.add("dW1." + unit + "." + pixel);
      }
    }
    String path =
        "/worksheet?data=made&net=16-7-10&drawn="
            + new Drawing(4, List.of(zigzag)).text()
            + "&kind=pass&blanks="
            + String.join(",", blanks);
    assertTrue(path.length() > 2_331, "more bytes than the largest code has");
    String page = get(path);
    assertTrue(page.contains("<code>" + server.address().replaceAll("/$", "") + "/worksheet?"));
    assertTrue(page.contains("too long an address for a QR code"));
    assertFalse(page.contains("<figure class=\"code\">"));
    assertTrue(page.contains("<pattern id=\"square\""), "squares to compute on");
    assertFalse(get(DIGIT).contains("too long an address"));
  }

  private static String sheetOf(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
        .replaceAll("<input type=\"hidden\"[^>]*>", "");
  }

  private static BitMatrix code(String page) {
    Matcher drawing =
        Pattern.compile(
                "(?s)<figure class=\"code\"><svg viewBox=\"0 0 (\\d+) \\1\".*?</defs><path d=\"([^\"]*)\"")
            .matcher(page);
    assertTrue(drawing.find());
    int size = Integer.parseInt(drawing.group(1)) - 8;
    BitMatrix bits = new BitMatrix(size);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)").matcher(drawing.group(2));
    while (run.find()) {
      int left = Integer.parseInt(run.group(1)) - 4;
      int top = Integer.parseInt(run.group(2)) - 4;
      bits.setRegion(left, top, Integer.parseInt(run.group(3)), 1);
    }
    return bits;
  }

  // What is refused, and what leads here.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "net=784-16-16-10|net is 784-16-16-10, expected at most 16 inputs, 10 units in a layer and 200"
            + " weights and biases on a worksheet, as 16-3-10",
        "net=16-11-10|net is 16-11-10, expected at most 16 inputs",
        "net=16-9-10|net is 16-9-10, expected at most 16 inputs",
        "bugs=error-sign|bugs is error-sign, expected none: a worksheet prints the textbook’s lines",
        "step=25|step is 25, expected 0…16",
        "decimals=6|decimals is 6, expected a whole number in 2…5",
        "kind=essay|kind is essay, expected one of step, pass, backwards",
        "blanks=0|blanks is 0, expected a number of cells in 1…120, all, or names as z1.2,W2.5.1",
        "blanks=z1:2|blanks is z1:2, expected a number of cells",
        "step=2&blanks=z1.4|blanks is z1.4, expected z1.row, rows 1…3",
        "step=2&blanks=z1.2,z1.2|blanks is z1.2 twice, expected each cell at most once",
        "step=2&blanks=z1|blanks is z1, expected z1.row, rows 1…3",
        "step=8&blanks=dW2.1|blanks is dW2.1, expected dW2.row.column, rows 0…9, columns 1…3",
        "step=2&blanks=a1.1|blanks is a1.1, expected cells of what is worked out on this sheet: z1",
        "kind=backwards&blanks=z1.1|blanks is z1.1, expected cells of what is worked out on this"
            + " sheet: W1",
        "kind=backwards&step=4&blanks=W2.0.1,W2.0.2|blanks is W2.0.1,W2.0.2, expected one weight of"
            + " each unit",
        "kind=backwards&step=2&blanks=W1.1.0|blanks is W1.1.0, expected weights that the printed"
            + " numbers tell: not at an input of 0",
        "kind=pass&blanks=all&net=16-5-10&sample=3|blanks is",
        "example=2-2-2&net=16-3-10|net is beside an example",
        "example=3-3-3|example is 3-3-3",
        "example=2-2-2&sample=4|sample is 4, expected a whole number in 0…3",
        "x121=1|x121 is no parameter here",
        "mystery=abc|mystery is sealed"
      })
  void whatIsNoWorksheetIsRefusedInOneSentence(String asked, String said) {
    String path = "/worksheet?" + (asked.startsWith("example") ? "" : "data=made&") + asked;
    Asked answer = Asked.get(server, path);
    assertEquals(400, answer.status(), path);
    assertTrue(PrintedSheet.text(answer.text()).contains(said), PrintedSheet.text(answer.text()));
  }

  @Test
  void aStepLeadsHereWhereItFitsOnPaper() {
    String walk = "/step?data=made&net=16-3-10&sample=3&step=4";
    String sheet = "/worksheet?data=made&amp;net=16-3-10&amp;sample=3&amp;step=4";
    assertTrue(get(walk).contains(sheet), "the same walk");
    assertNotEquals(-1, get(sheet.replace("&amp;", "&")).indexOf("Layer 2 weighs"));
    assertFalse(get("/step?data=made").contains("href=\"/worksheet?data=made&amp;step"));
    assertFalse(get(walk + "&bugs=error-sign").contains("href=\"/worksheet?data=made"));
  }

  /** On paper a probability can be 0.000, and no hand takes the logarithm of that. */
  @ParameterizedTest
  @CsvSource({
    "softmax,5,2",
    "softmax,5,3",
    "sigmoid,20,2",
  })
  void whatCannotBeWorkedOutFromPrintedNumbersIsRefused(String output, double eta, int decimals) {
    int refused = 0;
    for (int sample = 0; sample < 40; sample++) {
      for (String kind : List.of("pass", "step")) {
        String path =
            "/worksheet?data=made&cost=cross-entropy&step=6&batch=1&output=%s&eta=%s&decimals=%d&sample=%d&kind=%s"
                .formatted(output, eta, decimals, sample, kind);
        Asked answer = Asked.get(server, path);
        if (answer.status() != 200) {
          assertEquals(400, answer.status(), path);
          String said = PrintedSheet.text(answer.text());
          assertTrue(said.contains("expected numbers that can be printed"), path + said);
          refused++;
        }
      }
    }
    assertTrue(refused > 0, "none of these is such a case");
  }

  @Test
  void everyLinkOfABareSheetLeadsToTheNetworkThatItPrints() {
    String page = get("/worksheet?data=made&lang=de&theme=dark&type=large");
    for (String path : List.of("/step", "/compare", "/checks", "/train")) {
      Matcher link = Pattern.compile("<a href=\"(" + path + "\\?[^\"]*)\"").matcher(page);
      assertTrue(link.find(), path);
      for (String said : List.of("net=16-3-10", "lang=de", "theme=dark", "type=large")) {
        assertTrue(link.group(1).contains(said), link.group(1));
      }
    }
  }

  @Test
  void whatTheGuideSaysIsSo() throws IOException {
    String guide = Files.readString(Path.of("docs/worksheets.md"));
    List<String> addresses =
        Pattern.compile("`(/worksheet[^`]*)`")
            .matcher(guide)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(8, addresses.size());
    for (String address : addresses) {
      assertTrue(get(address).contains("class=\"paper"), address);
    }
    assertTrue(get(addresses.get(7)).contains("All 2 right."));
    String document = guide.substring(guide.indexOf("{\"layers\""), guide.lastIndexOf("```"));
    ObjectMapper json = new ObjectMapper();
    assertEquals(json.readTree(ExampleNetwork.DOCUMENT), json.readTree(document));
  }
}
