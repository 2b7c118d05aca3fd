package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.data.Library;
import deltascope.network.Scenario;
import deltascope.network.Trainer;
import deltascope.web.train.Kept;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalksTest {
  private final Kept kept = new Kept(1_000_000);

  /** The states that walks and checks began with, each object once. */
  private final Set<Memory> starts = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Walks walks =
      new Walks(
          new Library(Path.of("no", "such", "folder")),
          (scenario, dataset) -> {
            Memory start = kept.start(scenario, dataset);
            synchronized (starts) {
              starts.add(start);
            }
            return start;
          });

  @Test
  void aProgramIsTrainedOnceForItsWalksAndItsChecks() {
    Scenario scenario = walks.reader().read("net=16-4-10&epochs=1&bugs=shared-buffer");
    walks.trace(scenario);
    new Findings(walks).of(scenario, Checks.checks().stream().filter(Check::quick).toList());
    walks.trace(scenario.at(5));
    walks.trace(walks.reader().read("net=16-4-10&epochs=1&bugs=shared-buffer&split=test"));
    walks.trace(walks.reader().read("net=16-4-10&epochs=1&bugs=shared-buffer&learn=no"));
    assertEquals(1, starts.size());
    walks.trace(walks.reader().read("net=16-4-10&epochs=1"));
    assertEquals(2, starts.size(), "another program");
  }

  @Test
  void aProgramIsTheSameWhereverItWalksAndWhetherItLearnsThere() {
    Scenario scenario = walks.reader().read("net=16-4-10&epochs=1");
    Walks.Program program = walks.program(scenario);
    String walked = "net=16-4-10&epochs=1&sample=3&split=test&learn=no";
    assertEquals(program, walks.program(walks.reader().read(walked)));
    assertNotEquals(program, walks.program(walks.reader().read("net=16-4-10&epochs=2")));
  }

  @Test
  void whatIsDoneWithOneWalkDoesNotReachTheNext() {
    String program = "net=16-4-10&epochs=1&batch=1&bugs=shared-buffer&split=";
    Scenario scenario = walks.reader().read(program + "test");
    walks.trace(walks.reader().read(program + "train&sample=30"));
    new Findings(walks).of(scenario, Checks.checks().stream().filter(Check::quick).toList());
    Walks fresh = new Walks(walks.library(), Trainer::trained);
    for (Quantity quantity : List.of(Quantity.W, Quantity.SUM_W, Quantity.ZERO_W)) {
      assertArrayEquals(
          fresh.trace(scenario).steps().get(0).memory().get(quantity.of(1)).rowMajor(),
          walks.trace(scenario).steps().get(0).memory().get(quantity.of(1)).rowMajor());
    }
  }
}
