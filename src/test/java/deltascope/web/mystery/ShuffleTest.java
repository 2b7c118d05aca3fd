package deltascope.web.mystery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.network.Scenario;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases drawn by level: always to be found, never to be looked up. */
class ShuffleTest {
  private static final int DRAWN = 24;
  private static final MadeGround GROUND = new MadeGround();

  private static Shuffle shuffle(int key) {
    byte[] bytes = new byte[KeyFile.SIZE];
    bytes[0] = (byte) key;
    return new Shuffle(new Seal(bytes), MadeGround.READER, GROUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCaseCanBeFoundAndIsLegible(int level) {
    int clean = 0;
    Set<String> drawn = new HashSet<>();
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < DRAWN; seed++) {
      SealedCase open = shuffle(1).draw(level, seed);
      Scenario scenario = open.scenario();
      assertEquals(level, open.level());
      assertTrue(open.cleanFirst());
      assertTrue(scenario.net().sizes().stream().allMatch(units -> units <= 16), "legible");
      clean += scenario.variations().isEmpty() ? 1 : 0;
      drawn.add(scenario.parameters().get("bugs"));
      seeds.add(scenario.seed());
      if (!scenario.variations().isEmpty()) {
        assertEquals(level == 3 ? 2 : 1, scenario.variations().size());
        Truth truth = Truth.of(scenario, GROUND);
        assertTrue(truth.findable(), scenario.toString());
        for (Fault fault : truth.faults()) {
          assertTrue(fault.sample() < 16, "within a few samples");
          assertTrue(fault.distance() >= 0.01, "in digits that are shown");
          assertEquals(null, fault.asRun().failure(), "no error message gives it away");
        }
      }
    }
    assertEquals(level == 1, clean == 0, clean + " clean ones at level " + level);
    assertTrue(clean < DRAWN / 2, clean + " clean ones of " + DRAWN);
    assertTrue(drawn.size() > DRAWN / 3, drawn.toString());
    assertEquals(DRAWN, seeds.size(), "each has first weights of its own");
  }

  @Test
  void theSameSeedIsTheSameCaseForTheSameKeyAlone() {
    int alike = 0;
    for (long seed = 0; seed < 8; seed++) {
      String one = shuffle(1).draw(2, seed).text();
      assertEquals(one, shuffle(1).draw(2, seed).text());
      String other = shuffle(2).draw(2, seed).text();
      assertNotEquals(one, other);
      alike += bugs(one).equals(bugs(other)) ? 1 : 0;
    }
    assertTrue(alike < 4, alike + " of 8 have the same bug under another key");
  }

  private static String bugs(String text) {
    return text.substring(text.lastIndexOf('\n'));
  }
}
