package deltascope.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceScaleTest {
  /** Four decades from 10⁻³ to 10 in levels 1 … 21, five a decade. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, =",
    "1e-16, 1, 1.0 · 10⁻¹⁶",
    "0.001, 1, 0.0010",
    "0.01, 6, 0.010",
    "0.1, 11, 0.10",
    "1, 16, 1.0",
    "10, 21, 10",
    "1234, 21, 1234",
    "Infinity, 21, ∞"
  })
  void aDecadeIsAsLongAsAnyOther(double distance, int level, String written) {
    assertEquals(level, DistanceScale.level(distance, 21));
    assertEquals(written, DistanceScale.written(distance));
  }
}
