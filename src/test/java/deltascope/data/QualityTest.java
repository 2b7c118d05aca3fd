package deltascope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.math.Refused;
import deltascope.network.Epoch;
import deltascope.network.ScenarioReader;
import deltascope.network.Setup;
import deltascope.network.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A short form of {@code ./run data quality}, which trains some fifty times as long. */
class QualityTest {
  private static final double FLOOR = 85;

  @Test
  void whoLearnsFromMadeDigitsReadsRealOnes() {
    Setup setup =
        ScenarioReader.training(
                "made",
                id -> {
                  throw new Refused("bugs", id, "none");
                })
            .read(Map.of("net", "784-100-10", "eta", "0.04", "batch", "20"))
            .setup();
    List<Epoch> epochs = new ArrayList<>();
    new Trainer(setup, Library.made(25_000), 25_000).run(1, MnistTest.digits().test(), epochs::add);

    assertEquals(10, epochs.get(0).testAccuracy(), 8, "before training");
    assertTrue(
        epochs.get(1).testAccuracy() >= FLOOR,
        () -> epochs.get(1).testAccuracy() + " % of the test digits");
  }
}
