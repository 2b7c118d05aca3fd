package deltascope.web.page;

import deltascope.network.Lanes;
import deltascope.network.Phase;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.TwoWalks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the pages of two lanes. */
public final class ComparePages {
  /** How long a bar is that stands for the largest distance. */
  private static final int BAR = 40;

  /** A step's number without a bound of its own: the other sample's page shows its last. */
  private static final int ANY = 9_999;

  private final Side leftSide;
  private final Side rightSide;
  private final StepPages.Subject subject;
  private final Address address;
  private final Words words;
  private final LaneSteps left;
  private final LaneSteps right;
  private final Pairs pairs;
  private final int shown;

  /**
   * What runs in a lane.
   *
   * @param label the digit of its sample
   * @param index which sample of the split it takes
   * @param hidden bugs that are on and change nothing, each with the one that hides it
   */
  public record Side(
      Scenario scenario, Trace trace, int label, int index, Map<String, String> hidden) {}

  public ComparePages(Side left, Side right, StepPages.Subject subject, Address address) {
    this.leftSide = left;
    this.rightSide = right;
    this.subject = subject;
    this.address = address;
    this.words = address.words();
    this.left = new LaneSteps("left", left.scenario(), left.trace(), left.label(), address, words);
    this.right =
        new LaneSteps("right", right.scenario(), right.trace(), right.label(), address, words);
    this.pairs = new Pairs(this.left, this.right, address, words);
    this.shown =
        Reach.shown(
            View.of(address).step(),
            pairs.pairs().size() - 1,
            List.of(left.scenario(), right.scenario()));
  }

  /** The page's address where it names a step of the right lane; null where it names a pair. */
  public @Nullable String ofRightStep() {
    int none = -1;
    int step = View.whole(address, "right", none, 0, ANY);
    return step == none ? null : address.compare(pairs.ofRightStep(step));
  }

  /** The page at the address's step, with the distances of the samples around. */
  public ComparePage page(List<TwoWalks.Profile> profiles) {
    PairSection section = pairs.section(shown);
    Scenario scenario = rightSide.scenario();
    String data = Shell.data(words, scenario.split(), subject.dataTitle(), subject.size());
    return new ComparePage(
        Shell.of(words, section.documentTitle(), data, address, "/compare", section.walk()),
        new Sentence(words, scenario, address, false, "/compare").html(),
        side("against", leftSide),
        side("bugs", rightSide),
        left.title().equals(right.title()),
        new SetupPanel(words, scenario, subject, address).setup(),
        digits(),
        groups(),
        stops(),
        section,
        moves(),
        address.at("/compare/first"),
        DistanceMap.of(profiles, address, scenario.sample(), subject.size()));
  }

  /** Every pair's section. */
  public PairSectionsPage all() {
    return new PairSectionsPage(words, pairs.all());
  }

  /** The chosen cell in both lanes. */
  public ProofPage chosen() {
    return new ProofPage(words, pairs.chosen(shown));
  }

  private ComparePage.Side side(String parameter, Side side) {
    boolean right = parameter.equals("bugs");
    List<StepPage.BugSwitch> switches =
        BugSwitches.of(
            words,
            side.scenario(),
            side.hidden(),
            address,
            here -> address.with(parameter, here.get("bugs")).compare(shown));
    return new ComparePage.Side(
        words.of(right ? "compare.right" : "compare.left"),
        side.scenario().variations().isEmpty(),
        switches);
  }

  private List<StepPage.Digit> digits() {
    List<StepPage.Digit> digits = new ArrayList<>();
    digits.add(digit(leftSide));
    if (leftSide.index() != rightSide.index()) {
      digits.add(digit(rightSide));
    }
    return digits;
  }

  private StepPage.Digit digit(Side side) {
    return StepPage.Digit.of(
        side.scenario(), side.trace(), subject.dataTitle(), side.label(), side.index(), words);
  }

  private List<ComparePage.Group> groups() {
    List<ComparePage.Group> groups = new ArrayList<>();
    List<ComparePage.Row> rows = new ArrayList<>();
    Phase phase = null;
    for (int k = 0; k < pairs.pairs().size(); k++) {
      Lanes.Pair pair = pairs.pairs().get(k);
      if (pair.either().phase() != phase) {
        phase = pair.either().phase();
        rows = new ArrayList<>();
        groups.add(new ComparePage.Group(phase.id(), words.of("phase." + phase.id()), rows));
      }
      rows.add(
          new ComparePage.Row(
              stop(k),
              Pairs.kind(pair),
              DistanceScale.written(pair.distance()),
              DistanceScale.level(pair.distance(), BAR)));
    }
    return groups;
  }

  private List<StepPage.Stop> stops() {
    List<StepPage.Stop> stops = new ArrayList<>();
    for (int k = 0; k < pairs.pairs().size(); k++) {
      stops.add(stop(k));
    }
    return stops;
  }

  private StepPage.Stop stop(int number) {
    Lanes.Pair pair = pairs.pairs().get(number);
    Step step = pair.either();
    LaneSteps lane = pair.left() != null ? left : right;
    Sections titles = new Sections(lane.facts, address, View.of(address), words);
    return new StepPage.Stop(
        number,
        step.phase().id(),
        step.layer(),
        StepPage.Stop.label(step, lane.facts.net(), words),
        words.of("stop.title", number + 1, titles.title(step).plain()),
        address.compare(number),
        number == shown,
        number < shown,
        pair.madeHere());
  }

  private StepPage.Moves moves() {
    int last = pairs.pairs().size() - 1;
    int sample = rightSide.scenario().sample();
    int size =
        leftSide.scenario().setup().equations().asRun().batchSize(leftSide.scenario().batch());
    int nextBatch = (sample / size + 1) * size;
    return new StepPage.Moves(
        shown > 0 ? address.compare(0) : "",
        shown > 0 ? address.compare(shown - 1) : "",
        shown < last ? address.compare(shown + 1) : "",
        shown < last ? address.compare(last) : "",
        shown > 0 ? address.compare(Blocks.above(steps(), shown)) : "",
        shown < last ? address.compare(Blocks.below(steps(), shown)) : "",
        sample > 0 ? sample(sample - 1) : "",
        sample + 1 < subject.size() ? sample(sample + 1) : "",
        nextBatch < subject.size() ? sample(nextBatch) : "",
        "",
        ANY,
        ANY,
        ANY);
  }

  private List<Step> steps() {
    return pairs.pairs().stream().map(Lanes.Pair::either).toList();
  }

  private String sample(int sample) {
    return address.with("sample", sample).compare(shown);
  }
}
