package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A server on made digits and a browser that listens for complaints, for the tests of pages. */
abstract class WalkInBrowser {
  static final int DESKTOP_WIDTH = 1440;
  static final int DESKTOP_HEIGHT = 900;

  private static Server server;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> forgiven = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Whatever a test does, the console stays clean: no error, no refused resource. */
  @AfterEach
  void nothingWasComplainedOf() {
    contexts.forEach(BrowserContext::close);
    complaints.removeIf(complaint -> forgiven.stream().anyMatch(complaint::contains));
    assertEquals(List.of(), complaints);
  }

  /** What the console says, now or later, of something that the test itself asked for. */
  void forgive(String said) {
    forgiven.add(said);
  }

  static Server server() {
    return server;
  }

  /** An address of the server. */
  static String at(String path) {
    return at(server, path);
  }

  /** An address of another server. */
  static String at(Server server, String path) {
    return server.address().replaceAll("/$", "") + path;
  }

  /** The walk on made digits; {@code more} begins with &amp; or is empty. */
  static String step(int step, String more) {
    return at("/step?data=made&step=" + step + more);
  }

  Page open(String address) {
    return open(address, new Browser.NewContextOptions());
  }

  Page open(String address, Browser.NewContextOptions options) {
    BrowserContext context =
        Chrome.browser()
            .newContext(
                options.viewportSize == null
                    ? options.setViewportSize(DESKTOP_WIDTH, DESKTOP_HEIGHT)
                    : options);
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(address);
    return page;
  }

  /** As a phone shows it. */
  Page phone(String address) {
    return open(address, new Browser.NewContextOptions().setViewportSize(390, 844));
  }

  /** On a phone no page is wider than its window. */
  static void fitsAPhone(Page page) {
    fits(page, 390, 844);
  }

  /** Made as wide as this, a page is no wider than its window once it has drawn itself anew. */
  static void fits(Page page, int width, int height) {
    page.setViewportSize(width, height);
    try {
      page.waitForFunction("() => document.documentElement.scrollWidth <= innerWidth");
    } catch (TimeoutError never) {
      fail(page.url() + " is wider than the window: " + widest(page), never);
    }
  }

  private static Object widest(Page page) {
    return page.evaluate(
        "() => [...document.body.querySelectorAll('*')]"
            + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            + ".slice(0, 8).map(e => e.tagName + '.' + e.className)");
  }

  /** Nobody is shut out: what axe finds, a line for each place. */
  static List<String> violations(Page page) {
    return violations(new AxeBuilder(page));
  }

  /**
   * Frames are of this server, and what passes is not asked for: a page takes a third of the time.
   */
  static List<String> violations(AxeBuilder axe) {
    AxeRunOptions onlyThem = new AxeRunOptions();
    onlyThem.setResultTypes(List.of("violations"));
    return axe.setLegacyMode(true).options(onlyThem).analyze().getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(node -> rule.getId() + ": " + node.getHtml() + node.getFailureSummary()))
        .toList();
  }

  /** The walk with every step ready to be swapped in. */
  Page walk(int step, String more) {
    Page page = open(step(step, more));
    ready(page);
    return page;
  }

  static void ready(Page page) {
    page.waitForFunction("() => 'ready' in document.documentElement.dataset");
  }

  static String title(Page page) {
    return page.locator("h1").innerText();
  }

  /** The address without its server. */
  static String address(Page page) {
    return page.url().substring(page.url().indexOf('/', "http://".length()));
  }
}
