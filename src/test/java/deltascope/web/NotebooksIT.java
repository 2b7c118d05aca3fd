package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import deltascope.data.Library;
import deltascope.kernel.KernelSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every notebook, from top to bottom in Jupyter against a server of ours: a cell that errs fails
 * here, and so does a number that is not as the cells claim.
 */
class NotebooksIT {
  @TempDir private static Path folder;

  @BeforeAll
  static void jupyter() throws InterruptedException {
    assumeTrue(
        Notebooks.haveJupyter(), "Jupyter's nbconvert is not here: no notebook has been run");
  }

  private static void allRun(Path data, Path shown) throws Exception {
    ServerOptions options =
        new ServerOptions(ServerOptions.LOOPBACK, 0, data, folder.resolve("key"));
    try (Server server = Server.start(options)) {
      List<Path> notebooks = Notebooks.of("python");
      assertTrue(notebooks.size() >= 6, notebooks.toString());
      assertEquals(
          List.of(),
          Notebooks.failures(notebooks, shown, Map.of("DELTASCOPE_URL", server.address())));
    }
  }

  @Test
  void thoseInJavaRunInTheKernelWithoutAServer() throws Exception {
    Path shown = folder.resolve("java");
    KernelSpec.in(shown.resolve("JUPYTER_DATA_DIR").toString(), Map.of()).install(Path.of("none"));
    List<Path> notebooks = Notebooks.of("java");
    assertTrue(notebooks.size() >= 2, notebooks.toString());
    assertEquals(List.of(), Notebooks.failures(notebooks, shown, Map.of()));
    String forward = Files.readString(shown.resolve("java-forward.ipynb"));
    assertTrue(forward.contains("image/png"), "a matrix is a picture there");
  }

  @Test
  void allRunOnMadeDigits() throws Exception {
    allRun(Path.of("none"), folder.resolve("made"));
  }

  @Test
  void allRunWhereMnistIs() throws Exception {
    Path mnist = Library.folder("", System.getenv());
    assumeTrue(
        new Library(mnist).defaultId().equals("mnist"),
        "MNIST is not here: the notebooks have been run on made digits alone");
    allRun(mnist, folder.resolve("mnist"));
  }
}
