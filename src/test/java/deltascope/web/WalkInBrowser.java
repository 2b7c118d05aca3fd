package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
