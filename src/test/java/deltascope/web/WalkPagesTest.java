package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk's pages as the server sends them. */
class WalkPagesTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net=784-16-16-10",
        "net=784-100-10&activation=relu",
        "net=196-64-32-16-10&output=softmax",
        "net=49-8-10&activation=sigmoid&cost=cross-entropy",
        "net=16-10&output=softmax&cost=cross-entropy",
        "net=16-1-1-10&init=zeros&batch=1&activation=linear",
        "net=784-30-10&bugs=error-sign,hidden-slope-missing&view=images&blank=shown",
        "net=49-12-10&init=normal&eta=100&sample=40",
      })
  void everyStepOfAnyWalkHasItsSection(String scenario) {
    Asked sections = Asked.get(server, "/step/sections?data=made&" + scenario);
    assertEquals(200, sections.status());
    String trace = Asked.get(server, "/api/trace?data=made&" + bare(scenario)).text();
    long steps = Pattern.compile("\"step\":\\d").matcher(trace).results().count();
    long articles = Pattern.compile("<article ").matcher(sections.text()).results().count();
    assertEquals(steps, articles);
  }

  private static String bare(String scenario) {
    return scenario.replaceAll("&?(view|blank)=\\w+", "");
  }

  @Test
  void theListingDefinesWhatItsLineCallsAndNothingElse() {
    String error = Asked.get(server, "/step?data=made&step=12").text();
    assertTrue(error.contains("<code>def slope(z): return 1 - np.tanh(z) ** 2</code>"), error);
    assertTrue(error.contains("<code>static Matrix slope(Matrix z) {"), error);
    String sum = Asked.get(server, "/step?data=made&step=2").text();
    assertFalse(sum.contains("listing calls"), "W a + b calls nothing");
  }

  @Test
  void nothingIsStyledOrScriptedInline() {
    String page = Asked.get(server, "/step?data=made&step=12&bugs=hidden-slope-missing").text();
    assertFalse(page.contains("style=\""), "a style attribute");
    assertFalse(Pattern.compile("<script(?![^>]*(src=|application/json))").matcher(page).find());
    assertFalse(Pattern.compile(" on\\w+=\"").matcher(page).find());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/step?step=99 | step is 99, expected 0…23",
        "/compare?step=99 | step is 99, expected 0…23",
        "/compare?step=99&bugs=error-sign | step is 99, expected 0…23",
        "/compare/explain?step=99 | step is 99, expected 0…23",
        "/step/explain?step=99 | step is 99, expected 0…23",
        "/step?step=x | step is x, expected 0…9999",
        "/step?unit=-1 | unit is -1, expected 0…1024",
        "/step?pixel=784 | pixel is 784, expected 0…783",
        "/step?view=sideways | view is sideways, expected images",
        "/step?eta=0 | eta is 0",
        "/step?colour=red | colour",
        "/samples?digit=12 | digit is 12",
        "/step/table?step=2&name=W7 | name is W7",
      })
  void aWrongAddressIsAnsweredInWords(String path, String words) {
    Asked answer = Asked.get(server, path + (path.contains("data=") ? "" : "&data=made"));
    assertEquals(400, answer.status());
    assertTrue(answer.text().contains(words), answer.text());
    assertFalse(answer.text().contains("Exception"));
  }

  /** A digit within the batch has no update, a program that stops has less, another has more. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/step | sample=4&step=35 | 23",
        "/compare | sample=4&step=35 | 23",
        "/step | step=20&bugs=weights-not-transposed | 12",
        "/compare | step=20&bugs=weights-not-transposed&against=weights-not-transposed | 12",
        "/step | sample=3&step=45 | 35",
        "/compare | sample=3&step=45 | 35",
      })
  void aStepThatALinkKeptStandsForTheLastThereIs(String page, String scenario, int last) {
    Asked answer = Asked.get(server, page + "?data=made&net=784-16-12-10&" + scenario);
    assertEquals(200, answer.status(), answer.text());
    Matcher step = Pattern.compile("<article [^>]*data-step=\"(\\d+)\"").matcher(answer.text());
    assertTrue(step.find());
    assertEquals(last, Integer.parseInt(step.group(1)));
  }

  @Test
  void whatIsTypedIntoAnAddressIsNeverMarkup() {
    Asked answer = Asked.get(server, "/step?data=made&theme=%3Cscript%3Ealert(1)%3C/script%3E");
    assertFalse(answer.text().contains("<script>alert"), answer.text());
  }

  @Test
  void theStepAtWhichAProgramStopsSaysWhichShapesDoNotFit() {
    String stops = "/step?data=made&net=49-12-10&bugs=weights-not-transposed&step=10";
    Asked answer = Asked.get(server, stops);
    assertEquals(200, answer.status());
    assertTrue(answer.text().contains("10 × 12"), answer.text());
  }
}
