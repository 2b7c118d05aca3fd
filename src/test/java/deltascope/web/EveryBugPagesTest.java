package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a bug makes of a matrix, every page of its walk can be drawn. */
class EveryBugPagesTest {
  private static final Pattern STEP = Pattern.compile("<article data-step=\"(\\d+)\"");

  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String shown(String path) {
    Asked asked = Asked.get(server, path);
    assertEquals(200, asked.status(), path);
    return asked.text();
  }

  /** At the end of a batch, where the step to new weights is among them. */
  @ParameterizedTest
  @MethodSource("deltascope.web.ParityTest#everyBug")
  void everyStepAndItsSumAreShown(Map<String, String> atHome) {
    String scenario = ParityTest.query(atHome);
    List<String> steps =
        STEP.matcher(shown("/step/sections?" + scenario))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertTrue(steps.size() > 3, scenario);
    for (String step : steps) {
      shown("/step?" + scenario + "&step=" + step);
      shown("/step/explain?" + scenario + "&step=" + step);
    }
    shown("/step?" + scenario + "&predict=yes&step=" + steps.get(steps.size() - 1));
    shown("/compare/sections?" + scenario);
  }
}
