package deltascope.web.page;

import deltascope.math.Refused;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.web.mystery.Answer;
import deltascope.web.mystery.Fault;
import deltascope.web.mystery.Judgement;
import deltascope.web.mystery.Play;
import deltascope.web.mystery.Play.Evidence;
import deltascope.web.mystery.Progress;
import deltascope.web.mystery.Repair;
import deltascope.web.mystery.Rules;
import deltascope.web.page.MysteryAnswerPage.Explain;
import deltascope.web.page.MysteryAnswerPage.Fix;
import deltascope.web.page.MysteryAnswerPage.Link;
import deltascope.web.page.MysteryAnswerPage.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what an address answers to a mystery, and puts it into words. */
public final class MysteryAnswers {
  private static final String[] ANSWER = {"claim", "equation", "runs", "repair", "give-up", "key"};

  private final Words words;
  private final Shell shell;
  private final Address here;
  private final Play play;
  private final Progress progress;
  private final Set<String> solved;

  /** The pass that is spoken of, veiled. */
  private final Trace trace;

  private final Facts facts;

  /** How many wrong choices this address holds. */
  private int missed;

  public MysteryAnswers(Shell shell, Play play, Trace trace, int label) {
    this.shell = shell;
    this.words = shell.words();
    this.here = shell.here();
    this.play = play;
    this.progress = Progress.read(name -> here.get(name, ""));
    this.solved = play.solved(progress.solved());
    this.trace = trace;
    this.facts = new Facts(trace, trace.net(), label, true);
  }

  /** The address of a mystery without what it answers, as the walk understands it. */
  public static Address unanswered(Address address) {
    return address.without(ANSWER);
  }

  /** The page. */
  public MysteryAnswerPage page() {
    return here.get("claim", "").isEmpty() ? accused() : acquitted();
  }

  /** "Nothing is wrong here." */
  private MysteryAnswerPage acquitted() {
    boolean right = play.clean();
    missed += right ? 0 : 1;
    Told told =
        told(words.html("answer.nothing"), right, right ? "answer.clean" : "answer.not-clean");
    List<Link> links = new ArrayList<>();
    if (right) {
      Link reveal = new Link(words.of("answer.reveal"), here.at("/mystery/reveal"));
      links.addAll(MysteryAnswerPage.ending(shell, reveal, another()));
    } else {
      links.add(back());
    }
    return page(told, null, null, links);
  }

  private MysteryAnswerPage accused() {
    Step step = step();
    Judgement judgement = play.judge(trace.position(), step.index(), solved);
    Fault fault = judgement.fault();
    missed += judgement.verdict().missed() ? 1 : 0;
    Html claim =
        words.html("answer.claim", step.index() + 1, trace.position(), Html.symbol(step.target()));
    if (fault == null) {
      String verdict = judgement.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return page(told(claim, false, "answer." + verdict), null, null, List.of(back()));
    }
    Explain explain = explain(fault);
    Fix fix = explain.right() ? fix(fault) : null;
    List<Link> links = new ArrayList<>();
    if (fix != null && fix.solved()) {
      links.addAll(solved(fault));
    }
    links.add(back());
    return page(new Told(claim, true, guilt(fault)), explain, fix, links);
  }

  private Step step() {
    int index = View.of(here).step();
    if (index >= trace.steps().size()) {
      throw new Refused("step", index, "0…" + (trace.steps().size() - 1));
    }
    return trace.steps().get(index);
  }

  private MysteryAnswerPage page(
      Told find, @Nullable Explain explain, @Nullable Fix fix, List<Link> links) {
    List<StepPage.Kept> kept = new ArrayList<>();
    counted(unanswered(here)).forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    return new MysteryAnswerPage(
        shell,
        words.of("mystery.level", play.sealed().level()),
        find,
        explain,
        fix,
        MysteryBar.score(
            words,
            new Progress(
                progress.hints(), progress.misses() + missed, progress.solved(), progress.walked()),
            solved.size()),
        kept,
        links);
  }

  /** That address with the misses that it holds counted. */
  private Address counted(Address address) {
    int misses = progress.misses() + missed;
    return address.with("misses", misses == 0 ? null : Integer.toString(misses));
  }

  private Link back() {
    return new Link(words.of("answer.back"), counted(unanswered(here)).at("/step"));
  }

  private Link another() {
    Address next = here.wishes().with("level", play.sealed().level()).with("walked", "yes");
    return new Link(words.of("answer.another"), next.at("/mystery/new"));
  }

  private Told told(Html claim, boolean right, String key) {
    return new Told(claim, right, words.html(key));
  }

  // Find.

  private Html guilt(Fault fault) {
    String key = fault.leftOut() ? "left-out" : fault.handedOn() ? "handed-on" : "first";
    Evidence evidence = chosen(fault);
    Html numbers =
        evidence == null
            ? Html.NOTHING
            : words.html(
                "answer.numbers", cell(evidence), number(evidence.is()), number(evidence.would()));
    return Html.join(words.html("answer." + key), " ", numbers);
  }

