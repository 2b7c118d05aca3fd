package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import deltascope.bugs.Catalogue;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mysteries as they are played: with mouse and keys, from a fresh one to what it was. */
class MysteryIT extends WalkInBrowser {
  private static final String BUGGED =
      "/mystery/make?data=made&net=16-8-6-10&batch=2&bugs=hidden-slope-missing&seed=1";

  private static Locator link(Page page, String words) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  /** The address of a made mystery: "student" or "projector". */
  private String made(String scenario, String whose) {
    Page page = open(at(scenario));
    return page.locator("#" + whose).inputValue();
  }

  @Test
  void aMysteryIsSolvedFromTheFirstClickToWhatItWas() {
    Page page = open(made(BUGGED, "student"));
    ready(page);
    // The clean walk first: its last step leads on.
    assertThat(link(page, "On to the mystery")).isHidden();
    page.keyboard().press("End");
    link(page, "On to the mystery").click();
    page.waitForURL(Pattern.compile(".*walked=yes.*"));
    ready(page);
    assertThat(page.locator(".chip")).hasCount(0);
    assertThat(page.locator(".withheld")).isVisible();

    // A hint, and a wrong accusation by keyboard.
    link(page, "A hint").click();
    assertThat(page.locator(".hints li"))
        .hasText("If anything is wrong, it shows first in the stage “Backward”.");
    ready(page);
    for (int step = 0; step < 9; step++) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForURL(Pattern.compile(".*step=9(&.*)?$"));
    link(page, "This step is the first wrong one").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".verdict")).containsText("No. This step is as it should be");
    link(page, "Back to the walk").click();
    ready(page);
    assertThat(page.locator(".score")).hasText("1 hint · 1 miss");

    // Find.
    for (int step = 9; step < 12; step++) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForURL(Pattern.compile(".*step=12.*"));
    page.locator("figure.matrix").last().locator("tbody tr").nth(1).locator("td").click();
    page.waitForURL(Pattern.compile(".*unit=2.*"));
    link(page, "This step is the first wrong one").click();
    assertThat(page.locator(".verdict").first())
        .containsText("Yes. This is where the numbers part");

    // Explain.
    page.getByRole(
            AriaRole.RADIO,
            new Page.GetByRoleOptions().setName(Pattern.compile("a hidden layer.s error")))
        .check();
    button(page, "This one").click();
    assertThat(page.locator("#fix")).isVisible();

    // Fix, by keyboard.
    Locator rows = page.locator(".fix tbody tr");
    rows.filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByText(
                        "delta[2] = W[3].T @ delta[3]",
                        new Page.GetByTextOptions().setExact(true))))
        .locator("input[name=runs]")
        .focus();
    page.keyboard().press("Space");
    rows.filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByText(
                        "delta[2] = (W[3].T @ delta[3]) * slope(z[2])",
                        new Page.GetByTextOptions().setExact(true))))
        .locator("input[name=repair]")
        .focus();
    page.keyboard().press("Space");
    button(page, "These two").press("Enter");
    assertThat(page.locator(".verdict").last())
        .containsText("Yes. That is the line that it should run.");
    link(page, "What was it?").click();
    assertThat(page.locator("h1")).hasText("It was this");
    assertThat(page.locator(".eyebrow").first()).containsText("1 found · 1 hint · 1 miss");
    link(page, "See it at that step").click();
    assertThat(page.locator(".chip.on"))
        .containsText(Catalogue.bug("hidden-slope-missing").title());
    assertThat(page.locator(".formula .struck").first()).isVisible();
  }

  @Test
  void aCleanCaseThatWasAccusedTeachesSomething() {
    Page page =
        open(made("/mystery/make?data=made&net=16-8-6-10&seed=1&clean-first=no", "student"));
    ready(page);
    link(page, "This step is the first wrong one").click();
    assertThat(page.locator(".verdict")).containsText("A number can look odd and be right");
    link(page, "Back to the walk").click();
    link(page, "Nothing is wrong").click();
    assertThat(page.locator(".verdict")).containsText("Yes. Nothing is wrong in this program.");
    link(page, "What was it?").click();
    assertThat(page.locator("h1")).hasText("Nothing was wrong");
    assertThat(page.locator(".lead")).containsText("odd is not wrong");
    link(page, "Another one").click();
    page.waitForURL(Pattern.compile(".*/step.*mystery=.*walked=yes.*"));
    assertThat(link(page, "This step is the first wrong one")).isVisible();
  }

  @Test
  void onAProjectorTheKeyRRevealsAndNothingBefore() {
    String title = Catalogue.bug("hidden-slope-missing").title();
    Page page = open(made(BUGGED + "&clean-first=no", "projector"));
    ready(page);
    assertFalse(page.url().contains("reveal"), "the key has left the address");
    for (String secret : List.of("hidden-slope-missing", title)) {
      assertFalse(page.content().contains(secret), secret);
      assertFalse(page.title().contains(secret), secret);
    }
    double large = page.locator("h1").boundingBox().height;
    assertTrue(large > 40, "large type: " + large);
    page.keyboard().press("r");
    assertThat(page.locator("dialog")).isVisible();
    assertThat(page.locator("dialog")).containsText(title);
    assertThat(page.locator("dialog .katex").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).isHidden();
    // Elsewhere in the same walk, and after a reload, the key still holds.
    page.keyboard().press("ArrowRight");
    page.waitForURL(Pattern.compile(".*step=1.*"));
    page.reload();
    ready(page);
    page.keyboard().press("r");
    assertThat(page.locator("dialog")).containsText(title);
  }

  @Test
  void onAProjectorTheKeyRRevealsDuringTheCleanWalkToo() {
    Page page = open(made(BUGGED + "&clean-first=yes", "projector"));
    ready(page);
    assertThat(page.locator(".asks")).containsText("First, a clean walk");
    page.keyboard().press("r");
    assertThat(page.locator("dialog")).containsText(Catalogue.bug("hidden-slope-missing").title());
  }

  @Test
  void theKeyRDoesNothingForAStudent() {
    Page page = open(made(BUGGED + "&clean-first=no", "student"));
    ready(page);
    page.keyboard().press("r");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("What the outputs should say");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  @Test
  void theAddressIsSharedWithOneClick() {
    Page page =
        open(
            step(12, "&bugs=hidden-slope-missing"),
            new Browser.NewContextOptions()
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    ready(page);
    button(page, "Share").click();
    assertThat(button(page, "Copied")).isVisible();
    assertEquals(page.url(), page.evaluate("() => navigator.clipboard.readText()"));
    link(page, "Make it a mystery").click();
    assertThat(page.locator("h1")).hasText("A mystery, sealed");
    page.locator("[data-copy=student]").click();
    assertEquals(
        page.locator("#student").inputValue(),
        page.evaluate("() => navigator.clipboard.readText()"));
  }

  private String[] pages() {
    String student = made(BUGGED + "&clean-first=no", "student");
    String token = student.replaceAll(".*mystery=([^&]*).*", "$1");
    String explain = "/mystery/answer?mystery=" + token + "&step=12";
    return new String[] {
      at("/mystery?code=java"),
      at(BUGGED),
      student + "&hints=2&misses=1",
      made(BUGGED, "student"),
      at(explain),
      at(explain + "&equation=output-error"),
      at(explain + "&equation=hidden-error&runs=0&repair=1"),
      at("/mystery/answer?claim=nothing&mystery=" + token),
      at("/mystery/reveal?give-up=yes&mystery=" + token)
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyPageIsAccessible(String theme) {
    for (String address : pages()) {
      Page page = open(address + "&theme=" + theme);
      assertEquals(List.of(), violations(page), address);
      page.close();
    }
  }

  @Test
  void nothingIsCutOffOnAPhone() {
    for (String address : pages()) {
      Page page = phone(address);
      fitsAPhone(page);
      page.close();
    }
  }
}
