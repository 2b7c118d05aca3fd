package deltascope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Story;
import deltascope.web.Chrome;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import deltascope.web.page.Address;
import deltascope.web.page.Runs;
import deltascope.web.page.StoryRuns;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/curves.md}: how each story's program learns, beside the textbook and beside
 * the programs with one of its bugs, as {@code /train} shows it.
 */
final class Curves {
  private static final Path DOCS = Path.of("docs");
  private static final int EPOCHS = 3;

  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final StringBuilder text = new StringBuilder();

  private Curves(String address) {
    this.address = address;
  }

  static void run() throws IOException, InterruptedException {
    Files.createDirectories(DOCS.resolve("curves"));
    try (Server server = Server.start(ServerOptions.anyPort());
        BrowserContext context =
            Chrome.browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(1240, 1000)
                        .setDeviceScaleFactor(1.5)
                        .setBypassCSP(true));
        Page page = context.newPage()) {
      Curves curves = new Curves(server.address().replaceAll("/$", ""));
      curves.text.append(HEAD);
      for (Story story : Story.all()) {
        curves.write(story, page);
      }
      Files.writeString(DOCS.resolve("curves.md"), curves.text);
    }
    Report.row("Curves of the stories", "written to docs/curves.md", "");
  }

  private static final String HEAD =
      """
      # What the stories' bugs do to learning

      Made by `./test bench curves`, which trains every program below and asks `/train` for the picture.
      Test accuracy is on all 10,000 test digits; a constant predictor's accuracies are the thin lines.
      """;

  private void write(Story story, Page page) throws IOException, InterruptedException {
    Runs runs = StoryRuns.of(story, Address.of(Map.of()));
    String train = runs.address().at("/train");
    text.append("\n## ").append(story.title()).append("\n\n").append(story.lead()).append("\n\n");
    StringBuilder rows = new StringBuilder();
    for (int k = 0; k < runs.size(); k++) {
      rows.append(row(runs.parameters(k)));
    }
    picture(page, address + train, story.id());
    text.append(
            "![Test accuracy and test cost of each program](curves/%s.png)\n\n"
                .formatted(story.id()))
        .append(
            "| program | accuracy after 1 epoch | after %d | cost | says most often |\n"
                .formatted(EPOCHS))
        .append("|---|---|---|---|---|\n")
        .append(rows)
        .append("\n")
        .append(story.moral())
        .append("\n\n`./run` and then `")
        .append(train)
        .append("`\n");
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String row(Map<String, String> parameters) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/api/train?" + query(parameters)))
                .header("Accept", "application/json")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode epochs = json.readTree(answer.body()).get("epochs");
    if (epochs == null) {
      throw new IOException(answer.body());
    }
    JsonNode last = epochs.get(EPOCHS);
    String bugs = parameters.getOrDefault("bugs", "");
    String names =
        bugs.isEmpty()
            ? "the textbook"
            : Arrays.stream(bugs.split(","))
                .map(id -> Catalogue.bug(id).title())
                .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "| %s | %.2f %% | %.2f %% | %s | %s |%n",
        names,
        epochs.get(1).get("testAccuracy").asDouble(),
        last.get("testAccuracy").asDouble(),
        number(last.get("testCost").asDouble()),
        said(last.get("predicted")));
  }

  private static String number(double cost) {
    return Double.isFinite(cost)
        ? String.format(Locale.ROOT, cost >= 100 ? "%.0f" : "%.3f", cost)
        : "not a number";
  }

  /** The digit said most often, and how often. */
  private static String said(JsonNode predicted) {
    int most = 0;
    int all = 0;
    for (int digit = 0; digit < predicted.size(); digit++) {
      all += predicted.get(digit).asInt();
      most = predicted.get(digit).asInt() > predicted.get(most).asInt() ? digit : most;
    }
    return all == 0
        ? "nothing"
        : String.format(
            Locale.ROOT, "%d, %.0f %%", most, 100.0 * predicted.get(most).asInt() / all);
  }

  /** The programs are trained by now, and the server has kept what it saw. */
  private static void picture(Page page, String address, String id) {
    page.navigate(address);
    page.waitForFunction(
        "() => [...document.querySelectorAll('.runs .state')]"
            + ".every((state) => state.querySelector('progress')?.hidden)");
    page.mouse().move(0, 0);
    page.locator(".curves")
        .screenshot(new Locator.ScreenshotOptions().setPath(DOCS.resolve("curves/" + id + ".png")));
  }
}
