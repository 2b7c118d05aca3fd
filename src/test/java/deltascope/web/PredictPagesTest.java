package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Predict before it is shown, as the server sends it. The oracle is what the API says. */
class PredictPagesTest {
  private static final Pattern ASKED =
      Pattern.compile("<rect class=\"asked\" x=\"(\\d+)\" y=\"(\\d+)\"");

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String scenario, int step, String more) {
    Asked answer =
        Asked.get(server, "/step?data=made&predict=yes&step=" + step + "&" + scenario + more);
    assertEquals(200, answer.status(), answer.text());
    return answer.text();
  }

  /** Three significant figures, as a page writes them but for the sign. */
  private static String figures(double value) {
    return new BigDecimal(Math.abs(value)).round(new MathContext(3)).toPlainString();
  }

  private static boolean stands(String page, String figures) {
    String text = page.replaceAll("(?s)<script.*?</script>", "");
    return Pattern.compile("(?<![\\d.])" + Pattern.quote(figures) + "(?!\\d)").matcher(text).find();
  }

  private static List<double[]> operands(JsonNode step) {
    List<double[]> operands = new ArrayList<>();
    for (JsonNode operand : step.get("operands")) {
      for (double[] row : TraceJson.matrix(operand)) {
        operands.add(row);
      }
    }
    return operands;
  }

  private static boolean isAnOperand(JsonNode step, double value) {
    return operands(step).stream()
        .anyMatch(
            row -> {
              for (double x : row) {
                if (figures(x).equals(figures(value))) {
                  return true;
                }
              }
              return false;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net=49-6-5-10",
        "net=784-16-16-10",
        "net=16-4-10&batch=1&init=normal",
        "net=49-6-10&activation=sigmoid&output=softmax&cost=cross-entropy",
        "net=49-6-5-10&bugs=hidden-slope-missing,factor-two-dropped&sample=3",
      })
  void noPageTellsWhatItAsksForAndEveryPageDoesAfterwards(String scenario) {
    List<JsonNode> steps = TraceJson.get(server, "data=made&" + scenario).steps();
    int looked = 0;
    for (int k = 0; k < steps.size(); k++) {
      JsonNode step = steps.get(k);
      String hidden = page(scenario, k, "");
      Matcher asked = ASKED.matcher(hidden);
      assertTrue(asked.find(), "nothing asked in step " + k);
      int col = Integer.parseInt(asked.group(1));
      int row = Integer.parseInt(asked.group(2));
      double[][] result = TraceJson.matrix(step.get("result"));
      int side = (int) Math.round(Math.sqrt(result.length));
      double value = k == 0 ? result[row * side + col][0] : result[row][col];
      String told = page(scenario, k, "&guesses=" + k + "x");
      assertTrue(stands(told, figures(value)), k + ": " + value + " is not told");
      if (!isAnOperand(step, value) && Math.abs(value) >= 0.01 && value != Math.rint(value)) {
        assertFalse(stands(hidden, figures(value)), k + ": " + value + " stands there");
        assertFalse(hidden.contains(Double.toString(Math.abs(value))), k + ": all of " + value);
        looked++;
      }
      assertFalse(Pattern.compile("which=(?!operand)").matcher(hidden).find(), "a link in " + k);
      assertFalse(hidden.contains("/api/checks"), "the checks in " + k);
      assertTrue(told.contains("which=result"), "no picture in " + k);
    }
    assertTrue(looked > steps.size() / 4, "looked at " + looked + " of " + steps.size());
  }

  /** The ribbon's dots have the colours of the activations; the sections' memory the sums. */
  @Test
  void theNetworkIsPaleUntilItsLayersAreTold() {
    String pale = page("net=49-6-5-10", 6, "");
    assertFalse(Pattern.compile("<circle class=\"f-?[1-9]").matcher(pale).find());
    String first = page("net=49-6-5-10", 6, "&guesses=0p,1p,2x,3x");
    assertTrue(Pattern.compile("<circle class=\"f-?[1-9]").matcher(first).find());
    String passed = page("net=49-6-5-10", 6, "&guesses=0p,1p,3x");
    assertEquals(
        dots(page("net=49-6-5-10", 6, "&guesses=0p")), dots(passed), "a¹ without z¹ before it");
    assertFalse(page("net=49-6-5-10", 20, "").contains("class=\"memory\""));
    assertTrue(page("net=49-6-5-10", 20, "&guesses=20x").contains("class=\"memory\""));
  }

  private static List<String> dots(String page) {
    return Pattern.compile("<circle [^>]*>")
        .matcher(page)
        .results()
        .map(result -> result.group().replace(" sel", ""))
        .toList();
  }

  /** Every other section, and the sum of one cell alone, is as silent as the page. */
  @Test
  void sectionsAndSumsHideWhatThePageHides() {
    String query = "?data=made&net=49-6-5-10&predict=yes&step=12&unit=2";
    String sections = Asked.get(server, "/step/sections" + query + "&guesses=4x").text();
    long hidden = Pattern.compile("hidden-result").matcher(sections).results().count();
    assertEquals(TraceJson.get(server, "data=made&net=49-6-5-10").steps().size() - 1, hidden);
    String sum = Asked.get(server, "/step/explain" + query).text();
    assertTrue(sum.contains(" = ?</p>"), sum);
    assertTrue(Asked.get(server, "/step/explain" + query + "&guesses=12x").text().contains("<b>"));
  }

  @ParameterizedTest
  @CsvSource({"p, right", "n, wrong", "x, skipped", "v1e9, wrong", "s5, wrong"})
  void whatWasSaidIsJudged(String said, String outcome) {
    // The digit's inked pixel over 255.
    String page = page("net=49-6-5-10", 0, "&guesses=0" + said);
    assertTrue(page.contains("<section class=\"predict\" data-outcome=\"" + outcome + "\""), page);
  }

  @Test
  void aTypedNumberLeadsToTheAddressThatKeepsIt() {
    Asked answer =
        Asked.get(
            server,
            "/step?data=made&net=49-6-5-10&predict=yes&step=4&unit=2&guesses=0p&guess=%E2%88%920,5");
    assertEquals(303, answer.status());
    assertEquals(
        "/step?data=made&net=49-6-5-10&predict=yes&step=4&guesses=0p,4v-0.5",
        answer.header("Location"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "predict=maybe | predict is maybe, expected yes",
        "predict=yes&guesses=3q | guesses is 3q, expected a step and what was said of it"
            + " (or) guesses is q, expected n, z, p",
        "predict=yes&guess=much | guess is much, expected a number, such as -0.41 or 3e-4",
      })
  void whatCannotBeReadIsRefusedInWords(String query, String words) {
    Asked answer = Asked.get(server, "/step?data=made&" + query);
    assertEquals(400, answer.status());
    boolean said = false;
    for (String one : words.split(" \\(or\\) ")) {
      said |= answer.text().contains(one.strip());
    }
    assertTrue(said, answer.text());
  }

  @Test
  void theLastStepTellsHowThePassWentAndLeadsBack() {
    String page = page("net=49-10", 9, "&guesses=0p,1n,2x,4v7");
    assertTrue(page.contains("<section class=\"passed\""), "no summary");
    assertTrue(page.contains("1 right · 2 wrong · 6 skipped"), tally(page));
    assertTrue(page.contains("1 right · 2 wrong · 1 skipped · 6 to come"), "in the margin");
    assertTrue(
        Pattern.compile(
                "(?s)<section class=\"passed\"((?!</section>).)*?href=\"/step\\?(?=[^\"]*predict=yes)"
                    + "(?=[^\"]*guesses=0p,1n,2x,4v7)[^\"]*step=1[&\"]")
            .matcher(page)
            .find(),
        "no way back");
    assertFalse(page("net=49-10", 8, "").contains("<section class=\"passed\""));
  }

  private static String tally(String page) {
    Matcher tally = Pattern.compile("class=\"tally\">([^<]*)").matcher(page);
    StringBuilder all = new StringBuilder();
    while (tally.find()) {
      all.append(tally.group(1)).append('\n');
    }
    return all.toString();
  }
}
