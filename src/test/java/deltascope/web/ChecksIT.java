package deltascope.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The panel of checks beside a step, and the checks in full. */
class ChecksIT extends WalkInBrowser {
  private static final String BUGGED = "&net=49-12-10&bugs=hidden-slope-missing";

  private Page answered(String more) {
    Page page = walk(0, more);
    assertThat(page.locator(".findings li[data-verdict]")).hasCount(16);
    return page;
  }

  @Test
  void thePanelSaysWhatNoticesTheBugFirst() {
    Page page = answered(BUGGED);
    assertThat(page.locator(".checks-panel .tally")).containsText("2 fail");
    assertThat(page.locator(".findings li").first()).containsText("Gradient check");
    Locator gradient = page.locator("li[data-check=gradient-check]");
    assertThat(gradient.locator("summary .vh")).hasText("fail:");
    assertThat(gradient.locator("p")).isHidden();
    gradient.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(gradient.locator("p")).containsText("∇W¹ is off the measured slope by");
    assertThat(page.locator("h1")).hasText("The digit becomes numbers");
  }

  @Test
  void walkingAsksTheChecksNothing() {
    Page page = answered("&net=49-12-10");
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(page.locator("li[data-check=gradient-check] summary"))
        .containsText("Gradient check");
    page.waitForURL(Pattern.compile(".*step=6.*"));
    assertEquals(List.of(), asked.stream().filter(url -> url.contains("check")).toList());
  }

  @Test
  void aFoldedPanelStaysFoldedAndIsNotAskedFor() {
    Page page = answered("&net=49-12-10");
    page.locator(".checks-panel [data-set=checks]").click();
    assertThat(page.locator(".findings")).isHidden();
    page.waitForURL(Pattern.compile(".*checks=closed.*"));
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.reload();
    ready(page);
    assertThat(page.locator(".findings")).isHidden();
    page.keyboard().press("ArrowRight");
    page.waitForURL(Pattern.compile(".*step=1.*"));
    assertEquals(List.of(), asked.stream().filter(url -> url.contains("/panel")).toList());
    page.locator(".checks-panel [data-set=checks]").click();
    assertThat(page.locator(".findings li[data-verdict]")).hasCount(16);
  }

  @Test
  void theLinkToAllOfItLeadsThereAndBackToTheStep() {
    Page page = answered(BUGGED);
    page.keyboard().press("ArrowRight");
    page.locator(".checks-panel .more a").click();
    assertThat(page.locator("h1")).hasText("What the checks say");
    assertThat(page.locator("article.check")).hasCount(16);
    assertThat(page.locator(".scenario .chip.on")).containsText("Hidden slope missing");
    page.locator(".scenario .chip.on").click();
    assertThat(page.locator(".scenario .chip.on")).hasCount(0);
    assertThat(page.locator(".all-checks > .tally")).not().containsText("fail");
    page.locator(".top nav a").first().click();
    assertThat(page.locator(".lesson h1")).hasText("What the outputs should say");
  }

  @Test
  void theGradientOfEveryWeightIsShownWhenAskedFor() {
    Page page = open(at("/checks?data=made" + BUGGED));
    assertThat(page.locator(".gradient-map")).hasCount(0);
    page.locator("#gradient-check .layers a").first().click();
    assertThat(page.locator(".gradient-map canvas")).isVisible();
    assertTrue(page.url().contains("heat=1") && page.url().endsWith("#gradient-check"));
    page.locator(".gradient-map summary").click();
    assertThat(page.locator(".gradient-map tbody tr")).hasCount(12);
    Object orange =
        page.evaluate(
            "() => { const c = document.querySelector('.gradient-map canvas');"
                + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + " let n = 0; for (let i = 0; i < d.length; i += 4)"
                + " if (d[i] > d[i + 2] + 60) n++; return n; }");
    assertTrue(((Number) orange).intValue() > 100, "orange dots: " + orange);
  }

  @Test
  void withoutScriptsThePanelIsALinkAndThePageIsWhole() {
    Page page =
        open(
            at("/step?data=made" + BUGGED),
            new Browser.NewContextOptions().setJavaScriptEnabled(false));
    assertThat(page.locator(".findings")).isHidden();
    page.locator(".checks-panel .more a").click();
    assertThat(page.locator("#gradient-check .plate")).containsText("fail");
    assertThat(page.locator("#one-class-fingerprint svg[role=img]").first()).isVisible();
    page.locator("#one-class-fingerprint summary").first().click();
    assertThat(page.locator("#one-class-fingerprint tbody tr")).hasCount(10);
    page.locator("#gradient-check .layers a").first().click();
    assertThat(page.locator(".gradient-map img")).isVisible();
    page.locator("#gradient-check .where a").click();
    assertThat(page.locator(".lesson h1")).containsText("What each weight of layer 1");
  }

  @ParameterizedTest
  @CsvSource({"light", "dark"})
  void thePagesAreAccessible(String theme) {
    Page page = answered(BUGGED + "&theme=" + theme);
    page.locator("li[data-check=gradient-check] summary").click();
    assertEquals(List.of(), violations(page));
    page.navigate(at("/checks?data=made&heat=1&theme=" + theme + BUGGED));
    page.locator("#saturation summary").first().click();
    assertEquals(List.of(), violations(page));
  }

  @Test
  void nothingIsCutOffOnAPhone() {
    Page page = phone(at("/checks?data=made&heat=1" + BUGGED));
    fitsAPhone(page);
  }
}
