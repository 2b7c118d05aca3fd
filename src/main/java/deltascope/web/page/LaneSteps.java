package deltascope.web.page;

import deltascope.bugs.Catalogue;
import deltascope.math.Matrix;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.network.Variation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One lane of a comparison: a walk of its own, with what its pages know of it. */
final class LaneSteps {
  final Scenario scenario;
  final Facts facts;

  /** The lane's own walk. */
  final Address address;

  private final View view;
  private final Words words;
  private final String side;

  /**
   * A lane.
   *
   * @param side "left" or "right"
   * @param label the sample's digit
   * @param page the page's address
   */
  LaneSteps(String side, Scenario scenario, Trace trace, int label, Address page, Words words) {
    this.side = side;
    this.scenario = scenario;
    this.facts = new Facts(trace, scenario.net(), label);
    List<String> on = scenario.variations().stream().map(Variation::id).toList();
    this.address =
        page.without("against", "right", "step")
            .with("bugs", on.isEmpty() ? null : String.join(",", on));
    this.view = View.of(page);
    this.words = words;
  }

  /** The bugs that are on, in words. */
  String title() {
    return scenario.variations().isEmpty()
        ? words.of("compare.textbook")
        : scenario.variations().stream()
            .map(variation -> CardWords.title(words, variation.id()))
            .collect(Collectors.joining(" + "));
  }

  Selection selection(Step step) {
    return Selection.of(step, view, facts);
  }

  /** The lane's part of a pair: its step, and its twin in the other lane. */
  PairSection.Lane lane(@Nullable Step step, @Nullable Step twin) {
    if (step == null) {
      return new PairSection.Lane(
          words.of("compare." + side),
          title(),
          List.of(),
          null,
          List.of(),
          null,
          absent(),
          null,
          "",
          "");
    }
    return new PairSection.Lane(
        words.of("compare." + side),
        title(),
        step.acting().stream().map(id -> CardWords.of(words, Catalogue.bug(id)).says()).toList(),
        Written.of(step.line()).formula(),
        Written.of(step.line()).definitions(),
        step.result() == null ? null : figures(step, address).beside(twin),
        step.failure() == null ? "" : words.of("compare.failed", words.said(step.failure())),
        MemoryLane.ofTarget(step, words),
        address.step(step.index()),
        words.of("compare.step", step.index() + 1));
  }

  /** Why the lane has no such step. */
  private String absent() {
    Step last = facts.steps().get(facts.steps().size() - 1);
    return last.failure() == null
        ? words.of("compare.absent")
        : words.of("compare.ended", last.index() + 1, words.said(last.failure()));
  }

  /** What this lane's result has more than the other's; {@code page} names both lanes. */
  @Nullable Figure apart(Step step, @Nullable Step twin, Address page) {
    Matrix one = step.result();
    Matrix other = twin == null ? null : twin.result();
    if (twin == null || one == null || other == null) {
      return null;
    }
    boolean alike = one.rows() == other.rows() && one.cols() == other.cols();
    return alike ? figures(step, page.without("right")).apart(twin) : null;
  }

  private Figures figures(Step step, Address at) {
    return new Figures(facts, at, view, words, step, selection(step));
  }
}
