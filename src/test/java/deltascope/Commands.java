package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import deltascope.Document.Found;
import deltascope.bench.Benches;
import deltascope.web.Server;
import deltascope.web.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Tries the commands that documents tell their readers to give. What would take long is given fewer
 * digits; what would fetch or install something is only read. A command of which nothing is known
 * here fails, so that none stands in a document untried.
 */
final class Commands {
  /** How a line begins that is a command. */
  private static final Set<String> KNOWN =
      Set.of("./run", "./test", "mvn", "curl", "grep", "jupyter", "sudo");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Set<String> PHASES = Set.of("compile", "test", "package", "verify");

  /** What the system's package manager is asked for, which the scripts ask for too. */
  private static final Pattern INSTALLS = Pattern.compile("apt(-get)? install (-y )?(.*)");

  private final Addresses addresses;
  private final Path folder;
  private final Set<ServerOptions> served = new HashSet<>();

  /** With a folder for what is written. */
  Commands(Addresses addresses, Path folder) {
    this.addresses = addresses;
    this.folder = folder;
  }

  static boolean isOne(String text) {
    return KNOWN.contains(words(text).stream().findFirst().orElse(""));
  }

  /** The lines of a fence, long ones joined and comments left out. */
  static Stream<Found> in(Found fence) {
    return fence
        .text()
        .replace("\\\n", " ")
        .lines()
        .map(line -> line.replaceAll("(^|\\s+)#\\s.*$", "").strip())
        .filter(line -> !line.isEmpty())
        .map(line -> new Found(fence.where(), fence.kind(), line));
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words;
  }

  void tryOut(String command) throws IOException, InterruptedException {
    List<String> words = words(command.replaceFirst("^[A-Z_]+=\\S+ ", ""));
    List<String> more = words.subList(1, words.size());
    switch (words.get(0)) {
      case "./run" -> run(more);
      case "./test" -> test(more);
      case "mvn" -> maven(more);
      case "curl" -> addresses.curl(more);
      case "grep" -> grep(words);
      case "jupyter" -> assertTrue(Files.exists(Path.of(last(words))), "no " + last(words));
      case "sudo" -> install(String.join(" ", more));
      default -> fail("nobody knows how to try “" + command + "”: teach Commands to");
    }
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  private void run(List<String> arguments) throws IOException {
    if (arguments.contains("--dev")) {
      assertEquals(List.of("--dev"), arguments);
      assertTrue(Files.readString(Path.of("run")).contains("\"${1:-}\" = --dev "));
      return;
    }
    CommandLineInterface command = new CommandLineInterface();
    ParseResult read = new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    String called = read.hasSubcommand() ? read.subcommand().commandSpec().name() : "";
    if (read.isUsageHelpRequested() || read.isVersionHelpRequested()) {
      assertEquals(0, given(arguments));
    } else if (called.isEmpty()) {
      serve(command.options());
    } else if (called.equals("train")) {
      assertEquals(0, given(smaller(arguments)));
    } else if (arguments.contains("sheet")) {
      List<String> written = new ArrayList<>(arguments.subList(0, arguments.size() - 1));
      Path picture = folder.resolve(last(arguments));
      written.add(picture.toString());
      assertEquals(0, given(written));
      assertTrue(Files.size(picture) > 0);
    }
  }

  /** A server with these options, but at a port that is free and with a key of its own. */
  private void serve(ServerOptions options) {
    Path key = folder.resolve("key");
    ServerOptions own = new ServerOptions(options.host(), 0, Path.of("none"), key, options.names());
    if (served.add(own)) {
      try (Server server = Server.start(own)) {
        assertEquals(200, new Addresses(server).status("/healthz"));
      }
    }
  }

  /** The same training on few made digits, for one epoch at most. */
  private static List<String> smaller(List<String> arguments) {
    List<String> smaller = new ArrayList<>(arguments);
    Map.of("--digits", "made", "--limit", "200", "--epochs", "1")
        .forEach(
            (option, value) -> {
              int at = smaller.indexOf(option);
              if (at >= 0) {
                smaller.set(at + 1, value);
              } else {
                smaller.addAll(List.of(option, value));
              }
            });
    return smaller;
  }

  private static int given(List<String> arguments) {
    PrintStream usual = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return CommandLineInterface.run(arguments.toArray(String[]::new));
    } finally {
      System.setOut(usual);
    }
  }

  private static void test(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      return;
    }
    String script = Files.readString(Path.of("test"));
    String pom = Files.readString(Path.of("pom.xml"));
    String name = arguments.get(0);
    assertTrue(script.contains("\"${1:-}\" = " + name + " "), "./test knows no " + name);
    for (String argument : arguments.subList(1, arguments.size())) {
      if (argument.startsWith("-D")) {
        String property = argument.substring(2).split("=")[0];
        assertTrue(pom.contains("${" + property + "}"), "pom.xml reads no " + property);
      } else {
        assertEquals("bench", name);
        for (String bench : argument.split(",")) {
          assertTrue(Benches.names().contains(bench), "no bench is called " + bench);
        }
      }
    }
  }

  private static void maven(List<String> arguments) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    for (String argument : arguments) {
      if (argument.startsWith("-Dtest=")) {
        assertTrue(Sources.hasTest(argument.substring("-Dtest=".length())), argument);
      } else if (argument.startsWith("-D")) {
        assertTrue(pom.contains("<name>" + argument.substring(2) + "</name>"), argument);
      } else if (argument.contains(":")) {
        assertTrue(pom.contains(argument.split(":")[0] + "-maven-plugin"), argument);
      } else {
        assertTrue(PHASES.contains(argument), argument);
      }
    }
  }

  private static void grep(List<String> words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), found);
    assertFalse(found.isBlank());
  }

  private static void install(String command) throws IOException {
    Matcher installs = INSTALLS.matcher(command);
    assertTrue(installs.matches(), command);
    String scripts = Files.readString(Path.of("test")) + Files.readString(Path.of("run"));
    for (String name : installs.group(3).split(" ")) {
      assertTrue(
          scripts.contains(name) || name.equals("jupyter-notebook"),
          "neither ./run nor ./test names the package " + name);
    }
  }
}
