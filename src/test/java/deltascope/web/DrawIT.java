package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import deltascope.data.Drawing;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A digit of one's own: drawn, walked, shared. */
class DrawIT extends WalkInBrowser {
  private static final Pattern DRAWN = Pattern.compile("drawn=([0-9]\\.[\\w-]+)");

  private static Drawing drawn(Page page) {
    assertThat(page).hasURL(DRAWN);
    Matcher found = DRAWN.matcher(page.url());
    assertTrue(found.find());
    return Drawing.read(found.group(1));
  }

  /** Moves the mouse over places of the pad, each in 0…127, pressed. */
  private static void draw(Page page, double[]... places) {
    BoundingBox board = page.locator("ds-pad svg").boundingBox();
    for (int k = 0; k < places.length; k++) {
      page.mouse()
          .move(
              board.x + board.width * places[k][0] / 128,
              board.y + board.height * places[k][1] / 128);
      if (k == 0) {
        page.mouse().down();
      }
    }
    page.mouse().up();
  }

  private static byte[] digit(Page page) {
    page.waitForFunction("() => document.querySelector('.left .digit img').naturalWidth === 112");
    return page.locator(".left .digit img").screenshot();
  }

  @Test
  void aDigitDrawnWithTheMouseIsWalkedAndItsLinkIsTheDigit() {
    Page page = walk(0, "&checks=closed");
    page.evaluate("window.sameDocument = true");
    page.keyboard().press("w");
    draw(page, new double[] {30, 20}, new double[] {90, 20}, new double[] {60, 110});
    draw(page, new double[] {45, 66}, new double[] {88, 66});
    assertThat(page.locator("ds-pad .said")).hasText("2 strokes");
    assertThat(page.locator("ds-pad img")).isVisible();
    page.locator(".meant label").nth(7).click();
    page.locator(".draw [type=submit]").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator(".left .digit figcaption")).containsText("You drew this “7”");
    assertEquals(true, page.evaluate("window.sameDocument === true"));
    Drawing drawing = drawn(page);
    assertEquals(7, drawing.label());
    assertEquals(2, drawing.strokes().size());
    double[] meant = {30, 20, 90, 20, 60, 110};
    for (int k = 0; k < meant.length; k++) {
      assertEquals(meant[k], drawing.strokes().get(0)[k], 1);
    }
    ready(page);
    byte[] here = digit(page);
    Page shared = open(page.url());
    assertArrayEquals(here, digit(shared));
    assertThat(shared.locator(".digit .own")).containsText("The network says");
    page.keyboard().press("w");
    assertThat(page.locator("ds-pad .said")).hasText("2 strokes");
    assertThat(page.locator(".meant input").nth(7)).isChecked();
    page.keyboard().press("Escape");
    page.keyboard().press("n");
    assertThat(page.locator(".left .digit figcaption")).containsText("2 of 4");
    assertThat(page).not().hasURL(DRAWN);
  }

  @Test
  void aDigitIsDrawnWithTheKeysAndItsPlaceIsSaid() {
    Page page = walk(0, "");
    page.keyboard().press("w");
    page.locator("ds-pad .board").focus();
    page.keyboard().press("Space");
    assertThat(page.locator("ds-pad .said")).hasText("Pen down at column 17, row 9");
    for (int k = 0; k < 15; k++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.locator("ds-pad .said")).hasText("Column 17, row 24");
    page.keyboard().press("Space");
    page.keyboard().press("Shift+ArrowLeft");
    page.keyboard().press("Space");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Space");
    assertThat(page.locator("ds-pad .said")).hasText("Pen up. Strokes so far: 2");
    page.keyboard().press("Backspace");
    assertThat(page.locator("ds-pad .said")).hasText("Last stroke taken back, 1 left");
    page.locator(".meant input").nth(1).focus();
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    Drawing drawing = drawn(page);
    assertEquals(1, drawing.strokes().size());
    assertArrayEquals(new int[] {64, 32, 64, 92}, drawing.strokes().get(0));
    assertThat(page.locator(".left .digit figcaption")).containsText("You drew this “1”");
  }

  @Test
  void aFingerDrawsAndABlankPadGoesNowhere() {
    Page page =
        open(
            at("/draw?data=made&step=2"),
            new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
    page.locator(".meant label").nth(0).tap();
    page.locator(".draw [type=submit]").tap();
    assertThat(page.locator("ds-pad .said")).hasText("Nothing is drawn yet.");
    assertThat(page.locator("ds-pad .board")).isFocused();
    page.locator("ds-pad .board").tap();
    assertThat(page.locator("ds-pad .said")).hasText("1 stroke");
    assertEquals(
        "none",
        page.evaluate("() => getComputedStyle(document.querySelector('.board')).touchAction"));
    page.locator(".draw [type=submit]").tap();
    assertThat(page.locator(".left .digit figcaption")).containsText("You drew this “0”");
    assertThat(page).hasURL(Pattern.compile("step=2"));
    assertEquals(2, drawn(page).strokes().get(0).length);
  }

  @Test
  void theLinkOfADigitWorksWithoutScripts() {
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    Page page = open(step(0, "&drawn=1.lBQDfw"), plain);
    assertThat(page.locator(".left .digit figcaption")).containsText("You drew this “1”");
    page.locator("[data-move=draw]").click();
    assertThat(page.locator("ds-pad p")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/draw?data=made&theme=light",
        "/draw?data=made&theme=dark&drawn=1.lBQDfw",
        "/step?data=made&theme=dark&step=4&drawn=1.lBQDfw"
      })
  void itsPagesAreAccessibleAndFitAPhone(String path) {
    Page page = open(at(path));
    if (path.startsWith("/step")) {
      ready(page);
    } else {
      assertThat(page.locator("ds-pad .board")).isVisible();
    }
    assertEquals(List.of(), violations(page));
    page.setViewportSize(390, 844);
    fitsAPhone(page);
  }
}
