package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling a number before it is shown, in a browser. */
class PredictIT extends WalkInBrowser {
  private static final String NET = "&net=49-6-5-10&predict=yes";

  /** δ² of the asked cell: step 11 of 49-6-5-10 (5 units in layer 2). */
  private static final int STEP = 12;

  private double asked(Page page) {
    int row =
        ((Number) page.evaluate("() => +document.querySelector('.asked').getAttribute('y')"))
            .intValue();
    JsonNode step = TraceJson.get(server(), "data=made&net=49-6-5-10").steps().get(STEP);
    assertEquals("hidden-error", step.get("equation").asText());
    return TraceJson.matrix(step.get("result"))[row][0];
  }

  private static String figures(double value) {
    return String.format(Locale.ROOT, "%.3g", Math.abs(value));
  }

  @Test
  void nothingInThePageHoldsTheNumberUntilItIsTold() {
    Page page = walk(STEP, NET);
    double value = asked(page);
    String everything = "() => document.documentElement.outerHTML";
    assertFalse(((String) page.evaluate(everything)).contains(figures(value)), figures(value));
    // Whoever points at the place, or asks it with the keys, is told nothing either.
    page.locator(".hidden-result").hover();
    page.locator(".hidden-result").click();
    assertThat(page.locator(".readout output")).hasText("");
    page.keyboard().press(value > 0 ? "+" : "-");
    assertThat(page.locator(".predict[data-outcome=right] .verdict")).containsText(figures(value));
    assertThat(page.locator("figure.matrix").last().locator("tr.sel td")).isVisible();
    assertThat(page.locator("#live")).containsText("Right");
    assertThat(page).hasURL(Pattern.compile("guesses=12[pn]"));
    page.goBack();
    assertThat(page.locator(".predict form")).isVisible();
    assertFalse(((String) page.evaluate(everything)).contains(figures(value)), "after going back");
  }

  @Test
  void aPassIsPredictedByKeysAndSummedUpAtItsEnd() {
    Page page = walk(0, NET);
    page.keyboard().press("+");
    assertThat(page.locator(".predict[data-outcome=right]")).isVisible();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".predict form")).isVisible();
    page.keyboard().press("0");
    assertThat(page.locator(".predict[data-outcome=wrong]")).isVisible();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("Layer 1 weighs the picture");
    page.keyboard().press("x");
    assertThat(page.locator(".predict[data-outcome=skipped]")).isVisible();
    assertThat(page.locator(".standing .tally")).containsText("1 right · 1 wrong · 1 skipped");
    ready(page);
    page.keyboard().press("End");
    assertThat(page.locator(".passed h2")).isVisible();
    assertThat(page.locator(".passed tbody tr[data-outcome=passed]")).hasCount(20);
    page.locator(".passed tbody a").nth(1).click();
    assertThat(page.locator("h1")).hasText("What the outputs should say");
    assertThat(page.locator(".predict[data-outcome=wrong]")).isVisible();
    page.reload();
    assertThat(page.locator(".predict[data-outcome=wrong]")).isVisible();
  }

  @Test
  void aNumberIsTypedAndJudgedByItsInterval() {
    Page page = walk(STEP, NET);
    double value = asked(page);
    page.keyboard().press("v");
    assertThat(page.locator("#guess")).isFocused();
    page.keyboard().type(String.format(Locale.ROOT, "%.6f", value * 1.05).replace('-', '−'));
    page.keyboard().press("Enter");
    assertThat(page.locator(".predict[data-outcome=right] .verdict"))
        .containsText("counts as right");
    assertThat(page).not().hasURL(Pattern.compile("guess="));
    assertThat(page.locator(".predict [data-after]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".predict form")).isVisible();
    page.keyboard().press("v");
    page.keyboard().type("much");
    page.keyboard().press("Enter");
    assertEquals(true, page.evaluate("() => !document.getElementById('guess').checkValidity()"));
    page.locator("#guess").fill("");
    page.keyboard().press("Escape");
    assertThat(page.locator("#guess")).not().isFocused();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".predict[data-outcome=right]")).isVisible();
  }

  @Test
  void oneKeyBeginsAndEndsItAndAnotherDigitStartsAnew() {
    Page page = walk(STEP, "&net=49-6-5-10&bugs=hidden-slope-missing");
    assertThat(page.locator(".predict")).hasCount(0);
    page.keyboard().press("g");
    assertThat(page.locator(".predict form")).isVisible();
    ready(page);
    page.locator(".predict .says").nth(1).locator("a").nth(2).click();
    assertThat(page.locator(".predict .verdict")).isVisible();
    assertThat(page.locator("figcaption").getByText("textbook")).isVisible();
    page.keyboard().press("n");
    assertThat(page).hasURL(Pattern.compile("sample=1"));
    assertThat(page).not().hasURL(Pattern.compile("guesses"));
    assertThat(page.locator(".predict form")).isVisible();
    page.keyboard().press("g");
    assertThat(page.locator(".predict")).hasCount(0);
    assertThat(page.locator(".checks-panel")).isVisible();
  }

  @Test
  void aFormIsEnoughWithoutScripts() {
    Page page = open(step(STEP, NET), new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.locator("#guess").fill("0,25");
    page.locator(".predict [type=submit]").click();
    assertThat(page.locator(".predict .verdict")).isVisible();
    assertThat(page).hasURL(Pattern.compile("guesses=12v0.25"));
    page.locator(".predict [data-after]").click();
    page.locator("[data-move=say-skipped]").click();
    assertThat(page.locator(".predict[data-outcome=skipped]")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&theme=light",
        "&theme=dark",
        "&theme=light&guesses=12p",
        "&theme=dark&guesses=12n,0p,3x&step=25",
      })
  void itsPagesAreAccessibleAndFitAPhone(String more) {
    Page page =
        open(
            at(
                "/step?data=made"
                    + NET
                    + (more.contains("step=") ? "" : "&step=12")
                    + more.replace("step=25", "step=22")));
    ready(page);
    assertEquals(List.of(), violations(page));
    page.setViewportSize(390, 844);
    fitsAPhone(page);
  }
}
