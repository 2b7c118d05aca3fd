package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worksheets as they come out of the printer, and what is filled in on the screen. */
class WorksheetIT extends WalkInBrowser {
  /** After an update no weight is a round number, so that no answer is printed by chance. */
  private static final String PASS = "/worksheet?example=2-2-2&sample=1&kind=pass&decimals=5";

  private static final Pattern A_PAGE = Pattern.compile("/Type\\s*/Page\\b");

  @TempDir private Path folder;

  private Page sheet(String path) {
    Page page = open(at(path));
    assertThat(page.locator(".formula .katex").first()).isVisible();
    return page;
  }

  private static byte[] printed(Page page) {
    return page.pdf(new Page.PdfOptions().setFormat("A4"));
  }

  private static int pages(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    return (int) A_PAGE.matcher(text).results().count();
  }

  /** Every page's text, as poppler reads it. */
  private List<String> read(byte[] pdf) throws IOException, InterruptedException {
    Path file = folder.resolve("sheet.pdf");
    Files.write(file, pdf);
    Process process;
    try {
      process =
          new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      return abort("pdftotext is not here (poppler-utils): the printed text is not read");
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return List.of(text.split("\f"));
  }

  private List<String> answers(String path) {
    Page key = sheet(path + "&key=yes");
    return key.locator("td.answer").allInnerTexts();
  }

  @ParameterizedTest
  @CsvSource({
    "/worksheet?data=made, 1",
    "/worksheet?data=made&kind=backwards&step=3, 1",
    "/worksheet?data=made&key=yes&step=10, 1",
    "/worksheet?example=2-2-2&kind=pass, 4",
    "/worksheet?example=2-2-2&kind=pass&theme=dark&sample=1, 4"
  })
  void aSheetHasAsManyPagesAsItNeeds(String path, int pages) {
    assertEquals(pages, pages(printed(sheet(path))));
  }

  @Test
  void paperHasWhatIsGivenAndTheKeyAloneHasTheRest() throws IOException, InterruptedException {
    List<String> answers = answers(PASS);
    assertEquals(25, answers.size());
    String paper = String.join("\n", read(printed(sheet(PASS))));
    PrintedSheet sheet = PrintedSheet.of(Asked.get(server(), PASS).text());
    for (PrintedSheet.Figure figure : sheet.figures()) {
      for (double[] row : figure.values()) {
        for (double value : row) {
          if (!Double.isNaN(value)) {
            String number = BigDecimal.valueOf(Math.abs(value)).toPlainString();
            assertTrue(paper.contains(number), number + " is not printed");
          }
        }
      }
    }
    for (String answer : answers) {
      assertFalse(paper.contains(answer), answer + " is printed");
    }
    assertTrue(paper.contains("Name") && paper.contains("Date"), paper);
    String key = String.join("\n", read(printed(sheet(PASS + "&key=yes"))));
    for (String answer : answers) {
      assertTrue(key.contains(answer), answer + " is not in the key");
    }
  }

  @Test
  void everyPageSaysWhereItBelongsAndWhatItsNumberIs() throws IOException, InterruptedException {
    List<String> pages = read(printed(sheet(PASS)));
    assertEquals(4, pages.size());
    for (int n = 1; n <= pages.size(); n++) {
      String page = pages.get(n - 1);
      assertTrue(page.contains("/worksheet?example=2-2-2&sample=1&kind=pass&decimals=5"), page);
      assertTrue(page.replace(" ", "").contains(n + "/4"), page);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void paperIsBlackOnWhite(String theme) {
    Page page = sheet(PASS + "&theme=" + theme);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Object colours =
        page.evaluate(
            "() => [...document.querySelectorAll('.paper .sym, .paper td, .paper h1, .katex .q-z')]"
                + ".map(e => getComputedStyle(e).color).filter(c => c !== 'rgb(0, 0, 0)').length");
    assertEquals(0, colours);
    assertEquals(
        "rgb(255, 255, 255)",
        page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
    assertThat(page.locator(".maker")).isHidden();
    assertThat(page.locator("#answers")).isHidden();
    assertThat(page.locator("header.top")).isHidden();
  }

  @Test
  void answersAreTypedIntoTheCellsAndMarked() {
    Page page = sheet("/worksheet?example=2-2-2&step=2&blanks=all");
    page.getByLabel("Cell 1: z¹ unit 1").fill("0,46");
    page.getByLabel("Cell 2: z¹ unit 2").fill("1");
    page.keyboard().press("Enter");
    assertThat(page.locator(".score")).hasText("1 of 2 right.");
    assertThat(page.locator("#judged-1")).containsText("Right: anything from 0.459 to 0.461");
    assertThat(page.locator("#judged-2")).containsText("Not this.");
    page.getByLabel("Cell 2: z¹ unit 2").fill("0.2");
    page.getByText("Check my answers").click();
    assertThat(page.locator(".score")).hasText("All 2 right.");
  }

  @Test
  void theFormMakesAnotherSheet() {
    Page page = sheet("/worksheet?data=made");
    page.getByLabel("What to work out").selectOption("backwards");
    page.getByLabel("Step", new Page.GetByLabelOptions().setExact(true)).selectOption("5");
    page.getByText("Make this worksheet").click();
    assertThat(page.locator("h1")).hasText("Back to the weights of layer 2");
    page.getByText("Answer key").click();
    assertThat(page.locator("td.answer")).hasCount(2);
    page.getByText("The worksheet", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("The small 2–2–2 network").click();
    assertThat(page.locator("h1")).hasText("A whole pass");
  }

  @ParameterizedTest
  @CsvSource({
    "/worksheet?data=made, light",
    "/worksheet?data=made&x1=0.5&x2=a, dark",
    "/worksheet?data=made&kind=pass&sample=3, light",
    "/worksheet?data=made&kind=backwards&step=3&key=yes, dark"
  })
  void itIsAccessible(String path, String theme) {
    assertEquals(List.of(), violations(sheet(path + "&theme=" + theme)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/worksheet?data=made&kind=pass&sample=3", "/worksheet?data=made&key=yes&step=2"})
  void nothingIsCutOffOnAPhone(String path) {
    Page page = phone(at(path));
    fitsAPhone(page);
  }

  // The walk on paper.

  @Test
  void aHeatMapIsDrawnLightForPaperAndDarkAgainAfterwards() {
    forgive("Multiple readback operations");
    Page page = walk(2, "&theme=dark");
    page.waitForFunction("() => document.querySelector('ds-heatmap')?.drawn");
    String sum =
        "() => { const c = document.querySelector('ds-heatmap canvas');"
            + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            + " let s = 0; for (let i = 0; i < d.length; i += 4) s += d[i] + d[i + 1] + d[i + 2];"
            + " return s / (d.length / 4 * 3); }";
    double dark = mean(page.evaluate(sum));
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
    double paper = mean(page.evaluate(sum));
    page.evaluate("() => dispatchEvent(new Event('afterprint'))");
    assertTrue(dark < 110, "dark: " + dark);
    assertTrue(paper > 160, "paper: " + paper);
    assertEquals(dark, mean(page.evaluate(sum)));
    assertEquals("dark", page.evaluate("() => document.documentElement.dataset.theme"));
    assertNotEquals(dark, paper);
  }

  private static double mean(Object value) {
    return ((Number) value).doubleValue();
  }

  @Test
  void aStepIsOnePage() {
    for (int step : new int[] {2, 14}) {
      Page page = walk(step, "&theme=dark&bugs=hidden-slope-missing");
      assertEquals(1, pages(printed(page)));
    }
  }
}
