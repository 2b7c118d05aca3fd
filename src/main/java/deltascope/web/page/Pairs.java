package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Lanes;
import deltascope.network.Phase;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the sections of two lanes. */
final class Pairs {
  private final LaneSteps left;
  private final LaneSteps right;
  private final Lanes lanes;
  private final Address address;
  private final Words words;

  Pairs(LaneSteps left, LaneSteps right, Address address, Words words) {
    this.left = left;
    this.right = right;
    this.lanes = Lanes.of(left.facts.trace(), right.facts.trace());
    this.address = address;
    this.words = words;
  }

  List<Lanes.Pair> pairs() {
    return lanes.pairs();
  }

  int ofRightStep(int step) {
    return lanes.ofRightStep(step);
  }

  List<PairSection> all() {
    List<PairSection> all = new ArrayList<>();
    for (int k = 0; k < pairs().size(); k++) {
      all.add(section(k));
    }
    return all;
  }

  PairSection section(int number) {
    Lanes.Pair pair = pairs().get(number);
    Step step = pair.either();
    Sections titles = new Sections(laneOf(pair).facts, address, View.of(address), words);
    Html title = titles.title(step);
    String place = words.of("step.place", number + 1, pairs().size());
    Html verdict = verdict(pair, number);
    Selection selection = laneOf(pair).selection(step);
    Step one = pair.left();
    Step other = pair.right();
    return new PairSection(
        number,
        step.phase().id(),
        words.of("compare.document", title.plain(), number + 1),
        words.of("step.said", place, title.plain(), verdict.plain()),
        titles.eyebrow(step, place),
        title,
        verdict,
        kind(pair),
        left.lane(one, other),
        right.lane(other, one),
        other == null ? null : right.apart(other, one, address),
        chosen(number),
        other == null ? right.address.step(0) : right.address.step(other.index()),
        new Section.Choice(
            selection.row(),
            selection.col(),
            selection.rows().parameter(true),
            selection.rows().first(),
            selection.cols().parameter(false),
            selection.cols().first()));
  }

  /** The lane whose step gives the pair its name. */
  private LaneSteps laneOf(Lanes.Pair pair) {
    return pair.left() != null ? left : right;
  }

  static String kind(Lanes.Pair pair) {
    return !pair.differs() ? "alike" : pair.madeHere() ? "made" : "handed";
  }

  private Html verdict(Lanes.Pair pair, int number) {
    if (pair.left() == null || pair.right() == null) {
      return words.html(pair.left() == null ? "compare.only-right" : "compare.only-left");
    }
    if (!pair.differs()) {
      return words.html("compare.alike");
    }
    Step step = pair.either();
    if (pair.madeHere() && !pair.handedOn().isEmpty()) {
      return step.phase() == Phase.DATA
          ? words.html("compare.made-data")
          : words.html(
              "compare.made-zeros", Html.symbol(pair.handedOn().keySet().iterator().next()));
    }
    if (pair.madeHere()) {
      return Double.isInfinite(pair.distance())
          ? words.html("compare.made-far")
          : words.html("compare.made", DistanceScale.written(pair.distance()));
    }
    List<Html> operands = new ArrayList<>();
    for (Map.Entry<Ref, Double> operand : pair.handedOn().entrySet()) {
      if (!operands.isEmpty()) {
        operands.add(Html.text(", "));
      }
      operands.add(
          words.html(
              "compare.operand",
              linked(operand.getKey(), number),
              DistanceScale.written(operand.getValue())));
    }
    return words.html("compare.handed", Html.join(operands));
  }

  /** The operand's symbol, as a link to the pair that made it. */
  private Html linked(Ref operand, int number) {
    Html symbol = Html.symbol(operand);
    for (int k = number - 1; k >= 0; k--) {
      if (pairs().get(k).either().target().equals(made(operand))) {
        return new Html(
            "<a href=\"%s\" data-go=\"%d\">%s</a>"
                .formatted(Html.text(address.compare(k)).markup(), k, symbol.markup()));
      }
    }
    return symbol;
  }

  /** A slope is made of z, in the line that uses it. */
  private static Ref made(Ref operand) {
    return operand.quantity() == Quantity.SLOPE ? Quantity.Z.of(operand.layer()) : operand;
  }

  // The chosen cell in both lanes.

  Proof chosen(int number) {
    Lanes.Pair pair = pairs().get(number);
    Step step = pair.either();
    LaneSteps lane = laneOf(pair);
    Selection selection = lane.selection(step);
    Proofs proofs = new Proofs(lane.facts, lane.address, words, step, selection);
    int row = selection.row();
    int col = selection.col();
    Html symbol = Html.symbol(step.target(), Index.of(step.target(), row, col, lane.facts));
    Double one = value(pair.left(), row, col);
    Double other = value(pair.right(), row, col);
    Html line;
    if (one == null || other == null) {
      Double there = one == null ? other : one;
      line = there == null ? Html.NOTHING : Html.join(symbol, " = ", Arithmetic.number(there));
    } else if (one.equals(other)) {
      line = words.html("compare.chosen-alike", symbol, Arithmetic.number(one));
    } else {
      line =
          words.html(
              "compare.chosen",
              symbol,
              Arithmetic.number(one),
              Arithmetic.number(other),
              Arithmetic.number(other - one));
    }
    int rows = lane.facts.shapeOf(step).rows();
    boolean choice = !selection.rows().one() && rows > 1;
    Address there = address.with("step", number);
    return new Proof(
        Html.join(proofs.who(), ":"),
        null,
        line,
        choice && row > 0 ? selection.choosing(there, row - 1).compare(number) : "",
        choice && row > 0 ? proofs.neighbourWord(row - 1) : "",
        choice && row < rows - 1 ? selection.choosing(there, row + 1).compare(number) : "",
        choice && row < rows - 1 ? proofs.neighbourWord(row + 1) : "");
  }

  private static @Nullable Double value(@Nullable Step step, int row, int col) {
    Matrix result = step == null ? null : step.result();
    return result == null || row >= result.rows() || col >= result.cols()
        ? null
        : Double.valueOf(result.at(row, col));
  }
}
