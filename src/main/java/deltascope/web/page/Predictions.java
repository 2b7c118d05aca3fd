package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Predict before it is shown: while nothing was said of a step, its page hides its result, in
 * figures, sums, sections, ribbon, memory and checks; then what was said is judged. Who steps on
 * without a word has skipped it: a later step shows what it computes with, or nobody could predict
 * what comes of it. All of it is read from the address.
 */
final class Predictions {
  /** What is left behind with an answer: the number asked for is the one that is explained. */
  private static final String[] CHOSEN = {"unit", "from", "pixel"};

  private final Facts facts;
  private final Address address;
  private final Words words;
  private final Guesses guesses;
  private final Map<Integer, @Nullable AskedCell> asked = new HashMap<>();

  private Predictions(Facts facts, Address address, Words words) {
    this.facts = facts;
    this.address = address;
    this.words = words;
    this.guesses = Guesses.of(address);
  }

  /** Those of an address; null where it asks for none. */
  static @Nullable Predictions of(Facts facts, Address address, Words words) {
    return View.choice(address, "predict", "yes") ? new Predictions(facts, address, words) : null;
  }

  /** The cell that the step is asked for; null where there is none. */
  @Nullable AskedCell asked(Step step) {
    if (!asked.containsKey(step.index())) {
      asked.put(step.index(), AskedCell.of(step, facts));
    }
    return asked.get(step.index());
  }

  /** Whether the step's result is not to be seen yet. */
  boolean hides(Step step) {
    return guesses.at(step.index()) == null && asked(step) != null;
  }

  /** Whether every step up to that one may be seen. */
  boolean toldUpTo(Step last) {
    return facts.steps().subList(0, last.index() + 1).stream().noneMatch(this::hides);
  }

  /** The address with one more guess. */
  private Address with(Step step, Guess guess) {
    return address
        .without("guess")
        .without(CHOSEN)
        .with("guesses", guesses.with(step.index(), guess).text());
  }

  private String saying(Step step, Guess guess) {
    return with(step, guess).step(step.index());
  }

  /** Where a number typed for the step leads. */
  String typed(Step step, String number) {
    return saying(step, Guess.number(number));
  }

  /**
   * The step's question or its verdict; null where it is not asked for anything.
   *
   * @param proofs tells of the cell that is asked for
   */
  @Nullable Prediction of(Step step, Proofs proofs) {
    AskedCell cell = asked(step);
    if (cell == null) {
      return null;
    }
    Ref target = step.target();
    Html symbol = Html.symbol(target, Index.of(target, cell.row(), cell.col(), facts));
    boolean last = step.index() == facts.steps().size() - 1;
    Prediction.Summary summary = last ? summary(step) : null;
    Html asks = Html.join(proofs.who(), ", ", symbol);
    Guess guess = guesses.at(step.index());
    if (guess == null) {
      return new Prediction(
          asks,
          true,
          Stream.of(Guess.Kind.NEGATIVE, Guess.Kind.ZERO, Guess.Kind.POSITIVE)
              .map(kind -> choice(step, Guess.of(kind), "say-" + kind.id()))
              .toList(),
          Stream.iterate(1, rank -> rank <= Guess.SIZES, rank -> rank + 1)
              .map(rank -> choice(step, Guess.size(rank), ""))
              .toList(),
          kept(step),
          saying(step, Guess.SKIPPED),
          "",
          Html.NOTHING,
          Html.NOTHING,
          "",
          summary);
    }
    return new Prediction(
        asks,
        false,
        List.of(),
        List.of(),
        List.of(),
        "",
        outcome(step, guess),
        verdict(step, cell, symbol, guess),
        proofs.proof().line(),
        last ? "" : address.without(CHOSEN).step(step.index() + 1),
        summary);
  }

  private Prediction.Choice choice(Step step, Guess guess, String move) {
    return new Prediction.Choice(said(guess), saying(step, guess), move);
  }

  private List<StepPage.Kept> kept(Step step) {
    List<StepPage.Kept> kept = new ArrayList<>();
    address
        .without("guess", "panel")
        .without(CHOSEN)
        .with("step", step.index())
        .forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    return kept;
  }

  // What came of it.

