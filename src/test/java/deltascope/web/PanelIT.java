package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Choosing what is walked: the panel, the samples, the prepared starting points. */
class PanelIT extends WalkInBrowser {
  @Test
  void aWordOfTheSentenceOpensThePanelAtItsField() {
    Page page = walk(0, "");
    page.locator(".scenario a[data-field=eta]").click();
    assertThat(page.locator("#f-eta")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#f-eta")).isHidden();
  }

  @Test
  void aWrongValueIsSaidWhileTyping() {
    Page page = walk(0, "");
    page.locator(".scenario a[data-field=batch]").click();
    page.locator("#f-batch").fill("2000");
    assertThat(page.locator("#n-batch")).containsText("2000 will not do: 1 … 1024");
    page.locator("#f-batch").fill("8");
    assertThat(page.locator("#n-batch")).hasText("1 … 1024");
    page.locator("#f-net").fill("784-16-9");
    page.keyboard().press("Enter");
    assertThat(page.locator("#f-net")).isFocused();
    assertThat(page.locator("#f-net")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void theAddressNamesOnlyWhatDiffersFromTheDefault() {
    Page page = walk(0, "");
    page.locator(".scenario a[data-field=net]").click();
    page.locator("#f-net").fill("16-8-10");
    page.locator("#f-activation").selectOption("sigmoid");
    page.keyboard().press("Tab");
    page.locator(".setup [type=submit]").click();
    assertThat(page.locator(".scenario")).containsText("A sigmoid network 16–8–10");
    assertFalse(page.url().contains("eta="), page.url());
    assertFalse(page.url().contains("cost="), page.url());
  }

  @Test
  void keysTypedIntoAFieldDoNotWalk() {
    Page page = walk(0, "");
    page.locator(".scenario a[data-field=net]").click();
    page.keyboard().press("End");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("The digit becomes numbers");
  }

  @Test
  void aDigitIsChosenAmongThumbnails() {
    Page page = walk(0, "");
    page.keyboard().press("s");
    assertThat(page.locator("dialog .thumbs li")).hasCount(60);
    page.locator("dialog select[name=digit]").selectOption("7");
    assertThat(page.locator("dialog .thumbs img").first())
        .hasAttribute("alt", Pattern.compile("Sample \\d+, a 7"));
    page.locator("dialog .thumbs a").first().click();
    assertThat(page.locator(".digit figcaption")).containsText("A “7”");
  }

  @Test
  void preparedStartingPointsAreOneClickAway() {
    Page page = open(at("/?data=made"));
    for (String title : new String[] {"A saturated unit", "A near tie", "All right already"}) {
      page.navigate(at("/?data=made"));
      page.locator(".starts a").filter(new Locator.FilterOptions().setHasText(title)).click();
      assertThat(page.locator(".lesson h1")).isVisible();
    }
  }
}
