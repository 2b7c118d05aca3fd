package deltascope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import deltascope.web.Python;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as Jupyter's own client meets it: started, asked, interrupted, restarted, ended. */
class KernelIT {
  @TempDir private static Path folder;

  @Test
  void jupytersClientGetsAlongWithIt() throws Exception {
    Optional<String> python = Python.with("jupyter_client");
    assumeTrue(
        python.isPresent(), "jupyter_client is not here: the Java kernel has not been asked");
    KernelSpec.in(folder.toString(), Map.of()).install(Path.of("none"));
    Python.Ended ended =
        Python.run(
            Path.of("src/test/python"),
            Map.of(
                "JUPYTER_DATA_DIR", folder.toString(),
                "JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString()),
            python.get(),
            "-m",
            "unittest",
            "--failfast",
            "kernel_client");
    assertEquals(0, ended.status(), ended.said());
  }
}
