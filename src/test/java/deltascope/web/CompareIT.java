package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two lanes beside each other, in the browser. */
class CompareIT extends WalkInBrowser {
  private static final String SLOPE = "/compare?data=made&bugs=hidden-slope-missing&step=";

  private Page lanes(String path) {
    Page page = open(at(path));
    ready(page);
    return page;
  }

  private static Locator eyebrow(Page page) {
    return page.locator(".lesson > .eyebrow");
  }

  @Test
  void bothLanesStepTogetherWithOneKey() {
    Page page = lanes(SLOPE + 11);
    assertThat(page.locator(".verdict")).containsText("the same here, to the last bit");
    assertThat(page.locator("td.apart")).hasCount(0);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".verdict")).containsText("The lanes part here");
    assertThat(page.locator(".pair.made .lane")).hasCount(3);
    assertThat(page.locator(".lane .struck").first()).isVisible();
    assertThat(page.locator("td.apart")).hasCount(32);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".verdict")).containsText("Handed on, not made here: δ2");
    page.waitForURL(Pattern.compile(".*step=13$"));
    page.keyboard().press("Home");
    assertThat(eyebrow(page))
        .containsText(Pattern.compile("step 1 of 24", Pattern.CASE_INSENSITIVE));
    page.keyboard().press("End");
    assertThat(eyebrow(page))
        .containsText(Pattern.compile("step 24 of 24", Pattern.CASE_INSENSITIVE));
    page.keyboard().press("ArrowLeft");
    assertThat(eyebrow(page))
        .containsText(Pattern.compile("step 23 of 24", Pattern.CASE_INSENSITIVE));
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowDown");
    assertThat(eyebrow(page))
        .containsText(Pattern.compile("layer 2 · step 21", Pattern.CASE_INSENSITIVE));
    page.goBack();
    page.keyboard().press("n");
    page.waitForURL(Pattern.compile(".*sample=1.*"));
    page.keyboard().press("b");
    page.waitForURL(Pattern.compile(".*sample=4.*"));
    assertThat(page.locator(".made .number").first()).isHidden();
  }

  /** What is handed on is outlined in a lighter colour than what is made. */
  @Test
  void knockOnDifferencesAreLighter() {
    Page page = lanes(SLOPE + 12);
    String made = outline(page);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".pair.handed td.apart").first()).isVisible();
    String handed = outline(page);
    assertTrue(made.contains("rgb(179, 24, 13)"), "red where it is made: " + made);
    assertTrue(!handed.contains("rgb(179, 24, 13)"), "not where it is handed on: " + handed);
  }

  private static String outline(Page page) {
    return (String)
        page.locator("td.apart").first().evaluate("cell => getComputedStyle(cell).boxShadow");
  }

  @Test
  void theListTellsTheDistanceOfEveryStep() {
    Page page = lanes("/compare?data=made&bugs=error-sign&step=0");
    Locator rows = page.locator(".steps li");
    assertThat(rows).hasCount(24);
    assertThat(page.locator(".steps li.made")).hasCount(1);
    assertThat(page.locator(".steps li.made .number")).hasText("2.0");
    assertThat(page.locator(".steps li.alike .number").first()).hasText("=");
    assertEquals("0", rows.first().locator("rect").getAttribute("width"));
    double bar = Double.parseDouble(page.locator(".steps li.made rect").getAttribute("width"));
    assertEquals(
        1 + 39 * (Math.log10(2) + 3) / 4, bar, 0.5, "the logarithm of 2 between 10⁻³ and 10");
  }

  @Test
  void firstDifferenceLeadsToTheStepWhereverItIs() {
    Page page = lanes("/compare?data=made&bugs=error-sign&step=0");
    page.keyboard().press("f");
    assertThat(page.locator(".verdict")).containsText("2.0 of its length apart");
    page.waitForURL(Pattern.compile(".*step=9$"));

    Page later = lanes("/compare?data=made&bugs=shared-buffer&batch=3&step=0");
    later.locator("[data-move=first-difference]").click();
    later.waitForURL(Pattern.compile(".*sample=2.*"));
    assertThat(later.locator(".verdict")).containsText("The lanes part here");
    assertThat(later.locator("h1")).hasText("Layer 1: the sum starts again from zero");
  }

  @Test
  void whereThereIsNoDifferenceThePageSaysHowFarItLooked() {
    Page page = lanes("/compare?data=made&net=16-4-10&bugs=argmax-over-samples");
    page.keyboard().press("f");
    assertThat(page.locator("dialog")).containsText("No difference found");
    assertThat(page.locator("dialog")).containsText("2,048 samples");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).isHidden();
  }

  @Test
  void theMapGoesToAnySampleAndStep() {
    Page page = lanes(SLOPE + 12);
    Locator map = page.locator(".distances");
    assertThat(map.locator("tbody tr")).hasCount(36);
    assertThat(map.locator("thead a")).hasCount(24);
    assertThat(map.locator("td.made")).hasCount(4);
    assertThat(map.locator("thead th.batch")).hasCount(6);
    map.locator("tbody tr").nth(13).locator("td a").first().click();
    page.waitForURL(Pattern.compile(".*step=13$"));
    assertThat(map.locator("td a[aria-current]")).hasCount(1);
    map.locator("tbody tr").nth(26).locator("td a").nth(1).click();
    page.waitForURL(Pattern.compile(".*sample=7.*"));
    assertThat(page.locator("h1")).hasText("The weights of layer 2 take a step downhill");
  }

  @Test
  void anyTwoSetsOfBugsCanBeChosen() {
    Page page = lanes("/compare?data=made&step=9");
    assertThat(page.locator(".same")).containsText("Both lanes run the same program");
    choose(page, "Left", "Error with the wrong sign");
    page.waitForURL(Pattern.compile(".*against=error-sign.*"));
    choose(page, "Right", "Hidden slope");
    page.waitForURL(Pattern.compile(".*bugs=hidden-slope-missing.*"));
    assertThat(page.locator(".lane h2").first()).containsText("Left");
    assertThat(page.locator(".lane .wrong")).hasCount(1);
    assertThat(page.locator(".same")).hasCount(0);
    page.locator(".side .chip.on").first().click();
    page.waitForFunction("() => !location.search.includes('against')");
  }

  private static void choose(Page page, String side, String bug) {
    Locator group =
        page.locator(".side").filter(new Locator.FilterOptions().setHasText(side)).first();
    group.locator("summary").click();
    group.locator(".menu a").filter(new Locator.FilterOptions().setHasText(bug)).first().click();
  }

  @Test
  void theWalkWithABugLeadsHereAtTheSameStepAndEachLaneBack() {
    Page page = walk(3, "&bugs=forward-recomputed");
    page.keyboard().press("End");
    page.waitForURL(Pattern.compile(".*step=35.*"));
    page.getByText("compare with the textbook").click();
    page.waitForURL(Pattern.compile(".*/compare.*step=35$"));
    ready(page);
    page.locator(".lane h2 a").first().click();
    page.waitForURL(Pattern.compile(".*/step\\?.*step=23.*"));
    assertTrue(!page.url().contains("bugs="), "the left lane is the textbook's");
    page.goBack();
    page.locator(".lane h2 a").nth(1).click();
    page.waitForURL(Pattern.compile(".*/step\\?.*step=35.*"));
    assertTrue(page.url().contains("bugs=forward-recomputed"));
  }

  @Test
  void aStepThatOnlyOneLaneHasAndALaneThatEndsAreSaid() {
    Page page = lanes("/compare?data=made&bugs=forward-recomputed&step=13");
    assertThat(page.locator(".verdict")).hasText("Only the right lane has this step.");
    assertThat(page.locator(".lane").first()).containsText("This lane has no such step.");
    Page ended = lanes("/compare?data=made&net=784-20-16-10&bugs=weights-not-transposed&step=20");
    assertThat(ended.locator(".verdict")).hasText("Only the left lane has this step.");
    assertThat(ended.locator(".lane").nth(1)).containsText("This lane ended at its step 13");
    assertThat(ended.locator(".steps li.made")).hasCount(1);
  }

  @Test
  void aCellIsComparedInBothLanesAndStaysInTheAddress() {
    Page page = lanes(SLOPE + 12);
    page.locator(".lane").first().locator("tbody tr").nth(8).locator("td").click();
    assertThat(page.locator(".proof .words")).containsText("Unit 9 of layer 2");
    assertThat(page.locator(".proof .line")).containsText("on the left and");
    page.waitForURL(Pattern.compile(".*unit=9.*"));
    assertThat(page.locator("tr.sel")).hasCount(3);
    page.reload();
    assertThat(page.locator(".proof .words")).containsText("Unit 9 of layer 2");
  }

  @Test
  void aCopiedAddressShowsTheSamePixels() {
    Page walked = lanes(SLOPE + 0);
    for (int step = 0; step < 14; step++) {
      walked.keyboard().press("ArrowRight");
    }
    walked.waitForURL(Pattern.compile(".*step=14$"));
    walked.mouse().move(1, 1);
    Page copied = open(walked.url());
    ready(copied);
    assertEquals(0, Screenshots.pixelsApart(WalkIT.steady(walked), WalkIT.steady(copied)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SLOPE + "12&theme=light",
        SLOPE + "12&theme=dark",
        SLOPE + "13&theme=light",
        "/compare?data=made&bugs=shared-buffer&batch=2&sample=2&step=20&theme=light",
        "/compare?data=made&bugs=shared-rows&batch=2&sample=1&step=26&theme=dark",
        "/compare?data=made&bugs=forward-recomputed&step=13&theme=dark",
        "/compare?data=made&bugs=label-scaled&step=0&theme=dark"
      })
  void pagesAreAccessible(String path) {
    assertEquals(List.of(), violations(lanes(path)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 12, 13, 18})
  void nothingIsCutOffOnAPhoneAndTheLanesStack(int step) {
    Page page = phone(at(SLOPE + step));
    fitsAPhone(page);
    double left = page.locator(".lane").nth(0).boundingBox().y;
    double right = page.locator(".lane").nth(1).boundingBox().y;
    assertTrue(right > left + 50, left + " … " + right);
  }

  /** WCAG 2.2, target size. */
  @Test
  void aFingerFindsTheCellsOfTheMap() {
    Page page =
        open(
            at(SLOPE + 12),
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    for (String target : List.of("td a", "thead a")) {
      BoundingBox box = page.locator(".distances " + target).nth(1).boundingBox();
      assertTrue(Math.min(box.width, box.height) >= 24, target + " " + box.width + box.height);
    }
    fitsAPhone(page);
  }

  @Test
  void withoutScriptsTheLinksWork() {
    Page page =
        open(
            at("/compare?data=made&bugs=shared-buffer&batch=3&step=0"),
            new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.locator("[data-move=next]").click();
    page.waitForURL(Pattern.compile(".*step=1$"));
    page.locator("[data-move=first-difference]").click();
    page.waitForURL(Pattern.compile(".*sample=2.*"));
    assertThat(page.locator(".verdict")).containsText("The lanes part here");
    assertThat(page.locator(".lane .formula math").first()).isVisible();
    page.locator(".distances tbody tr").nth(18).locator("td a").nth(3).click();
    page.waitForURL(Pattern.compile(".*sample=3.*"));
    assertTrue(page.url().contains("step=18"), page.url());
    page.navigate(at("/compare/first?data=made&net=16-4-10"));
    assertThat(page.locator("h1")).hasText("No difference found");
    page.getByText("Back to the lanes").click();
    assertThat(page.locator(".lane")).hasCount(3);
  }
}
