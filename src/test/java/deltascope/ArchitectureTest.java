package deltascope;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void x() {
    assertTrue(true);
  }
}
