package deltascope.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  /** All that wait, in the order in which they are served one at a time. */
  private static List<String> served(Turns<String> turns) {
    List<String> served = new ArrayList<>();
    for (String next = turns.next(); next != null; next = turns.next()) {
      served.add(next);
      turns.leave(next.substring(0, 1));
    }
    return served;
  }

  @Test
  void oneClientWithSixWishesDoesNotKeepAnotherWaiting() {
    Turns<String> turns = new Turns<>(1);
    for (int n = 1; n <= 6; n++) {
      turns.add("a", "a" + n);
    }
    turns.add("b", "b1");
    turns.add("b", "b2");
    turns.add("c", "c1");
    assertEquals(List.of("a1", "b1", "c1", "a2", "b2", "a3", "a4", "a5", "a6"), served(turns));
  }

  @Test
  void whoHasFewerPlacesComesFirst() {
    Turns<String> turns = new Turns<>(2);
    turns.add("a", "a1");
    assertEquals("a1", turns.next());
    turns.add("a", "a2");
    turns.add("b", "b1");
    assertEquals("b1", turns.next(), "a has a place already");
    assertNull(turns.next(), "there are two places");
    turns.leave("a");
    assertEquals("a2", turns.next());
  }

  @Test
  void whatIsRemovedIsNotServed() {
    Turns<String> turns = new Turns<>(1);
    turns.add("a", "a1");
    turns.add("a", "a2");
    turns.add("b", "b1");
    turns.remove("b", "b1");
    turns.remove("a", "a1");
    assertEquals(1, turns.size());
    assertEquals(List.of("a2"), turns.all());
    assertEquals(List.of("a2"), served(turns));
  }
}
