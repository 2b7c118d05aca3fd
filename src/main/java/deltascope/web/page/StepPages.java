package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.network.EquationId;
import deltascope.network.Phase;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the walk's pages from a trace. */
public final class StepPages {
  private final Scenario scenario;
  private final Subject subject;
  private final Address address;
  private final Words words;
  private final Facts facts;
  private final View view;
  private final int shown;
  private final Sections sections;

  /**
   * What is shown besides the trace itself.
   *
   * @param dataTitle what pages call the data set
   * @param size how many samples the split has
   * @param label the sample's digit
   * @param index the sample's index in its split
   * @param dataIds the data sets that can be chosen
   * @param starts prepared starting points
   * @param hidden bugs that are on and change nothing, each with the one that hides it
   * @param story what a story says here; null where none is told
   * @param mystery what a mystery asks; null in the open
   */
  public record Subject(
      String dataTitle,
      int size,
      int label,
      int index,
      List<String> dataIds,
      List<StepPage.Start> starts,
      Map<String, String> hidden,
      @Nullable StoryBar story,
      @Nullable MysteryBar mystery) {}

  public StepPages(Scenario scenario, Trace trace, Subject subject, Address address) {
    this.scenario = scenario;
    this.subject = subject;
    this.address = address;
    this.words = address.words();
    MysteryBar mystery = subject.mystery();
    boolean veiled = mystery != null && mystery.veiled();
    this.facts = new Facts(trace, scenario.net(), subject.label(), veiled);
    this.view = View.of(address);
    this.shown = Reach.shown(view.step(), facts.steps().size() - 1, List.of(scenario));
    this.sections = new Sections(facts, address, view, words);
  }

  /** The page at the address's step. */
  public StepPage page() {
    Step step = step();
    Section section = sections.section(step);
    Predictions predictions = sections.predictions();
    return new StepPage(
        Shell.of(
            words, section.documentTitle(), data(), address, "/step", address.step(step.index())),
        new Sentence(words, scenario, address, subject.mystery() != null).html(),
        BugSwitches.of(words, scenario, subject.hidden(), address, here -> here.step(view.step())),
        new SetupPanel(words, scenario, subject, address).setup(),
        subject.mystery(),
        StepPage.Digit.of(
            scenario, facts.trace(), subject.dataTitle(), subject.label(), subject.index(), words),
        groups(),
        stops(),
        ribbon(predictions),
        section,
        moves(step.index()),
        subject.starts(),
        predictions == null ? subject.story() : null,
        predictions == null ? null : predictions.standing(),
        subject.mystery() == null ? OwnDigit.of(scenario, facts, address, step, predictions) : null,
        predictions == null
            ? address.without("story", "stop").with("predict", "yes").step(step.index())
            : Predictions.left(address).step(step.index()),
        subject.mystery() == null && predictions == null
            ? Worksheets.of(scenario, address, step.index())
            : "");
  }

  /** Where a number that was typed for a prediction leads; null where none was. */
  public @Nullable String typed() {
    String number = address.get("guess");
    if (number == null) {
      return null;
    }
    Predictions predictions = sections.predictions();
    return predictions == null
        ? address.without("guess").step(shown)
        : predictions.typed(step(), number);
  }

  /** Drawn once for all steps: a layer has its colours when all that leads to them is told. */
  private Ribbon ribbon(@Nullable Predictions predictions) {
    if (predictions == null) {
      return Ribbon.of(facts);
    }
    return Ribbon.of(
        facts,
        layer -> {
          Step maker = facts.makerBefore(Quantity.A.of(layer), facts.steps().size());
          return maker != null && predictions.toldUpTo(maker);
        });
  }

  /** Every step's section. */
  public SectionsPage all() {
    return new SectionsPage(words, sections.all());
  }

  /** Where the chosen number comes from. */
  public ProofPage proof() {
    return new ProofPage(words, sections.proof(step()));
  }

  private Step step() {
    return facts.steps().get(shown);
  }

  private String data() {
    return Shell.data(words, scenario.split(), subject.dataTitle(), subject.size());
  }

  private List<StepPage.Group> groups() {
    List<StepPage.Group> groups = new ArrayList<>();
    List<List<StepPage.Stop>> rows = new ArrayList<>();
    List<StepPage.Stop> row = new ArrayList<>();
    Step before = null;
    for (Step step : facts.steps()) {
      if (before != null && !together(before, step)) {
        rows.add(row);
        row = new ArrayList<>();
      }
      if (before != null && before.phase() != step.phase()) {
        groups.add(group(before.phase(), rows));
        rows = new ArrayList<>();
      }
      row.add(stop(step));
      before = step;
    }
    rows.add(row);
    if (before != null) {
      groups.add(group(before.phase(), rows));
    }
    return groups;
  }

  private StepPage.Group group(Phase phase, List<List<StepPage.Stop>> rows) {
    return new StepPage.Group(phase.id(), words.of("phase." + phase.id()), rows);
  }

  /** Whether two steps stand on one line of the list. */
  private static boolean together(Step a, Step b) {
    return a.phase() == b.phase() && a.layer() == b.layer() && reset(a) == reset(b);
  }

  private static boolean reset(Step step) {
    return step.equation() == EquationId.RESET_WEIGHTS
        || step.equation() == EquationId.RESET_BIASES;
  }

  private List<StepPage.Stop> stops() {
    return facts.steps().stream().map(this::stop).toList();
  }

  private StepPage.Stop stop(Step step) {
    return new StepPage.Stop(
        step.index(),
        step.phase().id(),
        step.layer(),
        StepPage.Stop.label(step, facts.net(), words),
        words.of("stop.title", step.index() + 1, sections.title(step).plain()),
        address.step(step.index()),
        step.index() == shown,
        step.index() < shown,
        !step.acting().isEmpty() || isMarked(step));
  }

  private boolean isMarked(Step step) {
    MysteryBar mystery = subject.mystery();
    return mystery != null && mystery.marked() == step.index();
  }

  private StepPage.Moves moves(int step) {
    int last = facts.steps().size() - 1;
    Trace trace = facts.trace();
    int sample = scenario.sample();
    int nextBatch = (trace.batch() + 1) * Math.max(1, batchSize());
    return new StepPage.Moves(
        step > 0 ? address.step(0) : "",
        step > 0 ? address.step(step - 1) : "",
        step < last ? address.step(step + 1) : "",
        step < last ? address.step(last) : "",
        step > 0 ? address.step(Blocks.above(facts.steps(), step)) : "",
        step < last ? address.step(Blocks.below(facts.steps(), step)) : "",
        sample > 0 ? sample(sample - 1) : "",
        sample + 1 < subject.size() ? sample(sample + 1) : "",
        nextBatch < subject.size() ? sample(nextBatch) : "",
        address.at("/samples"),
        lastStep(sample + 1),
        lastStep(sample - 1),
        lastStep(nextBatch));
  }

  private int batchSize() {
    return scenario.setup().equations().asRun().batchSize(scenario.batch());
  }

  private String sample(int sample) {
    int step = Math.min(shown, lastStep(sample));
    return address.with("sample", sample).step(step);
  }

  /** The last step of another sample of this walk: only the batch's last has an update. */
  private int lastStep(int sample) {
    int size = batchSize();
    boolean ends = sample % size == size - 1 || sample == subject.size() - 1;
    return scenario.setup().equations().asRun().schedule(scenario.net(), ends).size() - 1;
  }
}
