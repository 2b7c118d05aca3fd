package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page for everyone: in another language and theme, by keyboard alone, and twice as large.
 */
class EveryoneIT extends WalkInBrowser {
  private static final List<String> PAGES =
      List.of(
          "/?data=made",
          "/step?data=made&step=2",
          "/step?data=made&step=12&bugs=hidden-slope-missing",
          "/step?data=made&batch=2&bugs=shared-buffer-rescaled&story=momentum&stop=4&sample=3",
          "/step/table?data=made&step=2&name=W1&which=operand",
          "/samples?data=made&digit=3",
          "/keys",
          "/compare?data=made&bugs=error-sign&step=12",
          "/checks?data=made&net=16-8-10&limit=200",
          "/train?data=made&net=16-8-10&bugs=error-sign&epochs=1&limit=200",
          "/bugs",
          "/bugs/shared-buffer",
          "/bugs/grid?data=made",
          "/bugs/looks-wrong",
          "/bugs/looks-wrong/no-decay-of-biases?answer=yes",
          "/quiz?seed=3&answer=yes",
          "/stories",
          "/stories/two-wrongs",
          "/mystery",
          "/mystery/make?data=made&bugs=error-sign&step=9",
          "/mystery/new?level=1&seed=3");

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
        return { met: e.met, said: faults.length ? `${faults.join(", ")}: ${e.outerHTML.slice(0, 200)}` : "" };
      }""";

  private static final String REACHABLE =
      """
      () => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
        .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
        .filter((e) => !e.closest("details:not([open]) > :not(summary)")).length""";

  static Stream<String> pages() {
    return PAGES.stream();
  }

  /** In English and by day as well: {@link LookIT}. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsAccessibleInGermanAndInTheDark(String path) {
    Page page = open(in("de", path));
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }");
    assertEquals(List.of(), LookIT.violations(page));
  }

  /** Tab leads through all of it: nothing is nameless, hidden beneath another part, or a trap. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyPageCanBeWalkedByKeyboardAlone(String path) {
    for (int[] window : List.of(new int[] {1280, 720}, new int[] {390, 700})) {
      Page page = open(at(path), sized(window[0], window[1]));
      page.waitForLoadState();
      int all = ((Number) page.evaluate(REACHABLE)).intValue();
      List<String> faults = new ArrayList<>();
      int met = 0;
      for (int n = 0; n < 2 * all + 20; n++) {
        page.keyboard().press("Tab");
        if (!(page.evaluate(FOCUSED) instanceof Map<?, ?> focused)) {
          break;
        }
        met += Integer.valueOf(1).equals(focused.get("met")) ? 1 : 0;
        if (!"".equals(focused.get("said"))) {
          faults.add(String.valueOf(focused.get("said")));
        }
      }
      assertEquals(List.of(), faults);
      assertTrue(met > 5, met + " of " + all + " reached");
    }
  }

  /** 1280 pixels at 200 %, in the language with the longer words. */
  @ParameterizedTest
  @MethodSource("pages")
  void noPageIsWiderThanAWindowOfHalfTheSize(String path) {
    Page page = open(in("de", path), sized(640, 400));
    int wider =
        (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertTrue(wider <= 0, wider + " pixels too wide");
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
