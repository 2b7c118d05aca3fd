package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A tab's storage: pages go without where it is refused, and a copy of a tab is another page. */
class NoStorageIT extends WalkInBrowser {
  private static final String REFUSED =
      "for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name,"
          + " { get() { throw new DOMException('refused', 'SecurityError'); } });";

  private static final String TRAINING = "/train?data=made&net=16-8-10&batch=20&limit=600&epochs=2";

  private Page refusing() {
    Page page = open(at("/keys"));
    page.context().addInitScript(REFUSED);
    return page;
  }

  @Test
  void aTrainingGoesWithout() {
    Page page = refusing();
    page.navigate(at(TRAINING));
    assertThat(page.locator(".runs .state").first())
        .hasText(
            Pattern.compile("done in .*"),
            new LocatorAssertions.HasTextOptions().setTimeout(60_000));
  }

  @Test
  void aMysteryIsWalkedAndRevealedWithout() {
    Page page = refusing();
    page.navigate(at("/mystery/make?data=made&net=16-8-6-10&bugs=error-sign"));
    page.navigate(page.locator("#projector").inputValue());
    ready(page);
    page.keyboard().press("r");
    assertThat(page.locator("dialog[open]")).isVisible();
  }

  @Test
  void aReloadKeepsThePageTheOneItWasAndACopyOfItsTabIsAnother() {
    Page page = open(at("/keys"));
    String first = listener(page, () -> page.navigate(at(TRAINING)));
    assertEquals(first, listener(page, page::reload));
    Page copy = page.waitForPopup(() -> page.evaluate("() => { window.open('/keys'); }"));
    assertNotEquals(first, listener(copy, () -> copy.navigate(at(TRAINING))));
  }

  /** By which the page is told from others, as it says when it asks to be told of its trainings. */
  private static String listener(Page page, Runnable opens) {
    Request asked =
        page.waitForRequest(request -> request.url().contains("/api/train/several"), opens);
    return asked.url().replaceAll(".*listener=([^&]*).*", "$1");
  }
}
