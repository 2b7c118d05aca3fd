package deltascope.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deltascope.web.Chrome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The training lab in Chromium: how soon a bug that is toggled has a curve. */
final class LabBench {
  private static final int TOGGLES = 30;

  /** From the click to the ends of the frames that show the new curve's points. */
  private static final String WATCH =
      """
      window.drawn = [];
      let clicked = 0, page = "";
      addEventListener("click", (event) => { clicked = event.timeStamp; page = location.href; drawn = []; }, true);
      new MutationObserver(() => {
        const points = Number(document.documentElement.dataset.drawn);
        if (clicked === 0 || location.href === page || points <= drawn.length) return;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { while (drawn.length < points) drawn.push(performance.now() - clicked); };
        channel.port2.postMessage(0);
      }).observe(document, { attributes: true, attributeFilter: ["data-drawn"], subtree: true });
      """;

  private LabBench() {}

  static void run() throws IOException, InterruptedException {
    try (Started server = Started.run(Path.of("").toAbsolutePath(), "/train");
        BrowserContext context =
            Chrome.browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        // The page's policy would forbid waitForFunction to evaluate its condition.
                        .setBypassCSP(true));
        Page page = context.newPage()) {
      page.addInitScript(WATCH);
      double[] first = new double[TOGGLES];
      double[] second = new double[TOGGLES];
      for (int i = 0; i < TOGGLES; i++) {
        // Another seed each time: what has been trained is remembered.
        page.navigate(server.address("/train?net=784-30-10&epochs=3&seed=" + (i + 1)));
        page.waitForFunction("() => document.documentElement.dataset.drawn > 1");
        page.locator(".switches summary").first().click();
        Locator link = page.locator(".menu a[href*=hidden-slope-missing]").first();
        // A pointer rests on a link before it clicks, and the page is asked for then.
        page.waitForResponse(response -> response.url().contains("/train?"), link::hover);
        link.click();
        page.waitForFunction("() => drawn.length > 1");
        List<?> millis = (List<?>) page.evaluate("drawn");
        first[i] = ((Number) millis.get(0)).doubleValue();
        second[i] = ((Number) millis.get(1)).doubleValue();
        // What the next toggle is to wait for is its own.
        page.waitForFunction("() => document.querySelector('.runs .state progress[hidden]')");
      }
      report("A bug toggled in the lab to the first point of its curve", first, "≤ 150 ms");
      report("A bug toggled in the lab to the first point after learning", second, "");
    }
  }

  private static void report(String what, double[] millis, String goal) {
    Report.row(
        what,
        Report.format(
            "median %.0f ms, p95 %.0f ms over %d toggles",
            Report.median(millis), Report.percentile(millis, 95), millis.length),
        goal);
  }
}
