package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import deltascope.Document.Found;
import deltascope.web.Python;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents tell their readers to do can be done, and what they point to is there. */
class DocsRunTest {
  @TempDir private static Path folder;
  private static Server server;
  private static Addresses addresses;

  @BeforeAll
  static void start() {
    Path key = folder.resolve("mystery.key");
    server = Server.start(new ServerOptions(ServerOptions.LOOPBACK, 0, Path.of("none"), key));
    addresses = new Addresses(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private interface Trial {
    void of(String text) throws Exception;
  }

  /** One test for each different text, named after the first place where it stands. */
  private static Stream<DynamicTest> each(Stream<Found> found, Trial trial) {
    return found
        .collect(Collectors.toMap(Found::text, Function.identity(), (one, other) -> one))
        .values()
        .stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.where() + " " + one.text().lines().findFirst().orElse(""),
                    () -> trial.of(one.text())));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandCanBeGiven() {
    Commands commands = new Commands(addresses, folder);
    Stream<Found> inText =
        Document.found(Document::code).filter(code -> Commands.isOne(code.text()));
    return each(
        Stream.concat(Document.fences("sh").flatMap(Commands::in), inText), commands::tryOut);
  }

  @Test
  void aCommandThatNobodyKnowsFails() {
    Commands commands = new Commands(addresses, folder);
    for (String wrong :
        List.of(
            "make install",
            "./test everything",
            "./test bench luck",
            "./test mutation -Dnothing=1",
            "./run --colour red",
            "./run train --bugs luck",
            "mvn -Dtest=LuckTest test",
            "curl http://localhost:7070/luck",
            "grep luck-is-nowhere run",
            "sudo apt install luck")) {
      assertThrows(Throwable.class, () -> commands.tryOut(wrong), wrong);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyAddressOpens() {
    Stream<Found> inText =
        Stream.concat(Document.found(Document::code), Document.found(Document::links))
            .filter(found -> Addresses.isOne(found.text()));
    return each(
        Stream.concat(inText, Document.fences("http").flatMap(Commands::in)), addresses::open);
  }

  @Test
  void anAddressThatIsNotThereFails() {
    for (String wrong :
        List.of("/luck", "/bugs/luck", "/step?net=3-2-1", "POST /bugs", "/step?step=0#luck")) {
      assertThrows(AssertionError.class, () -> addresses.open(wrong), wrong);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPythonProgramRuns() throws IOException, InterruptedException {
    Optional<String> python = Python.with("numpy");
    String here = server.address().replaceAll("/$", "");
    return each(
        // Examples as in an interpreter are run by test_deltascope.py.
        Document.fences("python").filter(fence -> !fence.text().startsWith(">>> ")),
        program -> {
          assumeTrue(python.isPresent(), "numpy is not here: the documents' programs are not run");
          Python.Ended ended =
              Python.run(
                  folder,
                  Map.of(
                      "PYTHONPATH",
                      Path.of("lessons/notebooks").toAbsolutePath().toString(),
                      "DELTASCOPE_URL",
                      here),
                  python.get(),
                  "-c",
                  program.replace(Addresses.USUAL, here));
          assertEquals(0, ended.status(), ended.said());
        });
  }

  /** A server's part of a configuration, at a port that anybody may have. */
  @TestFactory
  Stream<DynamicTest> everyConfigurationIsOneThatNginxReads() {
    Optional<Path> nginx =
        Stream.of(
                (System.getenv("PATH") + File.pathSeparator + "/usr/sbin")
                    .split(File.pathSeparator))
            .map(place -> Path.of(place, "nginx"))
            .filter(Files::isExecutable)
            .findFirst();
    return each(
        Document.fences("nginx"),
        text -> {
          assumeTrue(nginx.isPresent(), "nginx is not here: its configuration is not read");
          String whole =
              "pid nginx.pid; error_log stderr; events {} http { access_log off; %s }"
                  .formatted(text.replace("listen 80;", "listen 127.0.0.1:8080;"));
          Path file = Files.writeString(folder.resolve("nginx.conf"), whole);
          Python.Ended ended =
              Python.run(
                  folder,
                  Map.of(),
                  nginx.get().toString(),
                  "-t",
                  "-p",
                  folder.toString(),
                  "-c",
                  file.toString());
          assertEquals(0, ended.status(), ended.said());
        });
  }
}
