package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory lane: names, boxes, and arrows that meet. */
class MemoryIT extends WalkInBrowser {
  /** 784-16-16-10: ΣW² is summed in step 20 and reset in step 32, both counted from 0. */
  private static final int SUMMED = 20;

  private static final int RESET = 32;

  private static Locator weights(Page page) {
    return page.locator(".memory svg[role]").first();
  }

  private static List<String> values(Page page) {
    return weights(page).locator(".value").allTextContents();
  }

  @Test
  void anAccumulatorIsACopyOfTheZerosAndEmptyAfterReset() {
    Page page = walk(SUMMED, "&batch=2&sample=1");
    assertThat(weights(page).locator(".name")).hasText(new String[] {"sumW[2]", "zeroW[2]"});
    assertThat(weights(page).locator(".box")).hasCount(2);
    assertTrue(values(page).get(0).startsWith("‖·‖ = "), values(page).toString());
    assertEquals("all zero", values(page).get(1));
    for (int step = SUMMED; step < RESET; step++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(page.locator("h1")).hasText("Layer 2: the sum starts again from zero");
    assertEquals(List.of("all zero", "all zero"), values(page));
    assertThat(page.locator(".memory .says")).hasText("ΣW2 is a new object, a copy of the zeros.");
  }

  /** Click by click into the second batch: the zeros are not zero, and the sum starts from them. */
  @Test
  void aSharedBufferIsSeenToGoWrongAtTheSecondBatch() {
    Page page = walk(SUMMED, "&bugs=shared-buffer&batch=2");
    assertThat(weights(page).locator(".arrow")).hasCount(2);
    assertThat(weights(page).locator(".box.shared")).hasCount(1);
    assertThat(weights(page).locator(".note")).hasText("was 0");
    String first = values(page).get(0);

    page.locator(".pick").getByText("next digit").click();
    page.waitForURL(Pattern.compile(".*sample=1.*"));
    ready(page);
    assertThat(weights(page).locator(".note")).hasText(was(first));
    String batch = values(page).get(0);
    assertNotEquals(first, batch);
    for (int step = SUMMED; step < RESET; step++) {
      page.locator("[data-move=next]").click();
    }
    assertThat(page.locator("h1")).hasText("Layer 2: the sum starts again from zero");
    assertEquals(List.of(batch), values(page), "not emptied");
    assertThat(page.locator(".memory .says").first())
        .hasText(
            "ΣW2 and 0W2 are two names for one object: what is added under one is seen under the other.");
    assertThat(page.locator(".memory .says").nth(1)).containsText("are not zero, " + batch);

    page.locator(".pick").getByText("next digit").click();
    page.waitForURL(Pattern.compile(".*sample=2.*"));
    ready(page);
    page.locator(".steps a[data-go='" + SUMMED + "']").click();
    assertThat(weights(page).locator(".note")).hasText(was(batch));
    assertNotEquals(batch, values(page).get(0));
  }

  private static String was(String value) {
    return value.replace("‖·‖ =", "was");
  }

  @Test
  void rowsThatAreOneRowAllPointToIt() {
    Page page = walk(SUMMED, "&bugs=shared-rows");
    assertThat(weights(page).locator(".row-refs")).hasCount(2);
    assertThat(page.locator(".memory svg[role]").nth(1).locator(".row-refs")).hasCount(0);
    assertThat(page.locator(".memory .says")).containsText("All 16 rows of ΣW2 are one row object");
  }

  @Test
  void beforeAccumulationThereIsNothingToShow() {
    Page page = walk(12, "&bugs=shared-buffer");
    assertThat(page.locator(".memory")).hasCount(0);
  }

  @Test
  void twoLanesHaveAMemoryEach() {
    Page page = open(at("/compare?data=made&bugs=shared-buffer&batch=2&sample=2&step=" + SUMMED));
    assertThat(page.locator(".memory")).hasCount(2);
    assertThat(page.locator(".memory").first().locator(".box")).hasCount(2);
    assertThat(page.locator(".memory").nth(1).locator(".box.shared")).hasCount(1);
  }

  @Test
  void itIsThereWithoutScripts() {
    Page page =
        open(
            step(SUMMED, "&bugs=shared-buffer"),
            new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(weights(page).locator(".box.shared")).isVisible();
    String said = weights(page).getAttribute("aria-label");
    assertTrue(said.contains("sumW[2] and zeroW[2] → object 3"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&bugs=shared-buffer&theme=light",
        "&bugs=shared-buffer&theme=dark",
        "&bugs=shared-rows&theme=light",
        "&bugs=shared-rows&theme=dark&type=large"
      })
  void itIsAccessible(String more) {
    assertEquals(List.of(), violations(walk(SUMMED, more)));
  }

  @ParameterizedTest
  @ValueSource(ints = {SUMMED, RESET})
  void nothingIsCutOffOnAPhone(int step) {
    Page page = phone(step(step, "&bugs=shared-rows&batch=1"));
    fitsAPhone(page);
  }
}
