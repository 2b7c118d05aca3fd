package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reading and walking with scripts switched off. */
class NoScriptIT extends WalkInBrowser {
  private Page plain(String path) {
    return open(at(path), new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  @Test
  void theFormulaIsMathMlAndTheNumbersAreTables() {
    Page page = plain("/step?data=made&step=12");
    assertThat(page.locator(".formula math").first()).isVisible();
    assertThat(page.locator("figure.matrix table")).hasCount(4);
    assertThat(page.locator("table.terms")).isVisible();
    assertThat(page.locator(".code-numpy .now")).containsText("delta[2] =");
  }

  @Test
  void aLargeMatrixIsAPictureAndATableToTurnThePagesOf() {
    Page page = plain("/step?data=made&step=2");
    Locator weights = page.locator("figure.matrix").first();
    assertThat(weights.locator("img")).isVisible();
    weights.locator(".size a").click();
    assertThat(page.locator("h1")).containsText("as a table");
    assertThat(page.locator("table.readable tbody tr")).hasCount(16);
    page.getByText("columns after").click();
    assertThat(page.locator("table.readable thead th").nth(1)).hasText("1,0");
  }

  @Test
  void linksWalkAndChooseAUnit() {
    Page page = plain("/step?data=made&step=12");
    page.locator("[data-move=next]").click();
    page.waitForURL(Pattern.compile(".*step=13.*"));
    page.locator("[data-move=back]").click();
    page.locator("[data-move=next-unit]").click();
    assertThat(page.locator(".proof .words")).containsText("Unit 5 of layer 2");
  }

  @Test
  void thePanelIsAFormThatWorksByItself() {
    Page page = plain("/step?data=made");
    page.locator(".scenario a[data-field=net]").click();
    page.locator("#f-net").fill("49-8-10");
    page.locator(".setup [type=submit]").click();
    assertThat(page.locator(".scenario")).containsText("49–8–10");
    assertEquals(17, page.locator(".strip a").count());
  }
}