  private double largest(Step step) {
    return CellScale.of(Objects.requireNonNull(step.result())).largest();
  }

  private String outcome(Step step, @Nullable Guess guess) {
    AskedCell cell = asked(step);
    if (guess == null || cell == null) {
      return "passed";
    }
    if (!guess.made()) {
      return "skipped";
    }
    return guess.right(cell.value(), largest(step)) ? "right" : "wrong";
  }

  private String said(Guess guess) {
    return switch (guess.kind()) {
      case SIZE -> {
        int rank = (int) guess.number();
        String low = rank == 1 ? "" : Numbers.significantPlain(Guess.bound(rank - 1));
        String high = rank == Guess.SIZES ? "" : Numbers.significantPlain(Guess.bound(rank));
        yield low.isEmpty()
            ? words.of("predict.size.below", high)
            : high.isEmpty()
                ? words.of("predict.size.above", low)
                : words.of("predict.size.between", low, high);
      }
      case NUMBER -> Arithmetic.number(guess.number());
      default -> words.of("predict." + guess.kind().id());
    };
  }

  private Html verdict(Step step, AskedCell cell, Html symbol, Guess guess) {
    String outcome = outcome(step, guess);
    Html value = new Html("<b>" + Arithmetic.number(cell.value()) + "</b>");
    List<Html> sentences = new ArrayList<>();
    sentences.add(words.html("predict.is." + outcome, symbol, value));
    if (guess.kind() == Guess.Kind.SIZE) {
      sentences.add(words.html("predict.said.size", said(guess)));
    } else if (guess.made()) {
      sentences.add(words.html("predict.said", said(guess)));
    }
    if (guess.kind() == Guess.Kind.NUMBER) {
      Guess.Interval right = Guess.around(cell.value(), largest(step));
      sentences.add(
          words.html(
              "predict.counts", Arithmetic.number(right.low()), Arithmetic.number(right.high())));
    }
    if (cell.surprising()) {
      sentences.add(words.html("predict.surprise"));
    }
    return new Html(String.join(" ", sentences.stream().map(Html::markup).toList()));
  }

  // The pass.

  /** All of it but the question that is open now. */
  private Prediction.Summary summary(Step shown) {
    List<Step> over =
        facts.steps().stream()
            .filter(step -> asked(step) != null)
            .filter(step -> step.index() != shown.index() || !hides(step))
            .toList();
    return new Prediction.Summary(
        tally(over, 0),
        over.stream().map(this::row).toList(),
        address.without(CHOSEN).without("guesses").step(0));
  }

  private Prediction.Row row(Step step) {
    AskedCell cell = Objects.requireNonNull(asked(step));
    Guess guess = guesses.at(step.index());
    String outcome = outcome(step, guess);
    return new Prediction.Row(
        outcome,
        words.of("predict.outcome." + outcome),
        words.of("predict.step", step.index() + 1),
        StepPage.Stop.label(step, facts.net(), words),
        guess == null || !guess.made() ? "" : said(guess),
        guess == null ? "" : Arithmetic.number(cell.value()),
        address.without(CHOSEN).step(step.index()));
  }

  /** How it stands. */
  Prediction.Standing standing() {
    int last = facts.steps().size() - 1;
    long open = facts.steps().stream().filter(this::hides).count();
    List<Step> told = facts.steps().stream().filter(step -> !hides(step)).toList();
    return new Prediction.Standing(
        tally(told, open), address.without(CHOSEN).step(last), left(address).at("/step"));
  }

  /** The same walk with everything shown. */
  static Address left(Address address) {
    return address.without("predict", "guesses", "guess");
  }

  private String tally(List<Step> steps, long open) {
    Map<String, Integer> counts = new HashMap<>();
    for (Step step : steps) {
      if (asked(step) != null) {
        String outcome = outcome(step, guesses.at(step.index()));
        counts.merge(outcome.equals("passed") ? "skipped" : outcome, 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    for (String outcome : List.of("right", "wrong", "skipped")) {
      parts.add(words.of("predict.tally." + outcome, counts.getOrDefault(outcome, 0)));
    }
    if (open > 0) {
      parts.add(words.of("predict.tally.open", open));
    }
    return String.join(" · ", parts);
  }
}
