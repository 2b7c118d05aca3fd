package deltascope.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lesson's file says, and what is said of one that cannot be read. */
class LessonReaderTest {
  private static final Numbers NUMBERS = new PlainNumbers();

  private static final String FRONT =
      """
      ---
      title: Of errors
      minutes: 5
      needs: nothing
      goal: You have seen them.
      scenario tiny: data=made&net=16-3-10&sample=4
      ---
      """;

  /** In the file's eighth line. */
  private static Lesson read(String body) {
    return LessonReader.read("01-of-errors.md", FRONT + body);
  }

  private static String html(String body) {
    Lesson lesson = read(body);
    var prose = assertInstanceOf(Part.Prose.class, lesson.parts().get(0));
    return prose.text().html(lesson.look(NUMBERS)).strip();
  }

  private static String text(String body) {
    return html(body).replaceAll("<[^>]*>", "");
  }

  private static void says(String message, String body) {
    BadLesson bad = assertThrows(BadLesson.class, () -> read(body));
    assertTrue(
        String.valueOf(bad.getMessage()).startsWith("01-of-errors.md, " + message),
        bad.getMessage());
  }

  @Test
  void theFrontMatterSaysWhatTheLessonIs() {
    Lesson lesson = read("Prose.");
    assertEquals("of-errors", lesson.id());
    assertEquals(1, lesson.number());
    assertEquals("Of errors", lesson.title());
    assertEquals(5, lesson.minutes());
    assertEquals("nothing", lesson.needs());
    assertEquals("You have seen them.", lesson.goal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {{= 2 * 3 + 4}}~10
          {{2 - 3 - 4}}~−5
          {{(2 - 3) * -(4 + 1)}}~5
          {{7 / 2}}~3.5
          {{1 / 3 | 2}}~0.33
          {{2 / 3 | %}}~66.67 %
          {{2.6 | int}}~3
          {{-2 | sign}}{{0 | sign}}{{3 | sign}}~−0+
          {{0.00012345 | sci}}~1.23 · 10⁻⁴
          {{= -0.0001 | 2}}~0.00
          {{60000}}~60,000
          {{= max(1, 5, 3) - min(2, 0.5) | 1}}~4.5
          {{= abs(-2) + sqrt(16) + sign(-9) + round(2.4)}}~7
          {{tanh(0.5)}}~0.462
          {{= log(exp(2)) | 3}}~2.000
          """)
  void arithmeticIsDone(String written, String shown) {
    assertEquals(shown, text(written));
  }

  /** Against the reader's own look at the trace. */
  @Test
  void aReferenceIsWhatTheWalkHas() {
    var scenario = read("Prose.").scenarios().get("tiny").walking();
    var trace = NUMBERS.trace(scenario);
    var steps = trace.steps();
    var z1 = steps.get(2).result();
    var a2 = steps.get(5).result();
    assertEquals("%.6f".formatted(z1.at(2, 0)), text("{{tiny.z1[2] | 6}}").replace('−', '-'));
    assertEquals("%.6f".formatted(a2.max()), text("{{tiny.a2.max | 6}}").replace('−', '-'));
    assertEquals("%.6f".formatted(steps.get(6).result().at(0, 0)), text("{{tiny.C | 6}}"));
    assertEquals("3 × 16", text("{{tiny.W1.rows}} × {{tiny.W1.cols}}"));
    assertEquals("0.1 4 4", text("{{tiny.eta}} {{tiny.batch}} {{tiny.sample}}"));
    assertEquals(String.valueOf(NUMBERS.label(scenario)), text("{{tiny.label}}"));
    assertEquals(
        "%.6f".formatted(steps.get(4).operands().isEmpty() ? 0 : a2.at(1, 0) - z1.at(0, 0)),
        text("{{= tiny.a2[1] - tiny@2.z1[0] | 6}}").replace('−', '-'));
    assertEquals("pass", text("{{tiny.check(gradient-check).verdict}}"));
  }

  @Test
  void whereABugActsTheTextbooksNumberCanBeHad() {
    String body =
        FRONT.replace("sample=4\n", "sample=4\nscenario wrong: tiny&bugs=error-sign\n")
            + "{{= wrong.delta2[3] + wrong.textbook(delta2)[3] | 9}} {{wrong.delta2[3] | sign}}";
    Lesson lesson = LessonReader.read("01-x.md", body);
    var prose = (Part.Prose) lesson.parts().get(0);
    String shown = prose.text().html(lesson.look(NUMBERS)).replaceAll("<[^>]*>", "").strip();
    assertTrue(shown.startsWith("0.000000000 "), shown);
  }

  @Test
  void formulasAreLeftToWhatSetsThem() {
    String html = html("If $W_1 * a_2 * z$ and $z^1_0 = {{= 0 - 2}}$ cost \\$5 and 3 $ more.");
    assertTrue(html.contains("data-tex=\"W_1 * a_2 * z\""), html);
    assertTrue(html.contains("data-tex=\"z^1_0 = -2\""), html);
    assertTrue(html.contains("z<sup>1</sup><sub>0</sub> = <span class=\"num\">−2</span>"), html);
    assertTrue(html.contains("cost $5 and 3 $ more"), html);
    assertTrue(html("$$\\delta = 1$$").contains("class=\"tex display\""));
    assertTrue(html("$2^{{{= 1 + 2}}}$").contains("data-tex=\"2^{3}\""));
  }

  @Test
  void aTablesBarsAreNotAFormats() {
    String html = html("| a | b |\n|---|---|\n| {{1 / 3 | 2}} | x |\n");
    assertTrue(html.contains("<td><span class=\"num\">0.33</span></td>"), html);
    assertTrue(html.contains("<td>x</td>"), html);
  }

  @Test
  void headingsStandBelowTheTitleAndHaveAnAddress() {
    assertTrue(html("# The *first* part").startsWith("<h2 id=\"s-the-first-part\">"));
  }

  @Test
  void aPerCentSignStaysBesideItsNumber() {
    assertEquals("stuck at 9.80\u00a0%, or 10\u00a0%", text("stuck at {{= 9.8 | 2}} %, or 10 %"));
  }

  @Test
  void whoRunsNoScriptsReadsAFormulaInPlainSigns() {
    assertEquals("δ<sup>2</sup> = (a−y)/(m)", PlainTex.html("\\delta^2 = \\frac{a-y}{m}"));
    assertEquals("W<sup>⊤</sup> δ ⊙ φ′(z)", PlainTex.html("W^\\top \\delta \\odot \\varphi'(z)"));
    assertEquals("‖ δ<sub>1</sub> ‖ ≤ 2", PlainTex.html("\\lVert \\delta_1 \\rVert \\le 2"));
  }

  @Test
  void aRangeIsSteppedThrough() {
    Place place = new Place("x", 1);
    assertEquals(List.of("0.01", "0.03", "0.1", "0.3", "1", "3"), Ladder.of(place, "0.01 … 3"));
    assertEquals(List.of("2", "3", "4"), Ladder.of(place, "2 … 4"));
    assertEquals(List.of("1", "10"), Ladder.of(place, "1, 10"));
    assertThrows(BadLesson.class, () -> Ladder.of(place, "7"));
  }

  @Test
  void numbersOfDataThatAreNotHereAreLeftOpen() {
    String body = FRONT.replace("data=made", "data=mnist") + "It costs {{tiny.C}}.";
    Lesson lesson = LessonReader.read("01-x.md", body);
    var prose = (Part.Prose) lesson.parts().get(0);
    assertEquals(
        "<p>It costs <span class=\"num missing\">?</span>.</p>",
        prose.text().html(lesson.look(NUMBERS)).strip());
  }

  // What cannot be read.

  @Test
  void aFileHasAnOrderAndANameOfItsOwn() {
    BadLesson bad = assertThrows(BadLesson.class, () -> LessonReader.read("neuron.md", FRONT));
    assertTrue(String.valueOf(bad.getMessage()).contains("expected a name as 01-one-neuron.md"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          title: Of errors~line 1: the front matter has no title:
          minutes: 5~line 1: the front matter has no minutes:
          needs: nothing~line 1: the front matter has no needs:
          goal: You have seen them.~line 1: the front matter has no goal:
          """)
  void theFrontMatterIsWhole(String line, String message) {
    String text = FRONT.replace(line + "\n", "");
    BadLesson bad = assertThrows(BadLesson.class, () -> LessonReader.read("01-x.md", text));
    assertEquals("01-x.md, " + message, bad.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          minutes: 5~minutes: long~line 1: minutes is “long”, expected 1…99
          needs: nothing~wants: nothing~line 4: “wants: nothing” is unknown
          sample=4~sample=x~line 6: sample is x, expected a whole number
          net=16-3-10~net=3~line 6: net is 3, expected
          net=16-3-10~bugs=nonsense~line 6: bugs is nonsense, expected among
          net=16-3-10~nets=3~line 6: “nets” is no parameter here
          scenario tiny: data=made~scenario tiny: other~line 6: there is no scenario “other”
          scenario tiny~scenario ti ny~line 6: “ti ny” is no name
          """)
  void theFrontMatterIsRight(String from, String to, String message) {
    String text = FRONT.replace(from, to);
    BadLesson bad = assertThrows(BadLesson.class, () -> LessonReader.read("01-x.md", text));
    String said = String.valueOf(bad.getMessage());
    assertTrue(said.startsWith("01-x.md, " + message), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {{tiny.zz1[2]}}~“zz1” is no tensor of 16-3-10
          {{tiny.z3[2]}}~“z3” is no tensor of 16-3-10
          {{big.z1[2]}}~has “big.z1[2]”, expected a number, a function or one of the scenarios tiny
          {{tiny.z1[2]~{{ is not closed
          {{1 +}}~has the end, expected
          {{1 2}}~has “2”, expected the end
          {{sinh(1)}}~there is no function “sinh”, expected one of abs
          {{tanh(1, 2)}}~gives tanh more than one number
          {{1 | wide}}~“wide” is no format
          {{tiny.train[1].loss}}~“loss” is not known, expected testAccuracy
          {{tiny.train[1].predicted}}~expected an index for predicted
          {{tiny.check(nonsense).value}}~check is nonsense, expected one of
          {{tiny.check(gradient-check).colour}}~expected value, threshold or verdict
          {{tiny.W1.mean}}~“.mean” is not known
          <b>bold</b>~<b> is HTML
          """)
  void aReferenceThatLeadsNowhereIsAnError(String body, String message) {
    BadLesson bad = assertThrows(BadLesson.class, () -> read("\n\nWords\n" + body));
    String said = String.valueOf(bad.getMessage());
    assertTrue(said.startsWith("01-of-errors.md, line 11: "), said);
    assertTrue(said.contains(message), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {{tiny.z1}}~it has 3 × 1 cells, expected which
          {{tiny.z1[3]}}~it has 3 × 1 cells, counted from 0
          {{tiny.W1[1]}}~it has 3 × 16 cells, expected [row,col]
          {{tiny@99.z1[1]}}~the walk has steps 0…
          {{tiny@0.z1[1]}}~step 0 makes or reads z1
          {{tiny.train[7].testCost}}~it trains 3 epochs
          {{= tiny.check(gradient-check).verdict + 1}}~reckons with a word
          """)
  void aReferenceThatHasNoNumberIsAnErrorWhenItIsShown(String body, String message) {
    Lesson lesson = read("\n\nWords\n" + body.replace("train[7]", "train[7]"));
    var prose = (Part.Prose) lesson.parts().get(0);
    BadLesson bad = assertThrows(BadLesson.class, () -> prose.text().html(lesson.look(NUMBERS)));
    String said = String.valueOf(bad.getMessage());
    assertTrue(said.startsWith("01-of-errors.md, line 11: "), said);
    assertTrue(said.contains(message), said);
  }

  private static String block(String kind, String... lines) {
    return "```" + kind + "\n" + String.join("\n", lines) + "\n```\n";
  }

  @Test
  void aBlockIsOneThatThereIs() {
    says("line 8: “stepp” is no block, expected one of again, check,", block("stepp", "at: tiny"));
    says("line 8: the block is not closed", "```step\nat: tiny\n");
    says("line 10: a step stands within a list", "\n- x\n  ```step\n  at: tiny\n  ```\n");
    assertInstanceOf(Part.Prose.class, read(block("python", "x = 1")).parts().get(0));
    assertInstanceOf(Part.Prose.class, read(block("", "x = 1")).parts().get(0));
  }

  @Test
  void aBlockHasWhatItsKindHas() {
    says("line 8: this step has no “at:”", block("step", "caption: x"));
    says("line 9: “ask:” does not belong in step", block("step", "ask: x", "at: tiny"));
    says("line 10: “at” stands twice", block("step", "at: tiny", "at: tiny"));
    says("line 9: there is no scenario “big”", block("step", "at: big&step=2"));
    says("line 9: “colour” is no parameter here", block("step", "at: tiny&colour=2"));
    says("line 9: “x y” is no line of a block", block("step", "x y"));
    says("line 10: check is nonsense", block("check", "at: tiny", "only: nonsense"));
    says("line 8: this train has no “at:”", block("train", "caption: x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "answer", "id"})
  void aQuestionIsWhole(String key) {
    String whole = block("predict", "id: x", "ask: What?", "answer: 1");
    read(whole);
    String less =
        Pattern.compile("^" + key + ": .*\n", Pattern.MULTILINE).matcher(whole).replaceAll("");
    says("line 8: this predict has no “" + key + ":”", less);
  }

  @Test
  void aQuestionIsRight() {
    says("line 11: “many” is no number", block("predict", "id: x", "ask: What?", "answer: many"));
    says(
        "line 12: kind is “colour”, expected number, sign or cell",
        block("predict", "id: x", "ask: What?", "answer: 1", "kind: colour"));
    says(
        "line 12: within is “near”",
        block("predict", "id: x", "ask: What?", "answer: 1", "within: near"));
    says(
        "line 8: this predict has no “of:”",
        block("predict", "id: x", "kind: cell", "ask: What?", "answer: 1"));
    says(
        "line 12: of is “z1”, expected a tensor",
        block("predict", "id: x", "kind: cell", "ask: What?", "of: z1", "answer: 1"));
    says("line 9: id is “X y”", block("predict", "id: X y", "ask: What?", "answer: 1"));
    says(
        "line 13: there is another “id: x”",
        block("predict", "id: x", "ask: What?", "answer: 1").repeat(2));
    says(
        "line 8: expected two options or more",
        block("choice", "id: x", "ask: What?", "- wrong: no | never", "- wrong: no | no"));
    says(
        "line 11: this option has no “ | ”",
        block("choice", "id: x", "ask: What?", "- right: yes", "- wrong: no | no"));
    says(
        "line 11: “- maybe:” is no option",
        block("choice", "id: x", "ask: What?", "- maybe: yes | x", "- wrong: no | no"));
    says("line 9: from is “x”, expected lesson#question", block("again", "from: x"));
  }

  @Test
  void linesAreThoseOfAProgram() {
    String[] order = {"id: x", "ask: How?", "at: tiny", "lines: cost, output-error@2"};
    Lesson lesson = read(block("order", order));
    var part = (Part.Order) lesson.parts().get(0);
    assertEquals(
        "delta[2] = 2 * (a[2] - y) * slope(z[2])",
        part.lines().get(1).line(lesson.look(NUMBERS), part.of()).plainNumpy().text());
    order[3] = "lines: cost, output-terror@2";
    says("line 12: “output-terror” is no equation", block("order", order));
    order[3] = "lines: cost, output-error@3";
    says("line 12: “output-error@3” has no layer 1…2", block("order", order));
    order[3] = "lines: cost, output-error@2\nwrong: errors-sign@2";
    says("line 13: bugs is errors-sign", block("order", order));
    order[3] = "lines: cost, output-error@2\nfree: cost input";
    says("line 13: “input” is none of the lines", block("order", order));
  }

  @Test
  void linesThatMayChangePlacesAreOneGroup() {
    Lesson lesson =
        read(
            block(
                "order",
                "id: x",
                "ask: How?",
                "at: tiny",
                "lines: output-error@2, weight-gradient@2, bias-gradient@2, hidden-error@1",
                "free: weight-gradient@2 bias-gradient@2"));
    assertEquals(List.of(0, 1, 1, 3), ((Part.Order) lesson.parts().get(0)).free());
  }

  @Test
  void whatIsTriedCanBeTried() {
    String[] tryit = {"id: x", "task: Find it.", "at: tiny", "vary: eta 0.1, 1", "watch: tiny.C"};
    String until = "until: > 9";
    Lesson lesson = read(block("tryit", tryit[0], tryit[1], tryit[2], tryit[3], tryit[4], until));
    var part = (Part.TryIt) lesson.parts().get(0);
    var look = lesson.look(NUMBERS);
    double usual = part.watched(look, java.util.Map.of("eta", "0.1")).value();
    double larger = part.watched(look, java.util.Map.of("eta", "1")).value();
    assertEquals(part.watch().amount(look).value(), usual);
    assertTrue(usual != larger, "η does something");
    says(
        "line 12: vary is “speed 1, 2”",
        block("tryit", tryit[0], tryit[1], tryit[2], "vary: speed 1, 2", tryit[4], until));
    says(
        "line 12: eta is 0, expected",
        block("tryit", tryit[0], tryit[1], tryit[2], "vary: eta 0, 2", tryit[4], until));
    says(
        "line 14: until is “9”, expected as > 9.5",
        block("tryit", tryit[0], tryit[1], tryit[2], tryit[3], tryit[4], "until: 9"));
    says(
        "line 8: this tryit varies 0 parameters",
        block("tryit", tryit[0], tryit[1], tryit[2], tryit[4], until));
  }

  @Test
  void aCaseIsOneThatCanBePlayed() {
    says(
        "line 10: level is “4”",
        block("mystery", "id: x", "level: 4", "case: tiny&bugs=error-sign"));
    says("line 10: it has 0 bugs", block("mystery", "id: x", "case: tiny", "level: 1"));
    says("line 9: there is no scenario", block("mystery", "case: big", "id: x"));
  }
}
