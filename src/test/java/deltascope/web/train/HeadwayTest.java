package deltascope.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadwayTest {
  private long now = 5_000_000_000L;
  private final Headway headway = new Headway(() -> now, 1_000);

  private void pass(double seconds) {
    now += Math.round(seconds * 1e9);
  }

  @Test
  void theTimeLeftIsThatOfTheWorkDoneWithoutPausesAndPreparations() {
    headway.start();
    pass(3);
    headway.prepared();
    assertEquals(Map.of("samples", 0L, "of", 1_000L, "seconds", 3.0), headway.event().data());
    pass(2);
    assertTrue(headway.met(200));
    headway.stop();
    pass(60);
    headway.start();
    assertEquals(
        Map.of("samples", 200L, "of", 1_000L, "seconds", 5.0, "left", 8.0),
        headway.event().data(),
        "two seconds for a fifth: eight for the rest");
  }

  @Test
  void itIsTimeToSaySoFiveTimesASecondAtMost() {
    headway.start();
    assertTrue(headway.met(1));
    pass(0.1);
    assertFalse(headway.met(2));
    pass(0.11);
    assertTrue(headway.met(3));
    assertFalse(headway.met(4));
  }
}
