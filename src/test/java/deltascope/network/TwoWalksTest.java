package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwoWalksTest {
  private static final Digits DIGITS = Some.digits(23, 4);

  private static Walk walk(String bugs, int batch) {
    List<Variation> variations = new ArrayList<>();
    for (String bug : bugs.split(",")) {
      if (!bug.isEmpty()) {
        variations.add(Catalogue.variation(bug));
      }
    }
    Setup setup =
        Some.setup(
            "16-4-3-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            1,
            batch,
            variations);
    return Some.walk(setup, DIGITS);
  }

  private static TwoWalks beside(String bugs, int batch) {
    return new TwoWalks(walk("", batch), walk(bugs, batch));
  }

  @Test
  void profilesAreTheDistancesOfTheTracesThemselves() {
    TwoWalks both = beside("shared-buffer", 3);
    List<TwoWalks.Profile> profiles = both.profiles(4, 9);
    assertEquals(5, profiles.size());
    for (TwoWalks.Profile profile : profiles) {
      Lanes lanes =
          Lanes.of(
              walk("", 3).trace(profile.position()),
              walk("shared-buffer", 3).trace(profile.position()));
      assertEquals(lanes.distances(), profile.distances());
      assertEquals(profile.position() % 3 == 0, profile.batchBegins());
      assertEquals(profile.position() % 3 == 0, profile.rightBatchBegins());
    }
  }

  @Test
  void profilesEndWhereTheWalksEnd() {
    List<TwoWalks.Profile> profiles = beside("error-sign", 4).profiles(20, 50);
    assertEquals(List.of(20, 21, 22), profiles.stream().map(TwoWalks.Profile::position).toList());
  }

  @Test
  void batchesOfTwoSizesBeginApart() {
    List<TwoWalks.Profile> profiles = beside("batch-size-ignored", 3).profiles(0, 6);
    assertEquals(
        List.of(true, false, false, true, false, false),
        profiles.stream().map(TwoWalks.Profile::batchBegins).toList());
    assertEquals(
        List.of(true, false, false, false, false, false),
        profiles.stream().map(TwoWalks.Profile::rightBatchBegins).toList());
  }

  /** A buffer that is never emptied is first seen when it should have been emptied. */
  @Test
  void theFirstDifferenceMayBeInALaterSample() {
    TwoWalks both = beside("shared-buffer", 5);
    TwoWalks.Place place = both.firstDifference(0, 23).orElseThrow();
    assertEquals(4, place.position(), "the last sample of the first batch");
    Trace trace = walk("", 5).trace(4);
    assertEquals(
        Some.step(trace, EquationId.RESET_WEIGHTS, 1).index(), place.pair(), "its first reset");
    assertEquals(Optional.empty(), both.firstDifference(0, 4), "none before");
    TwoWalks.Place after = both.firstDifference(5, 23).orElseThrow();
    assertEquals(5, after.position());
    assertTrue(after.pair() < place.pair(), "the sums of the next sample");
  }

  @Test
  void whereNothingDiffersNothingIsFound() {
    assertEquals(Optional.empty(), beside("", 4).firstDifference(0, 23));
    assertEquals(Optional.empty(), beside("argmax-over-samples", 4).firstDifference(0, 23));
  }
}
