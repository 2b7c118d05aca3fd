package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings side by side, in the browser. */
class TrainIT extends WalkInBrowser {
  /** Quick to train, and still with moments within the first epoch. */
  private static final String SMALL = "/train?data=made&net=16-8-10&batch=20&limit=600&epochs=2";

  /** Long enough to be stopped. */
  private static final String LONG = "/train?data=made&net=784-100-100-10&batch=10&epochs=100";

  private static final Pattern DONE = Pattern.compile("done in .*");

  /** A machine that is busy trains slowly. */
  private static final LocatorAssertions.HasTextOptions PATIENT =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  private static Locator row(Page page, int number) {
    return page.locator("#run-" + number);
  }

  private static Locator act(Page page, String word) {
    return row(page, 1).locator(".acts button").filter(withText(word));
  }

  private static Locator chart(Page page, String name) {
    return page.locator("[data-chart=" + name + "]");
  }

  private static Locator points(Page page, int run) {
    return chart(page, "accuracy").locator("a.point.run-" + run);
  }

  /** The page when every run has been trained. */
  private Page trained(String address) {
    Page page = open(at(address));
    allDone(page);
    return page;
  }

  private static void allDone(Page page) {
    for (Locator state : page.locator(".runs .state").all()) {
      assertThat(state).hasText(DONE, PATIENT);
    }
  }

  @Test
  void everyRunHasACurveAndItsNameAtItsEnd() {
    Page page = trained(SMALL + "&bugs=hidden-slope-missing");
    for (String name : List.of("accuracy", "cost")) {
      assertThat(chart(page, name).locator("path.line")).hasCount(2);
      // The higher one stands first.
      for (String run : List.of("The textbook", "Hidden slope missing")) {
        Locator named = chart(page, name).locator("text.name").filter(withText(run));
        assertThat(named).hasCount(1);
      }
    }
    // Before training, within the first epoch, and after each.
    assertTrue(points(page, 1).count() > 5, points(page, 1).count() + " points");
    assertEquals(points(page, 1).count(), points(page, 2).count());
  }

  @Test
  void aClickOnAPointOpensTheWalkWithTheWeightsOfThatMoment() {
    Page page = trained(SMALL + "&runs=bugs=gradient-ascent;eta=0.3");
    points(page, 1).nth(4).click();
    assertThat(page.locator("h1")).hasText("The digit becomes numbers");
    assertThat(page.locator(".scenario > p"))
        .containsText(
            Pattern.compile("η = 0.3.*trained for 0 epochs and \\d+ batches on the first"));
    assertThat(page.locator(".scenario .chip.on")).containsText("Gradient ascent");
    page.getByText("Train from here").click();
    assertThat(row(page, 2).locator(".chip.on")).containsText("Gradient ascent");
  }

  @Test
  void arrowKeysGoFromPointToPointAndEnterFollowsIt() {
    Page page = trained(SMALL + "&bugs=gradient-ascent");
    assertEquals(1, chart(page, "accuracy").locator("a.point[tabindex='0']").count());
    points(page, 1).first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    assertThat(points(page, 2).nth(2)).isFocused();
    assertThat(page.locator(".under .said")).containsText("Gradient ascent, epoch 1,");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/step\\?.*bugs=gradient-ascent.*batches=.*"));
  }

  @Test
  void aSwitchTurnsThePageInPlaceAndWhatDidNotChangeKeepsItsCurve() {
    Page page = trained(SMALL + "&seed=5&bugs=gradient-ascent");
    page.evaluate("() => { window.same = true; }");
    String curve = chart(page, "cost").locator("path.line.run-1").getAttribute("d");
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    row(page, 2).locator(".chips summary").click();
    assertThat(row(page, 2).locator("[type=search]")).isFocused();
    page.keyboard().type("hidden slope");
    page.keyboard().press("Enter");
    assertThat(row(page, 2).locator(".chip.on")).hasCount(2);
    assertThat(row(page, 2).locator(".chips summary")).isFocused();
    allDone(page);
    assertEquals(true, page.evaluate("() => window.same"));
    assertTrue(
        page.url().contains("runs=plain/bugs=gradient-ascent,hidden-slope-missing"), page.url());
    assertThat(chart(page, "accuracy").locator("text.name.run-2"))
        .hasText(new String[] {"Hidden slope missing +", "Gradient ascent"});
    assertEquals(curve, chart(page, "cost").locator("path.line.run-1").getAttribute("d"));
    String stream = asked.stream().filter(url -> url.contains("/several")).findFirst().orElse("");
    assertTrue(stream.contains("run1") && !stream.contains("run2"), stream);
    page.goBack();
    assertThat(row(page, 2).locator(".chip.on")).hasCount(1);
    allDone(page);
  }

