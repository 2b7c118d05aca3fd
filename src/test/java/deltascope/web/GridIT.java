package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bug by check, in the browser. */
class GridIT extends WalkInBrowser {
  private static final String GRID = "/bugs/grid?data=made&of=cards";

  private static Locator rows(Page page) {
    return page.locator("tbody tr:not(.family):not(.clean)");
  }

  @Test
  void theCatalogueLeadsToItAndItSaysWhatItShows() {
    Page page = open(at("/bugs"));
    page.getByText("Which check notices which bug").click();
    assertThat(page.locator("h1")).hasText("Which check notices which bug");
    assertThat(page.locator(".message")).containsText("Accuracy is blind to");
    assertThat(rows(page)).hasCount(44);
    assertThat(page.locator("tbody tr.clean")).hasCount(1);
    assertThat(page.locator("thead th")).hasCount(19);
  }

  @Test
  void aHeadingSortsInPlaceAndTheAddressFollows() {
    Page page = open(at(GRID));
    page.evaluate("() => { window.same = true; }");
    Locator gradient = page.locator("thead th").nth(9);
    gradient.locator("a").click();
    assertThat(page.locator("thead th").nth(9)).hasAttribute("aria-sort", "descending");
    assertTrue(page.url().contains("sort="), page.url());
    assertThat(rows(page).first().locator("td").nth(8)).hasClass("noticed");
    assertThat(rows(page).last().locator("td").nth(8)).hasClass("silent");
    assertEquals(true, page.evaluate("() => window.same"));
    assertThat(page.locator("thead th").nth(9).locator("a")).isFocused();
    page.goBack();
    assertThat(page.locator("tr.family")).hasCount(7);
  }

  @Test
  void arrowKeysGoFromMarkToMarkAndEnterShowsTheEvidence() {
    Page page = open(at(GRID + "&sort=name"));
    page.locator("tbody td a").first().focus();
    for (String key : List.of("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft")) {
      page.keyboard().press(key);
    }
    String href =
        String.valueOf(page.evaluate("() => document.activeElement.getAttribute('href')"));
    assertEquals(1, page.locator("tbody td a[tabindex='0']").count());
    assertTrue(href.startsWith("/checks?data=made&"), href);
    assertTrue(href.endsWith("#buffer-identity"), href);
    page.keyboard().press("Enter");
    assertThat(page.locator("#buffer-identity h2")).hasText("Accumulators of their own");
  }

  @Test
  void withoutScriptsAHeadingIsALinkAndSoIsEveryMark() {
    Page page = open(at(GRID), new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.locator("thead th.count a").click();
    assertThat(page.locator("tr.family")).hasCount(0);
    List<String> counts = rows(page).locator("td.count").allInnerTexts();
    assertEquals(
        counts.stream().map(Integer::valueOf).sorted(java.util.Comparator.reverseOrder()).toList(),
        counts.stream().map(Integer::valueOf).toList());
    assertThat(page.locator(".stand button")).hasText("Measure it here");
  }

  @Test
  void aMeasurementShowsHowFarItIs() {
    Page page = open(at("/bugs/grid?data=made"));
    page.locator(".stand button").click();
    assertThat(page.locator(".stand progress")).isVisible();
    assertThat(page.locator(".stand")).containsText("pieces of work are done");
    assertThat(page.locator(".source")).containsText("Being measured here");
    page.locator(".stand .other").click();
    page.waitForURL(Pattern.compile(".*of=cards.*"));
    assertThat(page.locator(".source")).containsText("on the bugs’ cards");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void itIsAccessible(String theme) {
    Page page = open(at(GRID + "&theme=" + theme));
    assertEquals(List.of(), violations(page));
  }

  @Test
  void onAPhoneTheTableScrollsAndNotThePage() {
    Page page = phone(at(GRID));
    fitsAPhone(page);
  }
}
