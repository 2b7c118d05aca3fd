package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What notebooks read the app with, tested in its own language against a server of ours. */
class NotebookModuleTest {
  @Test
  void theModulesTestsAndTheExamplesInItPass() throws Exception {
    Optional<String> python = Python.with("numpy");
    assumeTrue(python.isPresent(), "no Python with numpy here: deltascope.py is not tried");
    try (Server server = Server.start(ServerOptions.anyPort())) {
      Python.Ended ended =
          Python.run(
              Path.of("src/test/python"),
              Map.of(
                  "DELTASCOPE_URL", server.address(),
                  "PYTHONPATH", Python.path(Path.of("lessons/notebooks"))),
              python.get(),
              "-m",
              "unittest",
              "test_deltascope");
      assertEquals(0, ended.status(), ended.said());
      assertTrue(ended.said().matches("(?s).*Ran [2-9]\\d tests.*"), ended.said());
    }
  }
}
