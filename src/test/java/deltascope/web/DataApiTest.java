package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data sets, samples, their pictures, and training. */
class DataApiTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start(ServerOptions.anyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(String path) {
    Asked answer = Asked.get(server, path);
    assertEquals(200, answer.status(), answer.text());
    assertEquals("application/json", answer.header("Content-Type"));
    return TraceJson.parse(answer);
  }

  @Test
  void theDataSetsAreCountedPerSplitAndDigit() {
    JsonNode sets = json("/api/datasets");
    List<String> ids = new ArrayList<>();
    int defaults = 0;
    for (JsonNode set : sets) {
      ids.add(set.get("id").asText());
      defaults += set.get("default").asBoolean() ? 1 : 0;
      for (String split : new String[] {"train", "test"}) {
        JsonNode counted = set.get("splits").get(split);
        int sum = 0;
        for (JsonNode count : counted.get("perDigit")) {
          sum += count.asInt();
        }
        assertEquals(10, counted.get("perDigit").size());
        assertEquals(counted.get("count").asInt(), sum);
        assertTrue(sum > 0);
      }
    }
    assertTrue(ids.contains("made"));
    assertEquals(1, defaults);
  }

  @Test
  void samplesOfADigitShowThatDigit() {
    JsonNode threes = json("/api/samples?data=made&split=test&digit=3&from=5&count=4");
    assertEquals(4, threes.get("samples").size());
    int before = -1;
    for (JsonNode sample : threes.get("samples")) {
      assertEquals(3, sample.get("label").asInt());
      assertTrue(sample.get("index").asInt() > before);
      before = sample.get("index").asInt();
      JsonNode trace =
          TraceJson.get(server, "data=made&split=test&net=16-10&sample=" + before).document();
      assertEquals(3, trace.get("sample").get("label").asInt());
    }
    int total = threes.get("total").asInt();
    JsonNode past = json("/api/samples?data=made&split=test&digit=3&from=" + total);
    assertEquals(0, past.get("samples").size());
  }

  @Test
  void thePictureOfASampleIsItsPixelsAsInkOnPaper() throws IOException {
    for (int scale : new int[] {1, 3}) {
      int side = 28 * scale;
      Asked answer = Asked.get(server, "/api/sample.png?data=made&sample=7&size=" + side);
      assertEquals("image/png", answer.header("Content-Type"));
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.response().body()));
      JsonNode pixels =
          TraceJson.get(server, "data=made&net=16-10&sample=7")
              .document()
              .get("sample")
              .get("pixels");
      assertEquals(side, picture.getWidth());
      assertEquals(side, picture.getHeight());
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int ink = pixels.get(y / scale * 28 + x / scale).asInt();
          assertEquals(255 - ink, picture.getRaster().getSample(x, y, 0), x + ", " + y);
        }
      }
    }
  }

  @Test
  void trainingReportsEpochZeroFirstAndLearns() {
    String path = "/api/train?data=made&net=49-24-10&epochs=4&batch=10&eta=0.1&limit=1500";
    JsonNode answer = json(path);
    JsonNode epochs = answer.get("epochs");
    assertEquals(5, epochs.size());
    for (int e = 0; e < 5; e++) {
      JsonNode epoch = epochs.get(e);
      List<String> fields = new ArrayList<>();
      epoch.fieldNames().forEachRemaining(fields::add);
      assertEquals(
          List.of("epoch", "testAccuracy", "testCost", "trainCost", "predicted", "seconds"),
          fields);
      assertEquals(e, epoch.get("epoch").asInt());
      assertEquals(10, epoch.get("predicted").size());
      double accuracy = epoch.get("testAccuracy").asDouble();
      assertTrue(accuracy >= 0 && accuracy <= 100, "percent");
    }
    double before = epochs.get(0).get("testAccuracy").asDouble();
    double after = epochs.get(4).get("testAccuracy").asDouble();
    assertTrue(after > 50 && after > before + 25, before + " → " + after);
    assertTrue(epochs.get(4).get("testCost").asDouble() < epochs.get(0).get("testCost").asDouble());
    assertEquals(1500, answer.get("scenario").get("limit").asInt());
    assertEquals(10, answer.get("scenario").get("batch").asInt());
    JsonNode again = json(path).get("epochs");
    for (int e = 0; e < 5; e++) {
      assertEquals(epochs.get(e).get("testCost"), again.get(e).get("testCost"));
      assertEquals(epochs.get(e).get("predicted"), again.get(e).get("predicted"));
    }
  }

  @Test
  void trainingHasDefaultsOfItsOwn() {
    JsonNode scenario = json("/api/train?data=made&net=16-10&limit=100").get("scenario");
    assertEquals(100, scenario.get("batch").asInt());
    assertEquals(3, scenario.get("epochs").asInt());
  }

  @Test
  void aNetworkThatClimbsItsCostDoesNotLearn() {
    String path = "/api/train?data=made&net=49-12-10&epochs=2&batch=10&limit=1000&bugs=error-sign";
    JsonNode epochs = json(path).get("epochs");
    assertTrue(epochs.get(2).get("testCost").asDouble() > epochs.get(0).get("testCost").asDouble());
    assertTrue(epochs.get(2).get("testAccuracy").asDouble() < 20);
  }
}
