package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page for everyone: in another language and theme, by keyboard alone, and twice as large.
 */
class EveryoneIT extends WalkInBrowser {
  /** Pages within a page are pages of their own. */
  private static final String WITHOUT_FRAMES =
      "() => document.querySelectorAll('iframe').forEach((frame) => frame.remove())";

  /** What has the focus: whether it has a name, is seen, and shows that it has the focus. */
  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        e.met = (e.met ?? 0) + 1;
        const named = (e.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
        const name = e.getAttribute("aria-label") || named.trim() || [...(e.labels ?? [])].map((label) => label.textContent).join(" ") || e.textContent.trim() || e.title || e.placeholder;
        const box = e.getBoundingClientRect();
        const seen = [0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some((down) => {
          const there = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
          return there && (e.contains(there) || there.contains(e));
        }));
        const ring = getComputedStyle(e).outlineStyle !== "none" || e.closest("svg") !== null;
        const faults = [!name && "no name", !seen && "not seen", !ring && "no ring", e.met > 3 && "a trap"].filter(Boolean);
        return faults.length ? `${faults.join(", ")}: ${e.outerHTML.slice(0, 200)}` : "";
      }""";

  /** What the keyboard should lead to: of buttons of which one is chosen, to one. */
  private static final String REACHABLE =
      """
      () => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
        .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
        .filter((e) => !e.closest("details:not([open]) > :not(summary)"))
        .filter((e) => e.type !== "radio" || e.checked)""";

  private static final String HOW_MANY = "() => (" + REACHABLE + ")().length";

  private static final String NOT_MET =
      "() => (" + REACHABLE + ")().filter((e) => !e.met).map((e) => e.outerHTML.slice(0, 200))";

  private static Set<String> routes = Set.of();

  static Stream<String> pages() {
    return Stream.concat(EveryPage.ALL.stream(), Stream.of("/mystery/new?level=1&seed=3"));
  }

  @Test
  void everyPageIsLookedAtHere() {
    Server.start(ServerOptions.anyPort(), config -> routes = EveryPage.routes(config)).close();
    Set<String> missing = EveryPage.missing(routes, pages().toList());
    missing.removeAll(EveryPage.PARTS);
    assertEquals(Set.of(), missing, "pages that are new: say in EveryPage how they are asked for");
  }

  /** The page when nothing more comes of itself. */
  private Page whole(String address, Browser.NewContextOptions options) {
    Page page = open(address, options);
    page.evaluate(WITHOUT_FRAMES);
    forgive("net::ERR_ABORTED");
    page.waitForFunction(
        "() => document.readyState === 'complete' && !document.querySelector('[aria-busy=true]')");
    if (address.contains("/train?")) {
      page.waitForFunction(
          "() => document.querySelectorAll('.runs .state progress[hidden]').length === 2");
    }
    return page;
  }

  /** In English and by day as well: {@link LookIT}. At 200 % of 1280 pixels as well. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsAccessibleInGermanInTheDarkAndAtTwiceTheSize(String path) {
    Page page = whole(in("de", path), sized(DESKTOP_WIDTH, DESKTOP_HEIGHT));
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }");
    assertEquals(List.of(), violations(page));
    fits(page, 640, 400);
  }

  /** Tab leads through all of it: nothing is nameless, hidden beneath another part, or a trap. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyPageCanBeWalkedByKeyboardAlone(String path) {
    for (int[] window : List.of(new int[] {1280, 720}, new int[] {390, 700})) {
      Page page = whole(at(path), sized(window[0], window[1]));
      int all = ((Number) page.evaluate(HOW_MANY)).intValue();
      List<String> faults = new ArrayList<>();
      for (int n = 0; n < 2 * all + 20; n++) {
        page.keyboard().press("Tab");
        Object focused = page.evaluate(FOCUSED);
        if (focused == null) {
          break;
        }
        if (!"".equals(focused)) {
          faults.add(String.valueOf(focused));
        }
      }
      assertEquals(List.of(), faults);
      assertTrue(all > 0, "nothing to be reached");
      assertEquals(List.of(), page.evaluate(NOT_MET), "not reached");
    }
  }

  private static String in(String language, String path) {
    return at(path + (path.contains("?") ? "&lang=" : "?lang=") + language);
  }

  private static Browser.NewContextOptions sized(int width, int height) {
    return new Browser.NewContextOptions().setViewportSize(width, height);
  }

  @Test
  void theBrowsersLanguageIsThePagesAndTheStepIsSaidInIt() {
    Page page =
        open(
            at("/step?data=made&step=11"),
            new Browser.NewContextOptions().setLocale("de-AT").setViewportSize(1280, 720));
    ready(page);
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#live")).containsText("Schritt 13 von 24");
    assertThat(page.locator("#live")).containsText("Der Fehler fließt hinab zu Schicht 2");
    page.locator(".prefs a[hreflang=en]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertEquals("/step?data=made&step=12&lang=en", address(page));
    assertThat(page.locator("h1")).hasText("The error flows down to layer 2");
  }
}
