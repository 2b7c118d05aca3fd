package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import deltascope.algebra.Quantity;
import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.network.Point;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trainer;
import deltascope.web.train.Limits;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /api/train} through a real client, in both its forms. */
class TrainApiTest {
  private static final String SHORT = "data=made&net=16-10&limit=500&epochs=2&batch=20&seed=";
  private static final String ENDLESS = "data=made&net=49-30-10&epochs=100&seed=";

  @TempDir private static Path folder;
  private static Server server;

  @BeforeAll
  static void start() {
    server =
        Server.start(
            new ServerOptions(
                ServerOptions.LOOPBACK, 0, Path.of("none"), folder.resolve("mystery.key")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(text, broken);
    }
  }

  private static JsonNode asked(String path) {
    Asked answer = Asked.get(server, path);
    assertEquals(200, answer.status(), answer.text());
    return json(answer.text());
  }

  private static Asked post(String path, String... headers) {
    return Asked.send("POST", server, path, BodyPublishers.noBody(), headers);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Test
  void theEventsAreWhatTheDocumentSaysAfterwards() {
    List<Told> told;
    try (Events events = Events.of(server, "/api/train?" + SHORT + 1)) {
      told = events.rest();
    }
    JsonNode document = asked("/api/train?" + SHORT + 1);
    assertEquals("begin", told.get(0).name());
    assertEquals(document.get("scenario"), told.get(0).data().get("scenario"));
    assertEquals(500, told.get(0).data().get("samplesPerEpoch").asInt());
    assertEquals(25, told.get(0).data().get("batchesPerEpoch").asInt());
    assertEquals(list(document.get("epochs")), Told.named("epoch", told));
    assertEquals(list(document.get("moments")), Told.named("moment", told));
    assertEquals(List.of(document.get("landmarks")), Told.named("landmarks", told));
    assertEquals("done", told.get(told.size() - 1).name());
    assertEquals("done", document.get("state").asText());
    assertEquals(
        List.of("epoch", "testAccuracy", "testCost", "trainCost", "predicted", "seconds"),
        names(document.get("epochs").get(0)),
        "an epoch is as notebooks know it");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void twoClientsShareOneTraining() {
    try (Events one = Events.of(server, "/api/train?" + SHORT + 2);
        Events other = Events.of(server, "/api/train?" + SHORT + 2 + "&split=test&sample=9")) {
      List<JsonNode> first = Told.named("moment", one.rest());
      assertEquals(first, Told.named("moment", other.rest()), "seconds and all");
    }
  }

  @Test
  void aPageThatReloadsFindsItsTraining() {
    JsonNode before;
    try (Events events = Events.of(server, "/api/train?" + ENDLESS + 3)) {
      before = events.next("moment");
    }
    try (Events again = Events.of(server, "/api/train?" + ENDLESS + 3)) {
      assertEquals(before, again.next("moment"), "the same look, in the same second");
      post("/api/train/cancel?" + ENDLESS + 3);
      again.next("cancelled");
    }
  }

  @Test
  void aTrainingIsPausedResumedAndCancelledByPost() {
    String address = "?" + ENDLESS + 4;
    try (Events events = Events.of(server, "/api/train" + address)) {
      events.next("moment");
      assertEquals("paused", json(post("/api/train/pause" + address).text()).get("state").asText());
      while (!events.next("state").get("state").asText().equals("paused")) {
        assertTrue(events.isOpen());
      }
      post("/api/train/resume" + address);
      events.next("moment");
      assertEquals(
          "cancelled", json(post("/api/train/cancel" + address).text()).get("state").asText());
      events.next("cancelled");
      assertEquals(List.of(), events.rest(), "that was the last word");
    }
  }

  @Test
  void whereTooManyArePausedOneMoreIsRefusedInASentence() {
    List<String> paused = new ArrayList<>();
    List<Events> streams = new ArrayList<>();
    try {
      for (int n = 0; n < Limits.usual().paused(); n++) {
        String address = "?" + ENDLESS + (100 + n);
        streams.add(Events.of(server, "/api/train" + address));
        assertEquals(200, post("/api/train/pause" + address).status());
        paused.add(address);
      }
      streams.add(Events.of(server, "/api/train?" + ENDLESS + 99));
      paused.add("?" + ENDLESS + 99);
      Asked answer = post("/api/train/pause?" + ENDLESS + 99);
      assertEquals(503, answer.status(), answer.text());
      String detail = json(answer.text()).get("detail").asText();
      assertTrue(detail.startsWith("As many trainings are paused"), detail);
    } finally {
      paused.forEach(address -> post("/api/train/cancel" + address));
      streams.forEach(Events::close);
    }
  }

  @Test
  void whereThereIsNoRoomForOneOfSeveralTheOthersGoOn() {
    List<String> begun = new ArrayList<>();
    List<Events> streams = new ArrayList<>();
    try {
      // As many as may wait or be paused, and all places taken.
      for (int n = 0; n < Limits.usual().places() + Limits.usual().waitingEach(); n++) {
        String address = "?" + ENDLESS + (200 + n);
        streams.add(Events.of(server, "/api/train" + address));
        begun.add(address);
      }
      assertEquals(503, Asked.get(server, "/api/train?" + ENDLESS + 199).status());
      String path =
          "/api/train/several?run1="
              + URLEncoder.encode(ENDLESS + 199, StandardCharsets.UTF_8)
              + "&run2="
              + URLEncoder.encode(ENDLESS + 200, StandardCharsets.UTF_8);
      try (Events several = Events.of(server, path)) {
        JsonNode refused = several.next("failed");
        assertEquals(1, refused.get("run").asInt());
        assertEquals(503, refused.get("data").get("status").asInt());
        assertEquals(2, several.next("moment").get("run").asInt());
        begun.forEach(address -> post("/api/train/cancel" + address));
        several.next("end");
      }
    } finally {
      begun.forEach(address -> post("/api/train/cancel" + address));
      streams.forEach(Events::close);
    }
  }

  @Test
  void oneOfTwoPagesOfAPersonDoesNotStopWhatTheOtherWatches() {
    String address = "?" + ENDLESS + 7;
    String path =
        "/api/train/several?run1=" + URLEncoder.encode(ENDLESS + 7, StandardCharsets.UTF_8);
    try (Events one = Events.of(server, path + "&listener=one")) {
      one.next("moment");
      assertEquals(200, post("/api/train/pause" + address + "&listener=one").status());
      try (Events other = Events.of(server, "/api/train" + address + "&listener=other")) {
        other.next("moment");
        assertEquals(409, post("/api/train/cancel" + address + "&listener=one").status());
        assertEquals(409, post("/api/train/cancel" + address + "&listener=o").status());
        assertEquals(400, post("/api/train/cancel" + address + "&listener=o/e").status());
        assertEquals(200, post("/api/train/cancel" + address).status(), "it did not say which");
        other.next("cancelled");
      }
    }
  }

  @Test
  void onlyOwnPagesMayStopATraining() {
    for (String verb : List.of("pause", "resume", "cancel")) {
      String path = "/api/train/" + verb + "?" + SHORT + 5;
      assertEquals(403, post(path, "Sec-Fetch-Site", "cross-site").status());
      assertEquals(403, post(path, "Origin", "http://elsewhere.example").status());
    }
    Asked absent = post("/api/train/cancel?" + SHORT + 5);
    assertEquals(409, absent.status());
    assertEquals(
        "There is no such training, nor was there one lately.",
        json(absent.text()).get("detail").asText());
  }

  @Test
  void oneStreamTellsOfSeveralTrainings() {
    String path =
        "/api/train/several?run1="
            + URLEncoder.encode(SHORT + 6, StandardCharsets.UTF_8)
            + "&run4="
            + URLEncoder.encode(SHORT + 6 + "&bugs=error-sign", StandardCharsets.UTF_8);
    List<Told> told;
    try (Events events = Events.of(server, path)) {
      told = events.rest();
    }
    assertEquals("end", told.get(told.size() - 1).name());
    for (int run = 1; run <= 2; run++) {
      int number = run;
      List<JsonNode> own =
          Told.named("moment", told).stream()
              .filter(data -> data.get("run").asInt() == number)
              .map(data -> data.get("data"))
              .toList();
      String bugs = run == 1 ? "" : "&bugs=error-sign";
      assertEquals(list(asked("/api/train?" + SHORT + 6 + bugs).get("moments")), own);
    }
    assertEquals(2, Told.named("done", told).size());
  }

  @Test
  void aPageOfManyLongTrainingsIsToldAllOfThemAgain() {
    List<String> runs = new ArrayList<>();
    for (int run = 1; run <= TrainApi.MOST_RUNS; run++) {
      String query = "data=made&net=16-10&limit=20&batch=20&epochs=100&seed=" + run;
      runs.add("run" + run + "=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
    String path = "/api/train/several?" + String.join("&", runs);
    List<List<Told>> told = new ArrayList<>();
    for (int time = 1; time <= 2; time++) {
      try (Events events = Events.of(server, path)) {
        told.add(events.rest());
      }
    }
    List<JsonNode> again = Told.named("moment", told.get(1));
    assertTrue(told.get(1).size() > Stream.MOST_PIECES);
    assertEquals("end", told.get(1).get(told.get(1).size() - 1).name());
    assertEquals(Set.copyOf(Told.named("moment", told.get(0))), Set.copyOf(again));
  }

  @Test
  void whatIsWrongWithOneOfSeveralIsSaid() {
    for (String[] wrong :
        new String[][] {
          {"", "run1 is missing, expected the parameters of a training"},
          {"?run1=nix%3D3", "run1 is nix, expected one of "},
          {"?run1=seed%3D3%26seed%3D4", "run1 is seed twice, expected one value of each"},
          {"?run1=seed%3D%2525zz", "seed is %zz, expected "},
          {"?run1=batches%3D3", "batches is 3, expected 0, as a training has whole epochs"},
          {"?run7=", "run7 is no parameter here"},
          {"?mystery=AAAA", "mystery is sealed"}
        }) {
      Asked answer = Asked.get(server, "/api/train/several" + wrong[0]);
      assertEquals(400, answer.status(), wrong[0]);
      String detail = json(answer.text()).get("detail").asText();
      assertTrue(detail.startsWith(wrong[1]), detail);
    }
  }

  @Test
  void aProgramThatStopsIsAProblemInBothForms() {
    String address = "/api/train?data=made&limit=300&bugs=weights-not-transposed";
    try (Events events = Events.of(server, address)) {
      JsonNode problem = events.next("failed");
      assertEquals(422, problem.get("status").asInt());
      assertEquals(List.of(), events.rest());
      Asked answer = Asked.get(server, address);
      assertEquals(422, answer.status());
      assertEquals("application/problem+json", answer.header("Content-Type"));
      assertEquals(problem, json(answer.text()));
    }
  }

  @Test
  void aWalkBeginsWithTheWeightsOfAnyMoment() {
    String program = "data=made&net=16-7-10&batch=20&limit=500&bugs=shared-buffer";
    asked("/api/train?" + program + "&epochs=2");
    Dataset made = new Library(Path.of("none")).get("made");
    for (Point point : List.of(new Point(0, 5), new Point(1, 0), new Point(1, 13))) {
      String at = program + "&epochs=" + point.epochs() + "&batches=" + point.batches();
      Scenario scenario = ScenarioReader.stepping("made", Catalogue::variation).read(at);
      double[] trained = Trainer.trained(scenario, made).get(Quantity.W.of(1)).rowMajor();
      JsonNode step = asked("/api/trace?" + at).get("steps").get(2);
      assertEquals("weighted-sum", step.get("equation").asText());
      JsonNode weights = step.get("operands").get(0).get("values");
      for (int i = 0; i < trained.length; i++) {
        assertEquals(trained[i], weights.get(i).asDouble());
      }
    }
    assertTrue(
        Asked.get(server, "/step?" + program + "&epochs=1&batches=13")
            .text()
            .contains("trained for 1 epoch and 13 batches"));
    Asked refused = Asked.get(server, "/api/trace?" + program + "&batches=26");
    assertEquals(400, refused.status());
    assertEquals("batches", json(refused.text()).get("parameter").asText());
  }
}
