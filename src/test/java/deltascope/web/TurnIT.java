package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another bug or another digit turns the page in place: one document, and every key goes on. */
class TurnIT extends WalkInBrowser {
  /**
   * The page a line for each node, but for what was said aloud and what scripts measure or draw.
   */
  private static final String WRITTEN_OUT =
      """
      () => {
        const lines = [];
        const write = (node, indent) => {
          if (node.nodeType === Node.TEXT_NODE) lines.push(indent + node.data.trim());
          if (node.nodeType !== Node.ELEMENT_NODE) return;
          const attributes = [...node.attributes].filter(({ name }) => name !== "style");
          lines.push(`${indent}${node.localName} ${attributes.map(({ name, value }) => `${name}="${value}"`).sort().join(" ")}`);
          if (node.id === "live" || node.localName === "ds-heatmap") return;
          if (node.dataset.tex !== undefined) lines.push(`${indent} set: ${node.querySelector(".katex") !== null}`);
          else node.childNodes.forEach((child) => write(child, indent + " "));
        };
        write(document.body, "");
        return lines.filter((line) => line.trim() !== "").join("\\n");
      }""";

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

  @ParameterizedTest
  @CsvSource({
    "12, bugs=hidden-slope-missing, .chip.on",
    "12, bugs=shared-buffer&sample=7, .chip.on",
    "3, unit=2, [data-move=next-sample]",
    "12, bugs=error-sign&theme=dark, [data-move=next-batch]",
    "15, net=784-30-10&bugs=label-scaled, [data-move=next-sample]",
    "9, net=49-6-5-10&bugs=weights-not-transposed, .chip.on",
  })
  void aTurnedPageIsTheLoadedPage(int step, String more, String link) {
    Page turned = walk(step, "&checks=closed&" + more);
    mark(turned);
    String before = turned.url();
    turned.locator(link).first().click();
    assertThat(turned).not().hasURL(before);
    ready(turned);
    stillThere(turned);
    Page loaded = open(turned.url());
    ready(loaded);
    turned.mouse().move(0, 0);
    assertEquals(loaded.evaluate(WRITTEN_OUT), turned.evaluate(WRITTEN_OUT));
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

  private static final Predicate<String> NEXT_SAMPLE =
      url -> url.contains("/step?") && url.contains("sample=1");

  /** Answers that are held back until the test lets them go. */
  private static final class Held {
    private final Page page;
    private final List<Route> routes = new ArrayList<>();
    private boolean over;

    Held(Page page, Predicate<String> which) {
      this.page = page;
      page.route(
          which,
          route -> {
            if (over) {
              route.resume();
            } else {
              routes.add(route);
            }
          });
    }

    void comes() {
      page.waitForCondition(() -> !routes.isEmpty());
    }

    void letGo() {
      over = true;
      routes.forEach(Route::resume);
    }
  }

  /**
   * On a page whose answers are held: one that was loaded before could still ask past the holding.
   */
  private static void walkOn(Page page, int step) {
    page.navigate(step(step, ""));
    ready(page);
  }

  @Test
  void keysThatArePressedWhileAPageTurnsAreDoneAfterwards() {
    Page page = open(at("/keys"));
    Held held = new Held(page, NEXT_SAMPLE);
    walkOn(page, 3);
    mark(page);
    page.keyboard().press("n");
    held.comes();
    page.keyboard().press("n");
    page.keyboard().press("ArrowRight");
    assertEquals(1, held.routes.size());
    held.letGo();
    assertThat(page).hasURL(Pattern.compile("(?=.*sample=2)(?=.*step=4)"));
    assertThat(page.locator(".digit figcaption")).containsText("3 of 4");
    stillThere(page);
  }

  @Test
  void aStepThatIsClickedWhileAPageTurnsIsOfThatPage() {
    Page page = open(at("/keys"));
    Held held = new Held(page, NEXT_SAMPLE);
    walkOn(page, 3);
    mark(page);
    page.keyboard().press("n");
    held.comes();
    page.locator(".strip [data-go='8']").click();
    held.letGo();
    assertThat(page).hasURL(Pattern.compile("(?=.*sample=1)(?=.*step=8)"));
    assertThat(page.locator(".strip [aria-current]")).hasAttribute("data-go", "8");
    stillThere(page);
  }

  @Test
  void whoGoesBackNoLongerWaitsForThePageThatWasOnItsWay() {
    Page page = open(at("/keys"));
    Held held = new Held(page, NEXT_SAMPLE);
    walkOn(page, 3);
    page.keyboard().press("ArrowRight");
    assertThat(page).hasURL(Pattern.compile("step=4"));
    page.keyboard().press("n");
    held.comes();
    page.evaluate("history.back()");
    assertThat(page).hasURL(Pattern.compile("step=3"));
    page.waitForResponse(url -> url.url().contains("sample=1"), held::letGo).finished();
    page.keyboard().press("ArrowRight");
    assertThat(page).hasURL(Pattern.compile("step=4$"));
    assertThat(page.locator(".digit figcaption")).containsText("1 of 4");
  }

  @Test
  void playingWaitsForAPageThatHasToBeTurnedAndGoesOn() {
    Page page = open(at("/keys"));
    page.clock().install();
    page.route(url -> url.contains("/step/sections"), route -> {});
    page.navigate(step(0, ""));
    Locator button = page.locator("[data-play]");
    assertThat(button).isVisible();
    Held held = new Held(page, url -> url.contains("/step?") && url.contains("step=1"));
    page.keyboard().press("Space");
    page.clock().runFor(1000);
    held.comes();
    page.clock().runFor(10_000);
    assertEquals(1, held.routes.size());
    held.letGo();
    assertThat(page.locator(".strip [aria-current]")).hasAttribute("data-go", "1");
    assertThat(button).hasText("Pause");
    assertThat(button).hasAttribute("aria-pressed", "true");
    page.clock().runFor(1000);
    assertThat(page.locator(".strip [aria-current]")).hasAttribute("data-go", "2");
    page.keyboard().press("Space");
    assertThat(button).hasText("Play");
  }

  @Test
  void sumsThatAreAskedForComeInTheirOrderAndToTheirStep() {
    Page page = open(at("/keys"));
    Held held = new Held(page, url -> url.contains("/step/explain"));
    walkOn(page, 12);
    page.keyboard().press("]");
    held.comes();
    page.keyboard().press("]");
    page.keyboard().press("ArrowRight");
    held.letGo();
    assertThat(page).hasURL(Pattern.compile("(?=.*step=13)(?=.*unit=6)"));
    ready(page);
    page.keyboard().press("ArrowLeft");
    assertThat(page).hasURL(Pattern.compile("(?=.*step=12)(?=.*unit=6)"));
    Page loaded = open(page.url());
    assertThat(page.locator(".proof .words"))
        .hasText(loaded.locator(".proof .words").textContent());
  }
}
