package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import deltascope.lessons.Lesson;
import deltascope.lessons.LessonFiles;
import deltascope.lessons.Lessons;
import deltascope.lessons.SampleLessons;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson as a student does it: wrong, right, by keyboard, left and gone on with. */
class LessonIT extends LessonInBrowser {
  /** What the console says of a page within the page that had not come when its test ended. */
  private static final String CUT_OFF = "net::ERR_ABORTED";

  static Stream<String> ids() {
    return Lessons.of(LessonFiles.own(), LessonFiles.in(SampleLessons.FOLDER)).readable().stream()
        .map(Lesson::id);
  }

  @Test
  void aWrongNumberIsMetAndARightOneIsKept() {
    Page page = sample();
    String asked = page.locator("#first-answer .asks .num").innerText().replace('−', '-');
    answer(page, asked.replace('.', ','));
    assertThat(verdict(page, "first-answer")).containsText("Not yet.");
    assertThat(verdict(page, "first-answer")).containsText("That is the sum itself");
    assertThat(page.locator("#first-answer .answer")).isHidden();
    again(page);
    assertThat(page.locator("#first-answer input")).hasValue(asked.replace('.', ','));
    assertThat(verdict(page, "first-answer")).containsText("That is the sum itself");

    answer(page, "no number");
    assertThat(verdict(page, "first-answer")).containsText("That is no number");
    double right = Math.tanh(Double.parseDouble(asked));
    answer(page, "%.2f".formatted(right));
    assertThat(verdict(page, "first-answer")).containsText("Right.");
    assertThat(page.locator("#first-answer .answer")).containsText("of the sum");
    again(page);
    assertThat(page.locator("#first-answer input")).hasValue("%.2f".formatted(right));
    assertThat(verdict(page, "first-answer")).containsText("Right.");
    assertThat(page.locator(".tally")).containsText("1 of ");
    assertThat(page.locator(".tally")).containsText("0 of them at the first try");

    page.navigate(here("/lessons"));
    assertThat(page.locator("li[data-lesson=sample] .progress")).containsText("1 of 7 done");
  }

  @Test
  void aCellIsChosenByKeyboardAndASignByPointer() {
    Page page = sample();
    page.locator("#largest-answer .frame").focus();
    List<String> cells = page.locator("#largest-answer tbody td").allInnerTexts();
    int largest = 0;
    for (int k = 0; k < cells.size(); k++) {
      if (number(cells.get(k)) > number(cells.get(largest))) {
        largest = k;
      }
    }
    for (int k = 0; k <= largest; k++) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Enter");
    assertThat(verdict(page, "largest-answer")).containsText("Right.");
    page.locator("#largest-answer tbody td").nth(largest == 0 ? 1 : 0).click();
    assertThat(verdict(page, "largest-answer")).containsText("Not yet.");
    assertTrue(page.url().endsWith("/lesson/sample"), "a click chooses, and leads nowhere");

    boolean low = page.locator("#sign-of-delta .num").last().innerText().startsWith("−");
    assertTrue(low, "an output that should say 1 and is below 0");
    page.locator("#sign-of-delta [data-sign='1']").click();
    assertThat(verdict(page, "sign-of-delta")).containsText("Not yet.");
    page.locator("#sign-of-delta [data-sign='-1']").click();
    assertThat(verdict(page, "sign-of-delta")).containsText("Right.");
    again(page);
    assertThat(page.locator("#sign-of-delta [data-sign='-1']"))
        .hasAttribute("aria-pressed", "true");
  }

  private static double number(String cell) {
    return Double.parseDouble(cell.strip().replace('−', '-'));
  }

  @Test
  void theFirstChoiceCounts() {
    Page page = sample();
    Locator options = page.locator("#which-bug summary");
    options.filter(new Locator.FilterOptions().setHasText("the slope is missing")).click();
    assertThat(verdict(page, "which-bug")).containsText("Not yet.");
    assertThat(page.locator("#which-bug details[open] .because"))
        .containsText("then the sizes would differ");
    options.filter(new Locator.FilterOptions().setHasText("the sign is wrong")).click();
    assertThat(verdict(page, "which-bug")).containsText("Right.");
    assertThat(page.locator(".tally")).containsText("0 of them at the first try");
    again(page);
    assertThat(page.locator("#which-bug details[open]")).hasCount(2);
  }

  private static void take(Page page, String line) {
    page.locator("#backward-pass .pool li:not([data-taken])")
        .filter(new Locator.FilterOptions().setHas(page.getByText(line, exact())))
        .locator("button")
        .press("Enter");
  }

  private static Page.GetByTextOptions exact() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void linesAreOrderedByKeyboardAlone() {
    Page page = sample();
    take(page, "db[2] = delta[2]");
    take(page, "delta[2] = 2 * (y - a[2]) * slope(z[2])");
    take(page, "dW[2] = delta[2] @ a[1].T");
    take(page, "delta[1] = (W[2].T @ delta[2]) * slope(z[1])");
    take(page, "db[1] = delta[1]");
    take(page, "dW[1] = delta[1] @ a[0].T");
    Locator program = page.locator("#backward-pass .program li");
    assertThat(program).hasCount(6);
    program.nth(1).locator("button").first().focus();
    page.keyboard().press("ArrowUp");
    assertThat(program.nth(0)).containsText("y - a[2]");
    Locator check = page.locator("#backward-pass [data-check]");
    check.press("Enter");
    assertThat(verdict(page, "backward-pass")).containsText("Line 1 has a bug in it.");
    program.nth(0).locator("button").last().press("Enter");
    take(page, "delta[2] = 2 * (a[2] - y) * slope(z[2])");
    for (int k = 5; k > 0; k--) {
      program.nth(k).locator("button").first().focus();
      page.keyboard().press("ArrowUp");
    }
    // Gradients of one layer may change places.
    check.press("Enter");
    assertThat(verdict(page, "backward-pass")).containsText("Right.");
    assertThat(page.locator("#backward-pass .answer")).containsText("does not belong");
    again(page);
    assertThat(program).hasCount(6);
    assertThat(verdict(page, "backward-pass")).containsText("Right.");
  }

