package deltascope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltascope.checks.Check;
import deltascope.checks.Finding;
import deltascope.checks.Subject;
import deltascope.checks.Verdict;
import deltascope.data.Library;
import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.Trainer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
  private final AtomicInteger runs = new AtomicInteger();

  /** A check that counts how often it is run. */
  private final class Counting implements Check {
    private final boolean quick;

    Counting(boolean quick) {
      this.quick = quick;
    }

    @Override
    public String id() {
      return "counting";
    }

    @Override
    public String title() {
      return "Counting";
    }

    @Override
    public String says() {
      return "It counts.";
    }

    @Override
    public boolean quick() {
      return quick;
    }

    @Override
    public EquationId where() {
      return EquationId.INPUT;
    }

    @Override
    public Finding run(Subject subject) {
      return Finding.of(Verdict.PASS, runs.incrementAndGet(), 0, "It was run.");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCheckIsRunOnceHoweverOftenItIsNamed(boolean quick) {
    Walks walks = new Walks(new Library(Path.of("no", "such", "folder")), Trainer::trained);
    Findings findings = new Findings(walks);
    Scenario scenario = walks.reader().read("net=16-3-10");
    List<Check> named = Collections.nCopies(3, new Counting(quick));
    assertEquals(3, findings.of(scenario, named).size());
    assertEquals(1, runs.get());
    findings.of(scenario.at(5), named);
    assertEquals(1, runs.get());
  }
}
