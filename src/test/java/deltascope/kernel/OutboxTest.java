package deltascope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cell shows while it runs. */
class OutboxTest {
  @Test
  void whatCannotBeToldKeepsNothingElseFromBeingTold() {
    List<Object> told = new ArrayList<>();
    Outbox outbox =
        new Outbox(
            said -> {
              if (said.content().toString().contains("broken")) {
                throw new IllegalStateException("not to be sent");
              }
              told.add(said.content().get("data"));
            });
    outbox.show(Map.of("text/plain", "broken"));
    outbox.tellIfPossible();
    outbox.show(Map.of("text/plain", "whole"));
    outbox.tellIfPossible();
    assertEquals(List.of(Map.of("text/plain", "whole")), told);
  }
}
