package deltascope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
  @TempDir private Path folder;

  @Test
  void theFolderIsTheOptionsThenTheEnvironmentsThenTheUsual() {
    Map<String, String> environment = Map.of("JUPYTER_DATA_DIR", "/env", "XDG_DATA_HOME", "/xdg");
    assertEquals(
        Path.of("/option/kernels/deltascope"), KernelSpec.in("/option", environment).folder());
    assertEquals(Path.of("/env/kernels/deltascope"), KernelSpec.in("", environment).folder());
    if (System.getProperty("os.name").equals("Linux")) {
      assertEquals(
          Path.of("/xdg/jupyter/kernels/deltascope"),
          KernelSpec.in("", Map.of("XDG_DATA_HOME", "/xdg")).folder());
      assertEquals(
          Path.of(System.getProperty("user.home"), ".local/share/jupyter/kernels/deltascope"),
          KernelSpec.in("", Map.of()).folder());
    }
  }

  @Test
  void whatIsInstalledStartsThisProgramAndCanBeTakenAway() throws IOException {
    KernelSpec spec = KernelSpec.in(folder.toString(), Map.of());
    assertFalse(spec.uninstall());
    spec.install(Path.of("data"));
    spec.install(Path.of("data"));
    JsonNode written = Json.MAPPER.readTree(spec.folder().resolve("kernel.json").toFile());
    assertEquals("Java (Deltascope)", written.get("display_name").asText());
    assertEquals("java", written.get("language").asText());
    assertEquals("message", written.get("interrupt_mode").asText());
    JsonNode words = written.get("argv");
    assertTrue(Files.isExecutable(Path.of(words.get(0).asText())));
    assertEquals("{connection_file}", words.get(words.size() - 1).asText());
    assertTrue(Path.of(written.at("/env/DELTASCOPE_DATA").asText()).isAbsolute());
    assertTrue(spec.uninstall());
    assertFalse(Files.exists(spec.folder()));
    assertFalse(spec.uninstall());
  }
}
