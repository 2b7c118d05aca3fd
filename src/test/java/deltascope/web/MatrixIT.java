package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Asking a matrix for its numbers. */
class MatrixIT extends WalkInBrowser {
  @Test
  void aHeatMapSaysTheNumberUnderThePointer() {
    Page page = walk(2, "");
    Locator map = page.locator("ds-heatmap").first();
    map.locator("canvas").hover();
    assertThat(page.locator(".readout output"))
        .hasText(Pattern.compile("W¹, unit \\d+, pixel \\d+,\\d+ = −?0\\.\\d+"));
    page.mouse().move(2, 2);
    assertThat(page.locator(".readout output")).hasText("");
  }

  @Test
  void arrowKeysGoFromCellToCellAndEscapeLeaves() {
    Page page = walk(12, "");
    Locator frame = page.locator("figure.matrix .frame").last();
    frame.focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".readout output")).containsText("δ², unit 4 =");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".readout output")).containsText("δ², unit 5 =");
    page.keyboard().press("Enter");
    assertThat(page.locator(".proof .words")).containsText("Unit 5 of layer 2");
    page.keyboard().press("Escape");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("What each weight of layer 2 is to blame for");
  }

  @Test
  void arrowKeysGoThroughAHeatMapToo() {
    Page page = walk(2, "");
    page.locator("ds-heatmap canvas").first().waitFor();
    page.locator("figure.matrix .frame").first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".readout output")).containsText("W¹, unit 5, pixel");
  }

  @Test
  void theRowsOfTheFirstWeightsAreShownAsPictures() {
    Page page = walk(2, "");
    page.getByText("each row as a picture").click();
    page.waitForURL(Pattern.compile(".*view=images.*"));
    assertThat(page.locator("ds-heatmap[view=images] canvas")).isVisible();
    assertThat(page.locator("table.pixels")).isVisible();
    page.getByText("as a matrix").click();
    assertThat(page.locator("ds-heatmap[view=images]")).hasCount(0);
  }

  @Test
  void blankPixelsAreLeftOutUntilAskedFor() {
    Page page = walk(2, "");
    int cropped = width(page);
    page.getByText("show them").click();
    page.waitForURL(Pattern.compile(".*blank=shown.*"));
    page.waitForFunction("() => document.querySelector('ds-heatmap canvas')?.width === 784");
    assertTrue(cropped < 500, "columns shown: " + cropped);
  }

  private static int width(Page page) {
    // Until it is drawn a canvas is 300 wide.
    page.waitForFunction(
        "() => ![undefined, 300].includes(document.querySelector('ds-heatmap canvas')?.width)");
    return (Integer) page.evaluate("() => document.querySelector('ds-heatmap canvas').width");
  }

  @Test
  void aMatrixOpensAsATableInPlace() {
    Page page = walk(2, "");
    page.locator("figure.matrix .size a").first().click();
    assertThat(page.locator("dialog table.readable tbody tr")).hasCount(16);
    page.locator("dialog").getByText("columns after").click();
    assertThat(page.locator("dialog table.readable thead th").nth(1)).hasText("1,0");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).isHidden();
    assertEquals("Layer 1 weighs the picture", title(page));
  }

  @Test
  void whatTheServerPaintsHasTheColoursOfThePage() {
    Page page = walk(2, "&theme=light&blank=shown");
    page.locator("ds-heatmap canvas").first().waitFor();
    Object same =
        page.evaluate(
            """
            async () => {
              const map = document.querySelector("ds-heatmap");
              const image = new Image();
              image.src = map.getAttribute("src").replace(".npy", ".png");
              await image.decode();
              const canvas = document.createElement("canvas");
              canvas.width = image.width;
              canvas.height = image.height;
              const context = canvas.getContext("2d");
              context.drawImage(image, 0, 0);
              const there = context.getImageData(0, 0, image.width, image.height).data;
              const here = map.canvas.getContext("2d").getImageData(0, 0, image.width, image.height).data;
              return image.width === map.canvas.width && there.every((v, i) => v === here[i]);
            }
            """);
    assertEquals(true, same);
  }
}
