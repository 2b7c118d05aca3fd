package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bug that the guide for contributors adds: its one file is all that it takes. */
class ContributedBugTest {
  private static final String LIBRARIES = System.getProperty("java.class.path");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;

  @Test
  void itsOneFileIsAllThatItTakes() throws IOException, InterruptedException {
    compile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder + File.pathSeparator + LIBRARIES,
                "deltascope.Main",
                "--port=0",
                "--data=none",
                "--home=" + folder)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      String line = Objects.requireNonNull(said.readLine(), "the server ended before it began");
      String address = line.split(" ")[1];
      assertTrue(get(address + "bugs/rate-forgotten").contains("Learning rate forgotten"));
      itActsInTheUpdateAndNowhereElse(address);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** What the annotation does in a build is done by hand: the class is named in a list. */
  private static void compile() throws IOException {
    Matcher example =
        Pattern.compile("(?s)```java\n(package .*?)```")
            .matcher(Files.readString(Path.of("docs/contributor.md")));
    assertTrue(example.find());
    Path source = Files.writeString(folder.resolve("RateForgotten.java"), example.group(1));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                LIBRARIES,
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, status);
    Path list = folder.resolve("META-INF/services/deltascope.bugs.Bug");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "deltascope.bugs.RateForgotten\n");
  }

  private static void itActsInTheUpdateAndNowhereElse(String address)
      throws IOException, InterruptedException {
    String trace = get(address + "api/trace?net=16-3-10&batch=1&bugs=rate-forgotten");
    int updates = 0;
    for (JsonNode step : new ObjectMapper().readTree(trace).get("steps")) {
      boolean update =
          List.of("update-weights", "update-biases").contains(step.get("equation").asText());
      assertEquals(update, step.has("expected"), step.get("equation").asText());
      assertEquals(update, !step.get("bugs").isEmpty(), step.get("equation").asText());
      updates += update ? 1 : 0;
    }
    assertEquals(4, updates);
  }

  private static String get(String address) throws IOException, InterruptedException {
    var answer =
        CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }
}
