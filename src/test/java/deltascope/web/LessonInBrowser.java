package deltascope.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deltascope.lessons.SampleLessons;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server that has small lessons too, for the tests of lessons in a browser. */
abstract class LessonInBrowser extends WalkInBrowser {
  @TempDir private static Path folder;
  private static Server samples;

  @BeforeAll
  static void startSamples() {
    samples =
        Server.start(
            new ServerOptions(
                ServerOptions.LOOPBACK,
                0,
                Path.of("none"),
                folder.resolve("mystery.key"),
                SampleLessons.FOLDER,
                Set.of()));
  }

  @AfterAll
  static void stopSamples() {
    samples.close();
  }

  static String here(String path) {
    return at(samples, path);
  }

  Page sample() {
    Page page = open(here("/lesson/sample"));
    ready(page);
    return page;
  }

  static Locator verdict(Page page, String task) {
    return page.locator("#" + task + " .verdict");
  }

  static void answer(Page page, String number) {
    page.locator("#first-answer input").fill(number);
    page.locator("#first-answer input").press("Enter");
  }

  static void again(Page page) {
    page.reload();
    ready(page);
  }
}
