package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers to lessons in the browser's storage: none is lost, whatever a file or a page brings. */
class LessonAnswersIT extends LessonInBrowser {
  private static final String ANSWER =
      "{\"given\": \"1\", \"right\": true, \"tries\": 1, \"shown\": false}";

  private static String file(String lessons) {
    return "{\"deltascope\": \"lessons\", \"version\": 1, \"last\": \"\", \"lessons\": {"
        + lessons
        + "}}";
  }

  private static Locator progress(Page page) {
    return page.locator("li[data-lesson=sample] .progress");
  }

  private static Locator said(Page page) {
    return page.locator(".keep .verdict");
  }

  /** The sample with one right answer. */
  private Page begun() {
    Page page = sample();
    page.locator("#sign-of-delta [data-sign='-1']").click();
    assertThat(verdict(page, "sign-of-delta")).containsText("Right.");
    return page;
  }

  @Test
  void answersGoAlongInAFileAndABadOneHarmsNothing() throws IOException {
    Page page = sample();
    page.locator("#sign-of-delta [data-sign='-1']").click();
    page.navigate(here("/lessons"));
    Download saved = page.waitForDownload(() -> page.locator("[data-export]").click());
    assertEquals("deltascope-lessons.json", saved.suggestedFilename());
    String text = Files.readString(saved.path());

    page.evaluate("localStorage.clear()");
    page.reload();
    assertThat(page.locator("li[data-lesson=sample] .progress")).isHidden();
    load(page, text);
    assertThat(page.locator(".keep .verdict")).hasText("Loaded: answers to 1 lesson.");
    assertThat(page.locator("li[data-lesson=sample] .progress")).containsText("1 of 7 done");

    for (String bad :
        List.of(
            "",
            "{}",
            "[1, 2]",
            text.substring(1),
            text.replace("\"version\": 1", "\"version\": 9"),
            text.replace("\"right\": true", "\"right\": \"yes\""),
            text.replace("\"tries\": 1", "\"tries\": -1"),
            text.replace("\"sample\"", "\"<script>\""))) {
      load(page, bad);
      assertThat(page.locator(".keep .verdict")).containsText("nothing was changed");
      assertThat(page.locator("li[data-lesson=sample] .progress")).containsText("1 of 7 done");
      load(page, text);
      assertThat(page.locator(".keep .verdict")).containsText("Loaded");
    }
    // An older file takes nothing right away.
    load(page, text.replace("\"right\": true", "\"right\": false"));
    assertThat(page.locator(".keep .verdict")).containsText("Loaded");
    assertThat(page.locator("li[data-lesson=sample] .progress")).containsText("1 of 7 done");
  }

  private static void load(Page page, String text) {
    page.locator("[data-import]")
        .setInputFiles(
            new FilePayload(
                "answers.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFileThatWouldBringTooMuchIsRefusedAndNothingIsLost() {
    Page page = begun();
    page.navigate(here("/lessons"));
    String most =
        IntStream.range(0, 500)
            .mapToObj(k -> "\"other-" + k + "\": {\"answers\": {\"a\": " + ANSWER + "}}")
            .collect(Collectors.joining(","));
    load(page, file(most));
    assertThat(said(page)).containsText("more answers than are kept");
    page.reload();
    assertThat(progress(page)).containsText("1 of 7 done");
  }

  @Test
  void aLessonMayHaveAnyName() {
    Page page = begun();
    page.navigate(here("/lessons"));
    load(page, file("\"constructor\": {\"answers\": {\"constructor\": " + ANSWER + "}}"));
    assertThat(said(page)).hasText("Loaded: answers to 1 lesson.");
    assertThat(progress(page)).containsText("1 of 7 done");
    Download saved = page.waitForDownload(() -> page.locator("[data-export]").click());
    load(page, file(""));
    assertThat(said(page)).hasText("Loaded: answers to 0 lessons.");
    assertTrue(text(saved).contains("\"constructor\""), text(saved));
  }

  private static String text(Download saved) {
    try {
      return Files.readString(saved.path());
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void aFileThatIsGoneByThenIsCalledUnreadable() {
    Page page = open(here("/lessons"));
    page.evaluate(
        "() => { Blob.prototype.text = async () => { throw new DOMException('', 'NotReadableError'); }; }");
    load(page, file(""));
    assertThat(said(page)).containsText("nothing was changed");
  }

  @Test
  void aPlaceWithALongNameDoesNotCostTheAnswers() {
    Page page = begun();
    page.evaluate("document.getElementById('backward-pass').id = 'x'.repeat(130)");
    page.locator("#" + "x".repeat(130) + " .asks").click();
    again(page);
    assertThat(verdict(page, "sign-of-delta")).containsText("Right.");
  }

  @Test
  void aRightAnswerComesBackAsItWasGiven() {
    Page page = begun();
    String asked = page.locator("#first-answer .asks .num").innerText().replace('−', '-');
    String right = "%.2f".formatted(Math.tanh(Double.parseDouble(asked)));
    answer(page, right);
    assertThat(verdict(page, "first-answer")).containsText("Right.");
    answer(page, asked);
    assertThat(verdict(page, "first-answer")).containsText("Not yet.");
    page.locator("#sign-of-delta [data-sign='1']").click();
    assertThat(verdict(page, "sign-of-delta")).containsText("Not yet.");
    again(page);
    assertThat(page.locator("#first-answer input")).hasValue(right);
    assertThat(verdict(page, "first-answer")).containsText("Right.");
    assertThat(page.locator("#sign-of-delta [data-sign='-1']"))
        .hasAttribute("aria-pressed", "true");
    assertThat(page.locator(".tally")).containsText("2 of 7");
  }

  @Test
  void whereNoMoreCanBeStoredAnswersLastAsLongAsThePage() {
    Page page = begun();
    page.evaluate(
        "() => { Storage.prototype.setItem = () => {"
            + " throw new DOMException('', 'QuotaExceededError'); }; }");
    page.locator("#which-bug summary").nth(1).click();
    page.locator("#which-bug summary").nth(0).click();
    assertThat(verdict(page, "which-bug")).containsText("Right.");
    assertThat(page.locator(".tally")).containsText("2 of 7");
  }

  @Test
  void whatIsAskedAgainCountsInItsOwnLessonOnly() {
    Page page = open(here("/lesson/second"));
    ready(page);
    String asked = page.locator("#again-sample-first-answer .asks .num").innerText();
    Locator field = page.locator("#again-sample-first-answer input");
    field.fill("%.2f".formatted(Math.tanh(Double.parseDouble(asked.replace('−', '-')))));
    field.press("Enter");
    assertThat(verdict(page, "again-sample-first-answer")).containsText("Right.");
    assertThat(page.locator(".tally")).containsText("0 of 1 ");
    page.navigate(here("/lessons"));
    assertThat(page.locator("li[data-lesson=second] .progress")).containsText("0 of 1 done");
  }
}
