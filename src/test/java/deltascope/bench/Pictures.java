package deltascope.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import deltascope.web.Chrome;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the pictures of the documents from the running program, on made digits. */
public final class Pictures {
  private static final Path FOLDER = Path.of("docs", "pictures");

  /** The seven of the first lesson. */
  private static final String SEVEN = "data=made&net=16-3-10&epochs=1&batch=10&sample=10";

  /** Where the mystery is made: its link holds a token that no one could write down here. */
  private static final String SEALING =
      "/mystery/make?data=made&net=16-3-10&bugs=error-sign&level=1&clean-first=no";

  /**
   * A picture.
   *
   * @param part the part of the page to show, at twice its size; empty for the window as it is
   */
  private record Picture(String name, String address, String part, int width, int height) {
    static Picture page(String name, String address) {
      return new Picture(name, address, "", 1440, 940);
    }

    static Picture part(String name, String address, String part) {
      return new Picture(name, address, part, 1440, 800);
    }
  }

  private static final List<Picture> PICTURES =
      List.of(
          Picture.page("walk", "/step?" + SEVEN + "&step=2&unit=1"),
          Picture.part("cell", "/step?" + SEVEN + "&step=10&unit=1", "#lesson"),
          Picture.page("lesson", "/lesson/one-neuron#s-a-weight-for-every-pixel"),
          Picture.page("bug", "/step?data=made&bugs=hidden-slope-missing&step=12&unit=9"),
          Picture.page("compare", "/compare?data=made&bugs=hidden-slope-missing&step=12&unit=9"),
          Picture.page(
              "train", "/train?data=made&runs=plain/bugs=label-scaled/bugs=slope-of-activation"),
          Picture.page("checks", "/checks?data=made&batch=2&bugs=shared-buffer"),
          Picture.page("mystery", SEALING),
          Picture.page("worksheet", "/worksheet?example=2-2-2&kind=pass&blanks=all"));

  private Pictures() {}

  /** What they are called. */
  public static List<String> names() {
    return PICTURES.stream().map(Picture::name).toList();
  }

  static void run() throws IOException {
    Files.createDirectories(FOLDER);
    Path key = Files.createTempDirectory("pictures").resolve("key");
    ServerOptions options = new ServerOptions(ServerOptions.LOOPBACK, 0, Path.of("none"), key);
    try (Server server = Server.start(options)) {
      for (Picture picture : PICTURES) {
        take(picture, server.address().replaceAll("/$", ""));
      }
    }
    Report.row("Pictures of the documents", PICTURES.size() + " written to " + FOLDER, "");
  }

  private static void take(Picture picture, String address) throws IOException {
    Browser.NewContextOptions window =
        new Browser.NewContextOptions()
            .setViewportSize(picture.width, picture.height)
            .setDeviceScaleFactor(picture.part.isEmpty() ? 1 : 2)
            .setLocale("en")
            .setBypassCSP(true);
    try (BrowserContext context = Chrome.browser().newContext(window);
        Page page = context.newPage()) {
      page.navigate(address + picture.address);
      if (picture.address.equals(SEALING)) {
        String students = page.locator("a.button[href*=mystery]").first().getAttribute("href");
        page.navigate(URI.create(address).resolve(students).toString().replace("step=0", "step=7"));
      }
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.waitForFunction("() => document.fonts.ready.then(() => true)");
      // Trainings are over when no progress is shown any more.
      page.waitForFunction(
          "() => [...document.querySelectorAll('.runs .state progress')].every((bar) => bar.hidden)");
      page.mouse().move(0, 0);
      byte[] png =
          picture.part.isEmpty()
              ? page.screenshot()
              : page.locator(picture.part).screenshot(new Locator.ScreenshotOptions());
      Files.write(FOLDER.resolve(picture.name + ".png"), SmallPng.of(png));
    }
  }
}
