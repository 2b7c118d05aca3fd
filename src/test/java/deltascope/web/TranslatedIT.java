package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import deltascope.web.page.Marked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What scripts say comes from the files of phrases too: as {@link TranslatedTest}, in a browser.
 */
class TranslatedIT extends WalkInBrowser {
  /** Words that are read outside of every phrase; formulas, programs and names are left out. */
  private static final String UNMARKED =
      """
      () => {
        const found = [];
        const left = "script, style, noscript, .katex, .tex, math, code, pre, .listing-part, .sym, text.name, text.value";
        const names = /^(Deltascope|MNIST|tanh|NaN|CSV|SVG|PNG|json|csv|npy|pixels|label)$/;
        const say = (text) => {
          for (const rest of text.split(/⟦[^⟦⟧]*⟧/)) {
            for (const word of rest.match(/\\p{L}{2,}/gu) ?? []) if (!names.test(word)) found.push(rest.trim());
          }
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(left)) say(texts.currentNode.data);
        for (const name of ["aria-label", "title", "alt", "placeholder"]) {
          for (const element of document.querySelectorAll(`[${name}]`)) if (!element.closest(".katex, .tex")) say(element.getAttribute(name));
        }
        return [...new Set(found)].sort().join("; ");
      }""";

  private static Server marked;

  @BeforeAll
  static void startAnother() {
    marked =
        Server.start(
            ServerOptions.anyPort(),
            config -> config.before(ctx -> Languages.put(ctx, Marked.words())));
  }

  @AfterAll
  static void stopIt() {
    marked.close();
  }

  private static String there(String path) {
    return at(marked, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?data=made",
        "/step?data=made&step=2",
        "/step?data=made&step=12&bugs=hidden-slope-missing",
        "/compare?data=made&bugs=error-sign&step=12",
        "/bugs/grid?data=made"
      })
  void scriptsAddNothingThatIsNotInTheFilesOfPhrases(String path) {
    Page page = open(there(path));
    if (path.startsWith("/step") || path.startsWith("/compare")) {
      ready(page);
      page.keyboard().press("ArrowRight");
    }
    assertEquals("", page.evaluate(UNMARKED));
  }

  @Test
  void norInTheLab() {
    Page page =
        open(there("/train?data=made&net=16-8-10&bugs=label-scaled&epochs=1&limit=300&batch=10"));
    assertThat(page.locator(".state").last()).containsText("done in");
    page.locator(".point").last().focus();
    assertEquals("", page.evaluate(UNMARKED));
  }
}
