package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Another bug or another digit turns the page in place: one document, and every key goes on. */
class TurnIT extends WalkInBrowser {
  private static void mark(Page page) {
    page.evaluate("window.sameDocument = true");
  }

  private static void stillThere(Page page) {
    assertEquals(true, page.evaluate("window.sameDocument === true"));
  }

  @Test
  void aToggledBugTurnsThePageInPlaceAndBackTurnsItBack() {
    Page page = walk(12, "&bugs=hidden-slope-missing");
    mark(page);
    page.locator(".chip.on").click();
    assertThat(page.locator(".chip.on")).hasCount(0);
    assertThat(page.locator(".lesson .acts")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("/step\\?data=made&step=12$"));
    ready(page);
    page.goBack();
    assertThat(page.locator(".chip.on")).hasCount(1);
    assertThat(page.locator(".lesson .acts")).hasCount(1);
    page.goForward();
    assertThat(page.locator(".chip.on")).hasCount(0);
    stillThere(page);
  }

  @Test
  void theKeysWalkOnFromWhereTheNextDigitBegins() {
    Page page = walk(3, "");
    mark(page);
    String first = page.locator(".digit figcaption").innerText();
    page.keyboard().press("n");
    assertThat(page.locator(".digit figcaption")).not().hasText(first);
    ready(page);
    String before = title(page);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).not().hasText(before);
    assertThat(page).hasURL(Pattern.compile("sample=1.*step=4|step=4.*sample=1"));
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("h1")).hasText(before);
    page.keyboard().press("p");
    assertThat(page.locator(".digit figcaption")).hasText(first);
    stillThere(page);
  }

  @Test
  void dialogsMenusAndThemeWorkOnATurnedPage() {
    Page page = walk(3, "");
    mark(page);
    page.keyboard().press("?");
    assertThat(page.locator("dialog[open] .keylist")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("n");
    assertThat(page.locator(".digit figcaption")).containsText("2 of 4");
    ready(page);
    page.keyboard().press("?");
    assertThat(page.locator("dialog[open] .keylist")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    assertThat(page.locator(".switches [type=search]")).isFocused();
    page.keyboard().press("Escape");
    page.keyboard().press("d");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    stillThere(page);
  }

  @Test
  void whoSwitchesOnABugByKeyboardStaysAtTheSwitches() {
    Page page = walk(12, "");
    mark(page);
    page.keyboard().press("/");
    page.keyboard().type("hidden slope");
    page.keyboard().press("Enter");
    assertThat(page.locator(".chip.on")).hasCount(1);
    assertThat(page.locator(".chips summary")).isFocused();
    assertThat(page.locator("#live")).not().hasText("");
    stillThere(page);
  }

  @Test
  void aRefusedAddressIsShownAsThePageThatSaysWhy() {
    Page page = walk(3, "");
    page.evaluate(
        "document.querySelector('[data-move=\"next-sample\"]').setAttribute('href',"
            + " '/step?data=made&sample=60000000')");
    page.keyboard().press("n");
    assertThat(page.locator("main")).containsText("sample is 60000000");
    forgive("the server responded with a status of 400");
  }
}