  @Test
  void twoPagesOfOnePersonDoNotEndEachOthersTrainings() {
    Page first = open(at(LONG + "&seed=4"));
    Page second = open(at(LONG + "&seed=4"));
    assertThat(points(first, 1).nth(1)).isAttached();
    assertThat(points(second, 1).nth(1)).isAttached();
    Locator cancel = act(second, "Cancel");
    Response refused = second.waitForResponse("**/api/train/cancel?*", cancel::click);
    assertEquals(409, refused.status());
    forgive("the server responded with a status of 409");
    assertThat(row(first, 1).locator(".state")).containsText("left");
  }

  @Test
  void aReloadFindsItsRunsAgain() {
    Page page = open(at(LONG + "&seed=2"));
    assertThat(points(page, 1).nth(2)).isAttached();
    act(page, "Pause").click();
    assertThat(row(page, 1).locator(".state")).hasText("paused");
    int before = points(page, 1).count();
    page.reload();
    // One that had begun anew would be running.
    assertThat(row(page, 1).locator(".state")).hasText("paused");
    act(page, "Cancel").click();
    assertThat(row(page, 1).locator(".state")).hasText("cancelled");
    // A moment that was being looked at when it was paused may have come since, and to everybody.
    Page witness = open(at(LONG + "&seed=2"));
    assertThat(row(witness, 1).locator(".state")).hasText("cancelled");
    page.waitForCondition(() -> points(page, 1).count() == points(witness, 1).count());
    assertTrue(points(page, 1).count() >= before);
  }

  @Test
  void aRunIsPausedResumedCancelledAndTrainedAgain() {
    Page page = open(at(LONG + "&seed=3"));
    act(page, "Pause").click();
    assertThat(row(page, 1).locator(".state")).hasText("paused");
    act(page, "Resume").click();
    assertThat(act(page, "Pause")).isVisible();
    act(page, "Cancel").click();
    assertThat(row(page, 1).locator(".state")).hasText("cancelled");
    assertThat(page.locator("#live")).hasText("The textbook: cancelled");
    act(page, "Train again").click();
    assertThat(act(page, "Cancel")).isVisible();
    act(page, "Cancel").click();
    assertThat(row(page, 1).locator(".state")).hasText("cancelled");
  }

  @Test
  void aRunIsChangedAddedAndTakenAwayWithoutLeavingThePage() {
    Page page = trained(SMALL);
    page.evaluate("() => { window.same = true; }");
    page.locator(".another .copy").click();
    assertThat(page.locator(".runs > ol > li")).hasCount(2);
    row(page, 2).locator(".own summary").click();
    row(page, 2).locator("[name=own-eta]").fill("1");
    page.keyboard().press("Enter");
    assertThat(row(page, 2).locator(".name > b")).hasText("η = 1");
    assertThat(row(page, 1).locator(".name > b")).hasText("η = 0.1");
    assertTrue(page.url().endsWith("&runs=plain/eta=1"), page.url());
    allDone(page);
    row(page, 1).locator(".away a").click();
    assertThat(page.locator(".runs > ol > li")).hasCount(1);
    assertThat(chart(page, "cost").locator("path.line")).hasCount(1);
    assertEquals(true, page.evaluate("() => window.same"));
  }

