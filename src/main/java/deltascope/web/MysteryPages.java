package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.math.Refused;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.web.mystery.Fault;
import deltascope.web.mystery.Play;
import deltascope.web.mystery.Progress;
import deltascope.web.mystery.SealedCase;
import deltascope.web.mystery.Truth;
import deltascope.web.mystery.Veil;
import deltascope.web.page.Address;
import deltascope.web.page.MysteryAnswers;
import deltascope.web.page.MysteryMadePage;
import deltascope.web.page.MysteryPage;
import deltascope.web.page.MysteryRevealPage;
import deltascope.web.page.Shell;
import deltascope.web.page.View;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;

/** {@code /mystery}: making mysteries, answering them, and what they were. */
final class MysteryPages {
  private static final Set<String> MAKE_NAMES =
      with(ScenarioReader.NAMES, "level", "clean-first", "give-up");
  private static final Set<String> ANSWER_NAMES =
      with(Set.of(), "mystery", "sample", "walked", "claim", "equation", "runs", "repair");
  private static final Set<String> REVEAL_NAMES =
      with(Set.of(), "mystery", "sample", "walked", "claim", "give-up", "key");

  /** A seed may hide a bug; one that no seed shows is told apart soon. */
  private static final int TRIES = 3;

  private final Walks walks;
  private final Mysteries mysteries;
  private final Pages pages;

  MysteryPages(Walks walks, Mysteries mysteries, Pages pages) {
    this.walks = walks;
    this.mysteries = mysteries;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/mystery", this::about);
    routes.get("/mystery/new", this::fresh);
    routes.get("/mystery/make", this::make);
    routes.get("/mystery/answer", this::answer);
    routes.get("/mystery/reveal", this::reveal);
  }

  private static Set<String> with(Set<String> names, String... more) {
    return Parameters.names(Parameters.names(names, more), Address.LOOKS);
  }

  private static Shell shell(Address address, String title, String path) {
    String walk =
        address.get("mystery") == null
            ? address.wishes().at("/step")
            : MysteryAnswers.unanswered(address).at("/step");
    return Shell.of(address.words(), address.words().of(title), "", address, path, walk);
  }

  private void about(Context ctx) {
    Address address = WalkPages.address(ctx, new Parameters(ctx, Address.WISHES));
    Shell shell = shell(address, "mystery.document", "/mystery");
    pages.render(ctx, "mystery.jte", MysteryPage.of(shell, mysteries.why()));
  }

  /** A fresh one; the same seed gives the same case, in another token. */
  private void fresh(Context ctx) {
    Parameters parameters =
        new Parameters(ctx, Parameters.names(Address.WISHES, "level", "seed", "walked"));
    int level = parameters.whole("level", 2, 1, SealedCase.LEVELS);
    boolean walked = Progress.read(name -> parameters.text(name, "")).walked();
    long seed = parameters.has("seed") ? seed(parameters) : anySeed();
    Play play = mysteries.open(mysteries.sealed(mysteries.drawn(level, seed)));
    Address address = WalkPages.address(ctx, parameters).wishes().with("mystery", play.token());
    int sample = play.truth().faults().stream().mapToInt(Fault::sample).findFirst().orElse(0);
    if (level == 1 && sample > 0) {
      address = address.with("sample", sample);
    }
    ctx.redirect((walked ? address.with("walked", "yes") : address).step(0));
  }

  private long seed(Parameters parameters) {
    return walks.reader().read(Map.of("seed", parameters.text("seed", ""))).seed();
  }

  private static long anySeed() {
    return new SecureRandom().nextLong();
  }

  private void make(Context ctx) {
    Parameters parameters = new Parameters(ctx, MAKE_NAMES);
    Scenario scenario = walks.reader().read(parameters.all());
    int bugs = scenario.variations().size();
    if (bugs > 2) {
      throw new Refused("bugs", bugs + " of them", "two at most, for a mystery");
    }
    // Level 3 says that there are two, or none; level 1 marks the one.
    int least = bugs == 2 ? 3 : bugs == 1 ? 1 : 2;
    int level = parameters.whole("level", bugs == 2 ? 3 : 2, least, bugs == 1 ? 2 : 3);
    SealedCase open =
        new SealedCase(
            scenario,
            level,
            parameters.oneOf("clean-first", "yes", "yes", "no").equals("yes"),
            parameters.oneOf("give-up", "yes", "yes", "no").equals("yes"));
    boolean seeded = parameters.has("seed");
    Play play = seeded ? mysteries.open(mysteries.sealed(open)) : unguessed(open);
    mustBeFindable(play.truth());
    Address address = WalkPages.address(ctx, parameters);
    Shell shell = shell(address, "made.document", "/mystery/make");
    String server = ctx.scheme() + "://" + ctx.host();
    int step = View.of(address).step();
    pages.render(ctx, "mystery-made.jte", MysteryMadePage.of(shell, play, server, step));
  }

  /**
   * The case with a seed that nobody can try out: whoever knows it can walk the same numbers in the
   * open, with one bug after the other.
   */
  private Play unguessed(SealedCase open) {
    Play play;
    int tries = 0;
    do {
      play = mysteries.open(mysteries.sealed(open.seeded(anySeed())));
    } while (!play.truth().findable() && ++tries < TRIES);
    return play;
  }

  private static void mustBeFindable(Truth truth) {
    for (String bug : truth.silent()) {
      throw notToBeFound(bug, "shows in no number");
    }
    for (Fault fault : truth.faults()) {
      if (!fault.findable()) {
        throw notToBeFound(fault.bug(), "cannot be told from what the walk shows");
      }
    }
  }

  private static Refused notToBeFound(String bug, String why) {
    String title = Catalogue.bug(bug).title();
    return new Refused(
        "bugs", "“" + title + "”, which here " + why, "bugs that can be found in this walk");
  }

  private void answer(Context ctx) {
    Parameters parameters = new Parameters(ctx, ANSWER_NAMES);
    Play play = mysteries.open(parameters.text("mystery", ""));
    parameters.oneOf("claim", "", "", "nothing");
    int sample = walks.reader().read(parameters.all()).sample();
    Scenario scenario = play.scenario().at(sample);
    Digits digits = walks.digits(scenario);
    Trace trace = Veil.over(walks.trace(scenario), scenario.batch(), digits.size());
    int label = digits.label(trace.samples().get(trace.column()));
    Address address = WalkPages.address(ctx, parameters);
    Shell shell = shell(address, "answer.document", "/mystery/answer");
    pages.render(ctx, "mystery-answer.jte", new MysteryAnswers(shell, play, trace, label).page());
  }

  private void reveal(Context ctx) {
    Parameters parameters = new Parameters(ctx, REVEAL_NAMES);
    Play play = mysteries.open(parameters.text("mystery", ""));
    if (!mayReveal(play, parameters)) {
      throw new Refused(
          "mystery", "still unsolved", "a full right answer, or the key of who made it");
    }
    Address address = WalkPages.address(ctx, parameters).without("key");
    Shell shell = shell(address, "reveal.document", "/mystery/reveal");
    pages.render(ctx, "mystery-reveal.jte", MysteryRevealPage.of(shell, play));
  }

  private static boolean mayReveal(Play play, Parameters parameters) {
    if (parameters.has("key")) {
      return play.seal().reveals(play.token(), parameters.text("key", ""));
    }
    if (play.sealed().mayGiveUp() && parameters.has("give-up")) {
      return true;
    }
    return play.clean()
        ? parameters.text("claim", "").equals("nothing")
        : play.complete(play.solved(parameters.text("solved", "")));
  }
}
