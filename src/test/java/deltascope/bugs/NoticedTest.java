package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Subject;
import deltascope.data.Library;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which checks notice which bug, measured: a card may not claim a detector, nor hide one. */
class NoticedTest {
  private static Set<String> noticing(Library library, String data, Bug bug) {
    Home home = Home.of(bug, "data=" + data + "&net=784-30-10");
    Subject subject = new Subject(home.bugged(), library.get(data));
    Set<String> noticing = new TreeSet<>();
    for (Check check : Checks.checks()) {
      if (Checks.run(check, subject).verdict().notices()) {
        noticing.add(check.id());
      }
    }
    return noticing;
  }

  @Test
  void everyCardNamesTheChecksThatNoticeItsBug() {
    Optional<Library> mnist = Home.mnist();
    if (mnist.isEmpty()) {
      System.out.println("MNIST is not here: which checks notice a bug is not measured.");
      return;
    }
    Map<String, Set<String>> declared = new TreeMap<>();
    Map<String, Set<String>> measured = new TreeMap<>();
    for (Bug bug : Catalogue.bugs()) {
      declared.put(bug.id(), new TreeSet<>(bug.card().noticedBy()));
      measured.put(bug.id(), noticing(mnist.get(), "mnist", bug));
    }
    assertEquals(declared, measured);
  }

  @Test
  void aWrongSignIsNoticedOnMadeDigitsToo() {
    Library made = new Library(Path.of("no", "such", "folder"));
    assertTrue(
        noticing(made, "made", Catalogue.bug("error-sign"))
            .containsAll(Set.of("gradient-check", "gradient-slope", "tiny-step")));
  }

  @Test
  void aCardNamesOnlyChecksThatThereAre() {
    Set<String> known = new TreeSet<>();
    Checks.checks().forEach(check -> known.add(check.id()));
    for (Bug bug : Catalogue.bugs()) {
      assertTrue(known.containsAll(bug.card().noticedBy()), bug.id());
    }
  }
}
