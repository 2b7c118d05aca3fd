package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walking: from step to step, with the address, the history and the keys. */
class WalkIT extends WalkInBrowser {
  /** 784-16-16-10: 24 steps, and 12 more where a batch ends. */
  private static final int LAST = 23;

  @Test
  void theFirstWalkStartsWithOneClickOnTheHomePage() {
    Page page = open(at("/?data=made"));
    page.getByText("Start the walk").click();
    assertThat(page.locator("h1")).hasText("The digit becomes numbers");
    assertTrue(address(page).startsWith("/step"), address(page));
  }

  @Test
  void everyStepIsReachedForwardAndBackAgain() {
    Page page = walk(0, "");
    List<String> forward = new ArrayList<>();
    for (int step = 0; step < LAST; step++) {
      forward.add(title(page));
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".eyebrow").first())
          .containsText(
              "step " + (step + 2) + " of 24",
              new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
    }
    for (int step = LAST - 1; step >= 0; step--) {
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("h1")).hasText(forward.get(step));
    }
  }

  @Test
  void theAddressFollowsAndTheBrowsersBackGoesBack() {
    Page page = walk(3, "");
    page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, named("Next")).click();
    page.waitForURL(Pattern.compile(".*step=4$"));
    String fourth = title(page);
    page.locator("[data-move=last]").click();
    page.waitForURL(Pattern.compile(".*step=23$"));
    page.goBack();
    assertThat(page.locator("h1")).hasText(fourth);
    page.goBack();
    page.waitForURL(Pattern.compile(".*step=3$"));
    page.goForward();
    assertThat(page.locator("h1")).hasText(fourth);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void aCopiedAddressShowsTheSamePixels() {
    Page walked = walk(0, "&checks=closed");
    for (int step = 0; step < 12; step++) {
      walked.keyboard().press("ArrowRight");
    }
    walked.waitForURL(Pattern.compile(".*step=12.*"));
    walked.locator("td.sel, tr.sel td").last().hover();
    walked.mouse().move(1, 1);
    Page copied = open(walked.url());
    ready(copied);
    assertEquals(0, Screenshots.pixelsApart(steady(walked), steady(copied)));
  }

  /** A picture of the window once nothing in it changes any more. */
  static byte[] steady(Page page) {
    page.waitForFunction("() => document.fonts.status === 'loaded'");
    page.evaluate("() => document.activeElement.blur()");
    return page.screenshot(
        new Page.ScreenshotOptions()
            .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
  }

  @Test
  void theKeysMoveByStepLayerAndSample() {
    Page page = walk(2, "");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("h1")).hasText("Layer 2 weighs what layer 1 says");
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("h1")).hasText("Layer 1 weighs the picture");
    page.keyboard().press("End");
    page.waitForURL(Pattern.compile(".*step=23$"));
    page.keyboard().press("Home");
    assertThat(page.locator("h1")).hasText("The digit becomes numbers");
    page.keyboard().press("n");
    page.waitForURL(Pattern.compile(".*sample=1.*"));
    page.keyboard().press("b");
    page.waitForURL(Pattern.compile(".*sample=4.*"));
    page.keyboard().press("p");
    page.waitForURL(Pattern.compile(".*sample=3.*"));
    assertThat(page.locator(".strip a")).hasCount(36);
  }

  @Test
  void theSheetOfKeysOpensAndCloses() {
    Page page = walk(0, "");
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).isVisible();
    assertThat(page.locator("dialog")).containsText("next layer");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("The digit becomes numbers");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).isHidden();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("What the outputs should say");
  }

  @Test
  void playWalksOnByItselfAndPauses() {
    Page page = walk(0, "");
    page.locator("[data-pace]").selectOption("0.5");
    page.keyboard().press("Escape");
    page.locator("[data-play]").click();
    assertThat(page.locator("[data-play]")).hasText("Pause");
    page.waitForURL(Pattern.compile(".*step=2$"));
    page.locator("[data-play]").click();
    assertThat(page.locator("[data-play]")).hasText("Play");
  }

  @Test
  void aClickedCellIsExplainedAndStaysInTheAddress() {
    Page page = walk(12, "");
    Locator result = page.locator("figure.matrix").last();
    result.locator("tbody tr").nth(8).locator("td").click();
    assertThat(page.locator(".proof .words")).containsText("Unit 9 of layer 2");
    page.waitForURL(Pattern.compile(".*unit=9.*"));
    assertThat(page.locator("tr.sel")).hasCount(3);
    page.keyboard().press("]");
    assertThat(page.locator(".proof .words")).containsText("Unit 10 of layer 2");
    page.reload();
    assertThat(page.locator(".proof .words")).containsText("Unit 10 of layer 2");
  }

  @Test
  void theListingIsReadInJavaToo() {
    Page page = walk(12, "");
    page.getByText("Java", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL(Pattern.compile(".*code=java.*"));
    assertThat(page.locator(".code-java .now")).isVisible();
    assertThat(page.locator(".code-numpy .now")).isHidden();
  }

  @Test
  void aBugIsSwitchedOnAndStruckWhereItActs() {
    Page page = walk(12, "");
    page.getByText("switch on a bug").click();
    page.locator(".menu a").filter(new Locator.FilterOptions().setHasText("Hidden slope")).click();
    page.waitForURL(Pattern.compile(".*bugs=hidden-slope-missing.*"));
    assertThat(page.locator(".eyebrow").first())
        .containsText(
            "a bug acts here", new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
    assertThat(page.locator(".formula .struck").first()).isVisible();
    assertThat(
            page.locator("figcaption").filter(new Locator.FilterOptions().setHasText("textbook")))
        .isVisible();
    assertEquals(2, page.locator(".strip a.bug").count());
    page.locator(".chip.on").click();
    page.waitForFunction("() => !location.search.includes('bugs')");
    assertThat(page.locator(".formula .struck")).hasCount(0);
  }
}
