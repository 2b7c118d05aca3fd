package deltascope.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deltascope.web.Chrome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The page in Chromium: how much it loads, how soon a key press is a painted step, what it keeps.
 */
final class PageBench {
  private static final int STEPS = 200;
  private static final int MANY_STEPS = 1_000;
  private static final int TOGGLES = 100;

  /** From the click to the end of the frame that shows the turned page. */
  private static final String WATCH_TOGGLES =
      """
      window.toggled = [];
      let clicked = 0;
      addEventListener("click", (event) => { clicked = event.timeStamp; }, true);
      new MutationObserver(() => {
        // The page takes its mark of being ready away when it begins to turn.
        if (document.documentElement.dataset.ready !== undefined || clicked === 0) return;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => toggled.push(performance.now() - clicked);
          channel.port2.postMessage(0);
        });
      }).observe(document, { attributes: true, attributeFilter: ["data-ready"], subtree: true });
      """;

  /** From the key press as the system stamped it to the end of the frame that shows its step. */
  private static final String WATCH =
      """
      window.painted = [];
      addEventListener("keydown", (event) => {
        const pressed = event.timeStamp;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted.push(performance.now() - pressed);
          channel.port2.postMessage(0);
        });
      }, true);
      """;

  private PageBench() {}

  static void run() throws IOException, InterruptedException {
    try (Started server = Started.run(Path.of("").toAbsolutePath(), "/step")) {
      firstLoad(server, "/step");
      firstLoad(server, "/");
      keyPress(server, "Key press to painted step in Chromium", "/step");
      keyPress(
          server,
          "Key press to painted step of two lanes",
          "/compare?bugs=hidden-slope-missing&sample=3");
      toggle(server);
    }
  }

  private static BrowserContext context() {
    return Chrome.browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                // The page's policy would forbid waitForFunction to evaluate its condition.
                .setBypassCSP(true));
  }

  private static void firstLoad(Started server, String path) {
    try (BrowserContext context = context();
        Page page = context.newPage()) {
      CDPSession network = context.newCDPSession(page);
      network.send("Network.enable");
      double[] bytes = {0};
      int[] requests = {0};
      network.on(
          "Network.loadingFinished",
          (JsonObject event) -> {
            bytes[0] += event.get("encodedDataLength").getAsDouble();
            requests[0]++;
          });
      page.navigate(server.address(path));
      page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      Report.row(
          "First load of `" + path + "`, nothing cached",
          Report.format("%.0f kB compressed, %d requests", bytes[0] / 1000, requests[0]),
          "≤ 400 kB");
    }
  }

  private static void keyPress(Started server, String what, String path)
      throws IOException, InterruptedException {
    try (BrowserContext context = context();
        Page page = context.newPage()) {
      page.addInitScript(WATCH);
      page.navigate(server.address(path));
      page.waitForFunction("() => document.documentElement.dataset.ready !== undefined");
      int last = page.locator(".strip a").count() - 1;
      walk(page, last, STEPS);
      double[] millis =
          ((List<?>) page.evaluate("painted"))
              .stream().limit(STEPS).mapToDouble(value -> ((Number) value).doubleValue()).toArray();
      Report.row(
          what,
          Report.format(
              "median %.1f ms, p95 %.1f ms over %d steps",
              Report.median(millis), Report.percentile(millis, 95), millis.length),
          "p95 ≤ 33 ms");
      walk(page, last, MANY_STEPS - STEPS);
      page.requestGC();
      CDPSession runtime = context.newCDPSession(page);
      double used = runtime.send("Runtime.getHeapUsage").get("usedSize").getAsDouble();
      Report.row(
          "Heap after 1,000 steps",
          Report.format(
              "server %.0f MB, page %.0f MB", server.heapAfterCollection() / 1e6, used / 1e6),
          "");
    }
  }

  /** A bug switched off and on again at the step where it acts. */
  private static void toggle(Started server) throws IOException, InterruptedException {
    try (BrowserContext context = context();
        Page page = context.newPage()) {
      page.addInitScript(WATCH_TOGGLES);
      page.navigate(server.address("/step?step=12&bugs=hidden-slope-missing"));
      page.waitForFunction("() => document.documentElement.dataset.ready !== undefined");
      for (int i = 1; i <= TOGGLES; i++) {
        boolean on = i % 2 == 0;
        if (on) {
          page.locator(".switches summary").click();
        }
        Locator link =
            page.locator(on ? ".menu a[href*=hidden-slope-missing]" : ".chip.on").first();
        // A pointer rests on a link before it clicks, and the page is asked for then.
        page.waitForResponse(response -> response.url().contains("/step?"), link::hover);
        link.click();
        page.waitForFunction("count => toggled.length >= count", i);
        page.waitForFunction("() => document.documentElement.dataset.ready !== undefined");
      }
      double[] millis =
          ((List<?>) page.evaluate("toggled"))
              .stream()
                  .limit(TOGGLES)
                  .mapToDouble(value -> ((Number) value).doubleValue())
                  .toArray();
      Report.row(
          "A bug toggled to the painted step in Chromium",
          Report.format(
              "median %.1f ms, p95 %.1f ms over %d toggles",
              Report.median(millis), Report.percentile(millis, 95), millis.length),
          "p95 ≤ 50 ms");
    }
  }

  /** To the last step and back, over and over, each step painted before the next press. */
  private static void walk(Page page, int last, int steps) {
    int painted = ((Number) page.evaluate("painted.length")).intValue();
    int at = 0;
    boolean forwards = true;
    for (int i = 1; i <= steps; i++) {
      page.keyboard().press(forwards ? "ArrowRight" : "ArrowLeft");
      page.waitForFunction("count => painted.length >= count", painted + i);
      at += forwards ? 1 : -1;
      forwards = at == last ? false : at == 0 ? true : forwards;
    }
    for (; at > 0; at--) {
      page.keyboard().press("ArrowLeft");
    }
  }
}