  /** The chosen cell where one was chosen, else the one that is furthest off. */
  private @Nullable Evidence chosen(Fault fault) {
    Evidence furthest = Play.ofGuilt(fault);
    Step step = fault.asRun();
    if (furthest == null || step.expected() == null || step.result() == null) {
      return furthest;
    }
    Selection cell = Selection.of(step, View.of(here), facts);
    if (here.get("unit") == null && here.get("from") == null && here.get("pixel") == null) {
      return furthest;
    }
    double would = step.expected().at(cell.row(), cell.col());
    double is = step.result().at(cell.row(), cell.col());
    return new Evidence(step.target(), cell.row(), cell.col(), would, is);
  }

  private Html cell(Evidence evidence) {
    String index = Index.of(evidence.target(), evidence.row(), evidence.col(), facts);
    return Html.symbol(evidence.target(), index);
  }

  private static String number(double value) {
    return Numbers.significant(value, 3);
  }

  // Explain.

  private Explain explain(Fault fault) {
    String chosen = here.get("equation", "");
    if (chosen.isEmpty()) {
      return new Explain(stages(), "", null);
    }
    if (!Rules.has(chosen)) {
      throw new Refused("equation", chosen, "an equation or a rule of the list");
    }
    boolean right = fault.rules().contains(chosen);
    missed += right ? 0 : 1;
    boolean accused = chosen.equals(fault.asRun().equation().id());
    String key = right ? "right" : accused ? "given" : "wrong";
    Html name = Html.text(words.of("rule." + chosen));
    return new Explain(
        stages(), chosen, new Told(name, right, words.html("answer.rule." + key, name)));
  }

  private List<MysteryAnswerPage.Stage> stages() {
    List<MysteryAnswerPage.Stage> stages = new ArrayList<>();
    for (Rules.Stage stage : Rules.STAGES) {
      List<MysteryAnswerPage.Rule> rules = new ArrayList<>();
      for (String rule : stage.rules()) {
        rules.add(new MysteryAnswerPage.Rule(rule, words.of("rule." + rule), formula(rule)));
      }
      String key = stage.id().equals("initialisation") ? "family." : "phase.";
      stages.add(new MysteryAnswerPage.Stage(words.of(key + stage.id()), rules));
    }
    return stages;
  }

  /** The equation of that name as the textbook has it; null for what no step computes. */
  private Piece.@Nullable Term formula(String rule) {
    return play.everyStep().steps().stream()
        .filter(step -> step.equation().id().equals(rule))
        .findFirst()
        .map(step -> step.line().textbookFormula())
        .map(Piece.Term::of)
        .orElse(null);
  }

  // Fix.

  private Fix fix(Fault fault) {
    Repair repair = play.repair(fault);
    int runs = line("runs", repair);
    int right = line("repair", repair);
    if (runs < 0 || right < 0) {
      return new Fix(repair.lines(), runs, right, null, null);
    }
    Told runsTold = runs(fault, repair, runs);
    Told rightTold = right(fault, repair, right);
    missed += runsTold.right() && rightTold.right() ? 0 : 1;
    return new Fix(repair.lines(), runs, right, runsTold, rightTold);
  }

  private Told runs(Fault fault, Repair repair, int chosen) {
    if (chosen == repair.runs()) {
      return told(Html.NOTHING, true, "answer.runs.right");
    }
    Evidence against = Play.againstRunning(repair.lines().get(chosen), fault);
    return judged("answer.runs", against);
  }

  private Told right(Fault fault, Repair repair, int chosen) {
    if (chosen == repair.right()) {
      return told(Html.NOTHING, true, "answer.repair.right");
    }
    Evidence against = Play.againstRepair(repair.lines().get(chosen), fault);
    return judged("answer.repair", against);
  }

  private Told judged(String key, @Nullable Evidence against) {
    return against == null
        ? told(Html.NOTHING, false, key + ".wrong")
        : new Told(
            Html.NOTHING,
            false,
            words.html(
                key + ".numbers", cell(against), number(against.would()), number(against.is())));
  }

  private int line(String name, Repair repair) {
    String text = here.get(name, "");
    if (text.isEmpty()) {
      return -1;
    }
    if (text.matches("\\d") && Integer.parseInt(text) < repair.lines().size()) {
      return Integer.parseInt(text);
    }
    throw new Refused(name, text, "0…" + (repair.lines().size() - 1));
  }

  /** Where a solved bug leads: to what is left, or to what it was. */
  private List<Link> solved(Fault fault) {
    Repair repair = play.repair(fault);
    Answer answer =
        new Answer(
            trace.position(),
            step().index(),
            here.get("equation", ""),
            repair.runs(),
            repair.right(),
            progress.hints());
    String all = (progress.solved().isEmpty() ? "" : progress.solved() + ",") + answer;
    Address next = unanswered(here).without("hints").with("solved", all);
    boolean done = play.complete(play.solved(all));
    Link reveal = new Link(words.of("answer.reveal"), next.at("/mystery/reveal"));
    return done
        ? MysteryAnswerPage.ending(shell, reveal, another())
        : List.of(new Link(words.of("answer.rest"), next.at("/step")));
  }
}
