package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoorsTest {
  @Test
  void aNetworkIsLargeByItsWeights() {
    assertFalse(Doors.isLarge(null));
    assertFalse(Doors.isLarge("784-128-64-10"));
    assertTrue(Doors.isLarge("784-1024-1024-10"));
    assertFalse(Doors.isLarge("none"));
    assertFalse(Doors.isLarge("99999-99999"));
  }
}
