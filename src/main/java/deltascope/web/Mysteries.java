package deltascope.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.bugs.Catalogue;
import deltascope.checks.Checks;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import deltascope.web.mystery.Ground;
import deltascope.web.mystery.KeyFile;
import deltascope.web.mystery.Play;
import deltascope.web.mystery.Seal;
import deltascope.web.mystery.SealedCase;
import deltascope.web.mystery.Shuffle;
import deltascope.web.mystery.Truth;
import io.javalin.http.ServiceUnavailableResponse;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals cases and opens them. What is true of a case is measured when it is first asked for, and
 * kept for a while.
 */
final class Mysteries implements Ground {
  private static final Logger LOG = LoggerFactory.getLogger(Mysteries.class);
  private static final int MAX_CASES = 64;

  private final Walks walks;
  private final Findings findings;
  private final @Nullable Seal seal;
  private final String why;
  private final Cache<String, Play> plays = Caffeine.newBuilder().maximumSize(MAX_CASES).build();

  /** With the key in that file; without one the server has no mysteries, and says why. */
  Mysteries(Walks walks, Findings findings, Path key) {
    this.walks = walks;
    this.findings = findings;
    Seal made = null;
    String reason = "";
    try {
      made = new Seal(KeyFile.load(key));
    } catch (KeyFile.UnusableException unusable) {
      reason = String.valueOf(unusable.getMessage());
      LOG.warn("There are no mysteries: {}", reason);
    }
    this.seal = made;
    this.why = reason;
  }

  /** Why there are none; empty where there are. */
  String why() {
    return why;
  }

  private Seal seal() {
    if (seal == null) {
      throw new ServiceUnavailableResponse("There are no mysteries here: " + why + ".");
    }
    return seal;
  }

  /** A fresh token for the case. */
  String sealed(SealedCase open) {
    return seal().seal(open.text());
  }

  /** The case of that level and seed. */
  SealedCase drawn(int level, long seed) {
    return new Shuffle(seal(), walks.reader(), this).draw(level, seed);
  }

  /** What is in a token, or the one refusal for all that cannot be opened. */
  Play open(String token) {
    Play known = plays.getIfPresent(token);
    return known != null ? known : plays.get(token, this::opened);
  }

  private Play opened(String token) {
    Seal key = seal();
    SealedCase open = SealedCase.read(key.open(token), walks.reader());
    return new Play(token, open, Truth.of(open.scenario(), this), key, this);
  }

  /** The first check that notices what the clue is about; empty where none does. */
  Optional<Findings.Found> notice(Play play, Play.Clue clue) {
    if (clue.fault() == null) {
      return Optional.empty();
    }
    Set<String> notices = Catalogue.bug(clue.fault().bug()).card().noticedBy();
    return Checks.checks().stream()
        .filter(check -> notices.contains(check.id()))
        .flatMap(check -> findings.of(play.scenario(), List.of(check)).stream())
        .filter(found -> found.finding().verdict().notices())
        .findFirst();
  }

  @Override
  public Trace trace(Scenario scenario) {
    return walks.trace(scenario);
  }

  @Override
  public Iterator<Trace> from(Scenario scenario) {
    return walks.from(scenario);
  }

  @Override
  public int size(Scenario scenario) {
    return walks.digits(scenario).size();
  }
}
