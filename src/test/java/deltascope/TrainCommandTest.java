package deltascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Charset terminal = StandardCharsets.UTF_8;

  /** The exit code of {@code ./run train} with these options. */
  private int train(String... options) {
    PrintStream usualOut = System.out;
    PrintStream usualErr = System.err;
    System.setOut(new PrintStream(out, true, terminal));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      List<String> arguments = new ArrayList<>(List.of("train", "--digits", "made"));
      arguments.addAll(List.of(options));
      return CommandLineInterface.run(arguments.toArray(String[]::new));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }

  private static String text(ByteArrayOutputStream said) {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTrainingIsATableOfItsEpochs() {
    assertEquals(0, train("--net", "16-10", "--limit", "300", "--epochs", "2"));
    List<String> lines = text(out).lines().toList();
    assertEquals("epoch  test accuracy  test cost  train cost  seconds", lines.get(0));
    assertEquals(4, lines.size());
    assertTrue(lines.get(3).matches(" +2 +[0-9.]+ % +[0-9.]+ +[0-9.]+ +[0-9.]+"), lines.get(3));
  }

  @Test
  void whatItEndsOnIsNamed() {
    assertEquals(0, train("--net", "16-10", "--init", "zeros", "--epochs", "0"));
    assertTrue(text(out).contains("The cost it ends with, 10.0000, is that of all 0."), text(out));
  }

  @Test
  void asJsonItIsTheDocumentOfTheApi() throws JsonProcessingException {
    String[] options = {"--json", "--net=16-10", "--limit=300", "--epochs=1", "--bugs=error-sign"};
    assertEquals(0, train(options));
    JsonNode document = new ObjectMapper().readTree(text(out));
    List<String> names = new ArrayList<>();
    document.fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("scenario", "epochs", "moments", "landmarks", "state", "seconds"), names);
    assertEquals("[\"error-sign\"]", document.get("scenario").get("bugs").toString());
    assertEquals(2, document.get("epochs").size());
  }

  @Test
  void jsonIsUtf8WhateverTheTerminalHas() throws JsonProcessingException {
    terminal = StandardCharsets.US_ASCII;
    assertEquals(0, train("--json", "--net=16-10", "--limit=300", "--epochs=0"));
    JsonNode landmark = new ObjectMapper().readTree(text(out)).get("landmarks").get(0);
    assertTrue(landmark.get("name").asText().matches("always “[0-9]”"), landmark.toString());
  }

  @Test
  void aRefusedValueIsOneSentenceAndTwo() {
    assertEquals(2, train("--net", "16-9"));
    assertEquals("net is 16-9, expected 10 units last, one per digit\n", text(err));
    assertEquals("", text(out));
  }

  @Test
  void aProgramThatStopsIsOne() {
    assertEquals(1, train("--limit", "300", "--bugs", "weights-not-transposed"));
    assertTrue(text(err).contains("do not fit"), text(err));
    assertEquals("", text(out));
  }
}
