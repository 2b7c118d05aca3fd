package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import deltascope.bugs.Quiz;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Is this a bug? Asked and answered in the browser. */
class QuizIT extends WalkInBrowser {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tenQuestionsAreAnsweredWithTheKeyboardAlone(boolean scripts) {
    Page page = open(at("/bugs"), new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
    page.getByText("Ten questions").focus();
    page.keyboard().press("Enter");
    int number = 0;
    for (Quiz.Question question : Quiz.of(1)) {
      assertThat(page.locator("main .eyebrow")).containsText("Question " + ++number + " of 10");
      page.getByText(question.bug() != null ? "Yes, a bug" : "No, it is right").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#answer")).isFocused();
      assertThat(page.locator("#answer .mark.pass")).isVisible();
      page.locator("#answer .button.first").focus();
      page.keyboard().press("Enter");
    }
    assertThat(page.locator("h1")).hasText("10 of 10 right");
    page.goBack();
    assertThat(page.locator("#answer")).isVisible();
  }

  @Test
  void aCardIsShownWithItsNumbersAndLeadsToItsStep() {
    Page page = open(at("/bugs/looks-wrong"));
    page.getByText("No factor 2 in δᴸ").click();
    assertThat(page.locator(".formula .katex").first()).isVisible();
    assertThat(page.locator("figure.matrix").first()).isVisible();
    page.getByText("No, it is right").click();
    assertThat(page.locator("#answer")).containsText("half of 2 is 1");
    page.getByText("Walk to this step").click();
    assertThat(page.locator(".lesson h1")).hasText("The error of each output");
  }

  @ParameterizedTest
  @CsvSource({
    "/quiz?seed=3, light",
    "/quiz?seed=3&question=2&right=1&answer=yes, dark",
    "/quiz?seed=3&question=11&right=4, light",
    "/bugs/looks-wrong, dark",
    "/bugs/looks-wrong/zero-column-under-blank-pixel?answer=no, light",
    "/bugs/looks-wrong/same-error-for-one-class, dark"
  })
  void thePagesAreAccessibleAndFitAPhone(String path, String theme) {
    String address = at(path + (path.contains("?") ? "&" : "?") + "theme=" + theme);
    Page page = open(address);
    assertEquals(List.of(), violations(page));
    fitsAPhone(page);
  }
}