  @Test
  void aMomentIsChosenByKeysAndTheAddressHoldsIt() {
    Page page = trained(SMALL + "&seed=8");
    assertThat(page.locator(".when output")).hasText("epoch 2");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".when output")).hasText("epoch 1");
    assertTrue(page.url().endsWith("&at=1"), page.url());
    String counts = page.locator(".confusion").innerText();
    page.reload();
    assertThat(page.locator(".when output")).hasText("epoch 1");
    assertThat(page.locator(".confusion")).hasText(Pattern.compile(".*\\d.*"));
    assertEquals(counts, page.locator(".confusion").innerText());
    page.locator("[data-latest]").click();
    assertThat(page.locator(".when output")).hasText("epoch 2");
    assertFalse(page.url().contains("at="), page.url());
  }

  @Test
  void aTurnedPageKeepsTheMomentLookedAt() {
    Page page =
        trained(SMALL.replace("batch=20", "batch=14") + "&seed=14&bugs=gradient-ascent&at=1");
    assertThat(page.locator(".when output")).hasText("epoch 1");
    page.locator("[data-latest]").click();
    assertThat(page.locator(".when output")).hasText("epoch 2");
    row(page, 2).locator(".away a").click();
    assertThat(page.locator(".runs > ol > li")).hasCount(1);
    assertThat(page.locator(".when output")).hasText("epoch 2");
    assertFalse(page.url().contains("at="), page.url());
    // A moment that no decimal writes exactly is found again too.
    page.locator(".when input").fill("3");
    assertThat(page.locator(".when output")).hasText(Pattern.compile("epoch 1, .*"));
    String moment = page.locator(".when output").innerText();
    page.locator(".another .copy").click();
    assertThat(page.locator(".runs > ol > li")).hasCount(2);
    allDone(page);
    assertThat(page.locator(".when output")).hasText(moment);
    assertTrue(page.url().contains("&at=0."), page.url());
    page.reload();
    allDone(page);
    assertThat(page.locator(".when output")).hasText(moment);
  }

  @Test
  void aSliderThatIsDrawnAcrossTellsTheAddressSeldomAndInTheEnd() {
    Page page = trained(SMALL + "&seed=15");
    Object told =
        page.evaluate(
            "() => { const replace = history.replaceState; let told = 0;"
                + " history.replaceState = (...all) => { told++; replace.apply(history, all); };"
                + " const slider = document.querySelector('.when input');"
                + " for (let k = 0; k < 300; k++) {"
                + " slider.value = k % 3; slider.dispatchEvent(new Event('input')); }"
                + " slider.value = 0; slider.dispatchEvent(new Event('input')); return told; }");
    assertTrue(((Number) told).intValue() <= 5, told + " addresses");
    assertThat(page.locator(".when output")).hasText("before training");
    page.waitForURL(Pattern.compile(".*&at=0"));
  }

  @Test
  void aTurnLeavesChartsAndTheChosenPointAsTheyAre() {
    Page page = trained(SMALL + "&seed=16&bugs=gradient-ascent");
    page.evaluate("() => { window.drawings = [...document.querySelectorAll('.curve-map')]; }");
    points(page, 1).first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.locator(".another .copy").click();
    assertThat(page.locator(".runs > ol > li")).hasCount(3);
    allDone(page);
    assertEquals(
        true,
        page.evaluate(
            "() => window.drawings.every((one, k) =>"
                + " one === document.querySelectorAll('.curve-map')[k])"));
    Locator stops = chart(page, "accuracy").locator("a.point[tabindex='0']");
    assertThat(stops).hasCount(1);
    assertThat(points(page, 1).nth(2)).hasAttribute("tabindex", "0");
  }

  @Test
  void namesAtTheEndsOfCurvesDiffer() {
    String four = "bugs=error-sign,label-scaled,gradient-ascent,zero-init";
    Page page = trained("/train?data=made&net=16-10&limit=100&epochs=1&runs=" + four + "/" + four);
    assertThat(chart(page, "accuracy").locator("text.name.run-1").first())
        .hasText(Pattern.compile("1\\. .*"));
    assertThat(chart(page, "accuracy").locator("text.name.run-2").first())
        .hasText(Pattern.compile("2\\. .*"));
  }

  @Test
  void theConfusionCountsEveryTestDigitOnceAndTheWorstLeadToTheirWalk() {
    Page page = trained(SMALL + "&seed=9");
    int all =
        page.locator(".confusion td:not(:empty)").allInnerTexts().stream()
            .mapToInt(Integer::parseInt)
            .sum();
    String said = page.locator(".answered figcaption").innerText().replaceFirst("(?<=\\d),", "");
    assertEquals("What it answers, on " + all + " test digits", said);
    Locator worst = page.locator(".worst a");
    assertThat(worst).hasCount(10);
    String label = worst.first().innerText().strip().substring(0, 1);
    assertTrue(label.matches("\\d"), label);
    worst.first().click();
    assertThat(page.locator(".digit figcaption")).containsText("A “" + label + "”");
    assertThat(page.locator(".digit figcaption")).containsText("test sample");
    assertThat(page.locator(".scenario > p")).containsText("trained for 2 epochs");
  }

  @Test
  void aConstantThatARunSitsOnIsNamed() {
    Page page = trained(SMALL + "&runs=bugs=zero-init");
    assertThat(chart(page, "accuracy").locator("path.constant.hit")).not().hasCount(0);
    assertThat(chart(page, "accuracy").locator("text.value.hit").last())
        .hasText(Pattern.compile(".*always “\\d”"));
    assertThat(page.locator(".face .measured b")).containsText("sits on always “");
  }

  @Test
  void aProgramThatStopsSaysWhyAndTheOthersGoOn() {
    Page page = open(at(SMALL + "&bugs=weights-not-transposed"));
    assertThat(row(page, 2).locator(".state")).containsText("The program stops here: ");
    assertThat(row(page, 1).locator(".state")).hasText(DONE, PATIENT);
  }

  @Test
  void curvesAndConfusionAreSaved() throws IOException {
    Page page = trained(SMALL + "&bugs=gradient-ascent");
    List<String> csv = saved(page, ".under", "CSV").lines().toList();
    assertEquals(1 + points(page, 1).count() + points(page, 2).count(), csv.size());
    assertTrue(csv.get(0).startsWith("run,epochs,batches,samples,"), csv.get(0));
    assertTrue(csv.get(1).startsWith("The textbook,0,0,0,"), csv.get(1));
    String svg = saved(page, ".under", "SVG");
    assertTrue(svg.startsWith("<svg"), "an SVG of its own");
    // Two charts, each with a line and points for each run; buttons and notes are no part of it.
    assertEquals(
        2 * (points(page, 1).count() + points(page, 2).count()), svg.split("<a ", -1).length - 1);
    assertFalse(svg.contains("print this report"), "only the charts");
    assertTrue(svg.contains("The textbook") && svg.contains("Gradient ascent"), "the runs' names");
    assertFalse(svg.contains("class="), "it needs no style sheet");
    assertTrue(saved(page, ".under", "PNG").startsWith("\u0089PNG"), "a PNG");
    List<String> counts = saved(page, ".face.run-1", "CSV").lines().toList();
    assertEquals("digit,0,1,2,3,4,5,6,7,8,9", counts.get(0));
    assertEquals(11, counts.size());
    assertTrue(saved(page, ".face.run-1", "SVG").contains("<rect"), "cells");
    assertTrue(saved(page, ".face.run-1", "PNG").startsWith("\u0089PNG"), "a PNG");
  }

  private static String saved(Page page, String place, String format) throws IOException {
    Locator button = page.locator(place + " .saves button").filter(withText(format));
    Download download = page.waitForDownload(button::click);
    assertTrue(download.suggestedFilename().endsWith(format.toLowerCase(java.util.Locale.ROOT)));
    return Files.readString(download.path(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void withoutScriptsItIsAFormAndATableOfWhatHasBeenTrained() {
    Page page =
        open(
            at(SMALL + "&seed=12&bugs=gradient-ascent"),
            new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator(".without")).containsText("JSON");
    String address = page.url();
    row(page, 2).locator(".state a").click();
    page.navigate(address);
    // JSON has no icon, and a browser asks for one.
    forgive("404");
    assertThat(page.locator(".figures tbody").nth(1).locator("tr")).hasCount(3);
    assertThat(page.locator(".figures tbody").first()).containsText("not trained yet");
    row(page, 1).locator(".own summary").click();
    row(page, 1).locator("[name=own-activation]").selectOption("sigmoid");
    row(page, 1).locator(".own [type=submit]").click();
    assertThat(row(page, 1).locator(".name > b")).hasText("sigmoid");
    assertThat(row(page, 2).locator(".chip.on")).containsText("Gradient ascent");
  }

  /** A report is printed without having been scrolled through. */
  @Test
  void whenAllIsTrainedEveryPictureIsThereForPaper() {
    Page page = trained(SMALL + "&bugs=gradient-ascent");
    assertThat(page.locator(".worst img")).hasCount(20);
    page.waitForFunction(
        "() => [...document.querySelectorAll('.worst img')].every(one => one.naturalWidth > 0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void itIsAccessible(String theme) {
    Page page = trained(SMALL + "&bugs=gradient-ascent&theme=" + theme);
    assertThat(page.locator(".worst a").first()).isVisible();
    assertEquals(List.of(), violations(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&type=large"})
  void onAPhoneNothingIsWiderThanThePage(String type) {
    Page page = phone(at(SMALL + "&bugs=gradient-ascent" + type));
    allDone(page);
    fitsAPhone(page);
  }
}
