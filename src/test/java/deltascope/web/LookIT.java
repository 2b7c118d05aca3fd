package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page must be for every reader: accessible, narrow or large, dark or printed. */
class LookIT extends WalkInBrowser {
  private static final String BUGGED = "/step?data=made&step=12&bugs=hidden-slope-missing";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/?data=made light",
        "/?data=made dark",
        "/step?data=made light",
        "/step?data=made&step=2 light",
        "/step?data=made&step=2&view=images dark",
        "/step?data=made&step=8 light",
        BUGGED + " light",
        BUGGED + " dark",
        "/step?data=made&sample=3&step=24 light",
        "/step?data=made&sample=3&step=31 dark",
        "/step?data=made&panel=open light",
        "/samples?data=made&digit=3 dark",
        "/step/table?data=made&step=2&name=W1&which=operand dark",
        "/keys light",
        "/bugs light",
        "/bugs/hidden-slope-missing dark",
        "/stories light",
        "/stories/momentum dark",
        "/step?data=made&batch=2&bugs=shared-buffer-rescaled&story=momentum&stop=4&sample=3 light"
      })
  void pagesAreAccessible(String path, String theme) {
    Page page = open(at(path + (path.contains("?") ? "&" : "?") + "theme=" + theme));
    if (path.startsWith("/step?")) {
      ready(page);
    }
    assertEquals(List.of(), violations(page));
  }

  @Test
  void aFaultIsFound() {
    Page page = open(at("/keys"));
    page.setContent(
        "<html lang=en><title>A</title><main><h1>A</h1><button></button></main></html>");
    assertEquals(1, violations(page).size());
  }

  @Test
  void theErrorPageIsAccessibleAndSaysWhatWasExpected() {
    // The refusal itself is what the console may mention.
    Page page = open(at("/keys"));
    page.setContent(Asked.get(server(), "/step?step=99").text());
    assertEquals(List.of(), violations(page));
    assertThat(page.locator("main")).containsText("step is 99, expected 0…23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?data=made",
        "/step?data=made",
        "/step?data=made&step=2",
        "/step?data=made&step=2&view=images",
        BUGGED,
        "/step?data=made&step=16",
        "/step?data=made&panel=open",
        "/samples?data=made",
        "/keys",
        "/bugs",
        "/bugs/hidden-slope-missing"
      })
  void nothingIsCutOffOnAPhone(String path) {
    fitsAPhone(phone(at(path)));
  }

  @Test
  void theProofIsInSightOnALaptop() {
    Page page = walk(12, "");
    assertThat(page.locator(".proof .line")).isVisible();
    assertTrue(
        page.locator(".proof .line").boundingBox().y + 20
            < page.locator(".transport").boundingBox().y);
  }

  @Test
  void aProjectorGetsLargerType() {
    double usual = walk(12, "").locator("h1").boundingBox().height;
    double large = walk(12, "&type=large").locator("h1").boundingBox().height;
    assertTrue(large > 1.2 * usual, usual + " → " + large);
  }

  @Test
  void darkAndLightAreOneKeyApartAndStayInTheAddress() {
    Page page = walk(12, "&theme=light");
    Object light = page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    page.keyboard().press("d");
    page.waitForURL(java.util.regex.Pattern.compile(".*theme=dark.*"));
    Object dark = page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    page.reload();
    assertEquals(dark, page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
    assertTrue(!dark.equals(light));
  }

  @Test
  void printLeavesTheControlsOut() {
    Page page = walk(12, "&theme=dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".transport")).isHidden();
    assertThat(page.locator(".formula")).isVisible();
    assertEquals(
        "rgb(253, 252, 248)",
        page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
  }

  @Test
  void nothingMovesForThoseWhoWantItStill() {
    Page page = walk(12, "");
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    Object moving =
        page.evaluate(
            "() => [...document.querySelectorAll('*')].filter(e =>"
                + " [null, '::before'].some(p =>"
                + " getComputedStyle(e, p).transitionDuration !== '0s')).length");
    assertEquals(0, moving);
  }
}