  @Test
  void whatIsTriedIsComputedAndKept() {
    Page page = sample();
    page.locator("#find-eta label").filter(new Locator.FilterOptions().setHasText("30")).click();
    assertThat(verdict(page, "find-eta")).containsText("Done.");
    assertThat(page.locator("#find-eta output")).hasText(Pattern.compile("2\\d\\.\\d{3}"));
    again(page);
    assertThat(verdict(page, "find-eta")).containsText("Done.");
    page.locator("#find-eta input[value='0.1']").focus();
    page.keyboard().press("ArrowLeft");
    assertThat(verdict(page, "find-eta")).containsText("Not there yet.");
  }

  @Test
  void aLessonIsLeftAndGoneOnWith() {
    Page page = sample();
    page.locator("#s-backward").scrollIntoViewIfNeeded();
    page.mouse().wheel(0, 300);
    page.locator("#backward-pass .asks").click();
    again(page);
    Locator resume = page.locator(".resume a");
    assertThat(resume).containsText("Go on where you left: Backward");
    resume.click();
    assertThat(page.locator("#backward-pass")).isInViewport();
    page.navigate(here("/lessons"));
    assertThat(page.locator(".resume a")).containsText("Go on: A sample");
    page.locator(".resume a").click();
    page.waitForURL(Pattern.compile(".*/lesson/sample#backward-pass$"));
  }

  @Test
  void aSolvedCaseIsRememberedInItsLesson() {
    Page page = open(here("/lesson/sample/mystery?task=hunt"));
    ready(page);
    page.locator(".steps a.bug").click();
    page.locator(".case .button.first").click();
    page.locator("input[value=output-error]").check();
    page.locator(".explain button[type=submit]").click();
    line(page, "delta[2] = 2 * (y - a[2]) * slope(z[2])", "runs");
    line(page, "delta[2] = 2 * (a[2] - y) * slope(z[2])", "repair");
    page.locator(".fix button[type=submit]").click();
    // The page that says so keeps it, and has to have come.
    page.locator("[data-lesson-done]").waitFor();
    page.waitForLoadState();
    page.locator(".go.links a").first().click();
    page.waitForURL(Pattern.compile(".*/lesson/sample#hunt$"));
    assertThat(verdict(page, "hunt")).containsText("Solved.");
  }

  private static void line(Page page, String line, String column) {
    page.locator(".fix tbody tr")
        .filter(new Locator.FilterOptions().setHas(page.getByText(line, exact())))
        .locator("input[name=" + column + "]")
        .check();
  }

  @Test
  void aPageInTheLessonIsAsHighAsWhatItShows() {
    Page page = sample();
    Locator frame = page.locator(".shown-step iframe");
    frame.scrollIntoViewIfNeeded();
    page.frameLocator(".shown-step iframe").locator("[data-move=next]").click();
    assertThat(page.frameLocator(".shown-step iframe").locator(".eyebrow").first())
        .containsText("step 4 of");
    page.waitForFunction(
        "() => { const f = document.querySelector('.shown-step iframe');"
            + " const inside = f.contentDocument.documentElement;"
            + " return Math.abs(inside.scrollHeight - f.clientHeight) <= 2; }");
    assertThat(page.frameLocator(".shown-step iframe").locator("header.top")).hasCount(0);
  }

  /** A formula that cannot be set would stand there in red. */
  @ParameterizedTest
  @MethodSource("ids")
  void everyFormulaOfALessonIsSet(String id) {
    Page page = open(here("/lesson/" + id));
    ready(page);
    assertThat(page.locator(".katex-error")).hasCount(0);
    int formulas = page.locator("main .tex").count();
    page.waitForFunction(
        "n => document.querySelectorAll('main .tex > .katex, main .tex > .katex-display').length"
            + " === n",
        formulas);
    assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"));
    // The pages in it are other tests'; not all of them have come when this one ends.
    forgive(CUT_OFF);
  }

  @Test
  void withoutScriptsALessonCanBeReadAndItsAnswersBeShown() {
    Page page =
        open(here("/lesson/sample"), new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator("#first-answer form")).isHidden();
    page.locator("#first-answer summary").click();
    assertThat(page.locator("#first-answer .answer")).containsText("The answer:");
    page.locator("#which-bug summary").first().click();
    assertThat(page.locator("#which-bug .because").first()).isVisible();
    page.locator("#find-eta label").filter(new Locator.FilterOptions().setHasText("30")).click();
    page.locator("#find-eta button").click();
    page.waitForURL(Pattern.compile(".*try=find-eta&eta=30.*"));
    assertThat(verdict(page, "find-eta")).containsText("Done.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/lessons", "/lesson/sample", "/lesson/sample/key"})
  void nobodyIsShutOut(String path) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page =
          open(
              here(path),
              new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(390, 844));
      if (path.endsWith("sample")) {
        ready(page);
        answer(page, "0.1");
      }
      assertEquals(List.of(), violations(new AxeBuilder(page).exclude("iframe")));
      forgive(CUT_OFF);
    }
  }
}
