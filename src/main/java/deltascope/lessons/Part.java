package deltascope.lessons;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a lesson: prose, a page shown in it, or something to be done. */
public sealed interface Part {
  /** Where it stands in its file. */
  Place place();

  /** Text between the blocks. */
  record Prose(Place place, Text text) implements Part {}

  /** A page of Deltascope shown in the lesson. */
  sealed interface Frame extends Part {
    /** What it shows, in words. */
    Text caption();

    /** Whose data it needs. */
    List<Query> queries();
  }

  /** The walk at a step. */
  record Step(Place place, Query at, Text caption) implements Frame {
    @Override
    public List<Query> queries() {
      return List.of(at);
    }
  }

  /** Two lanes at a step. */
  record Compare(Place place, Query at, Text caption) implements Frame {
    @Override
    public List<Query> queries() {
      return List.of(at);
    }
  }

  /**
   * What checks say.
   *
   * @param only ids of the checks that are shown; empty for all
   */
  record Checked(Place place, Query at, List<String> only, Text caption) implements Frame {
    @Override
    public List<Query> queries() {
      return List.of(at);
    }
  }

  /**
   * Trainings side by side.
   *
   * @param runs what each is called, and what it trains; at least one
   */
  record Train(Place place, List<Run> runs, Text caption) implements Frame {
    @Override
    public List<Query> queries() {
      return runs.stream().map(Run::at).toList();
    }
  }

  /** A training and what it is called; empty where it has no name. */
  record Run(String title, Query at) {}

  /** Something that a learner does. */
  sealed interface Task extends Part {
    /** Its name in the lesson. */
    String id();

    /** What is to be done. */
    Text ask();
  }

  /** A question that may be asked again at the start of the next lesson. */
  sealed interface Question extends Task {
    /** Whether it is. */
    boolean again();
  }

  /** What is to be predicted. */
  enum Kind {
    NUMBER,
    SIGN,
    CELL
  }

  /**
   * Something to be guessed before it is revealed.
   *
   * @param answer the right number, of a cell its row
   * @param within how far off is near enough
   * @param cell which cell is right; null unless one is asked for
   * @param because why
   * @param reveal more, afterwards
   * @param whens what is said to certain wrong answers
   */
  record Predict(
      Place place,
      String id,
      Text ask,
      Kind kind,
      Value answer,
      Tolerance within,
      @Nullable Cell cell,
      Text because,
      Text reveal,
      List<When> whens,
      boolean again)
      implements Question {
    /** The right number as a learner gives it: a percentage in percent, a sign as −1, 0 or 1. */
    public Amount right(Look look) {
      Amount amount = answer.number(look);
      return new Amount(given(answer, look), amount.exact(), "", amount.missing());
    }

    /** A number as a learner gives it. */
    public double given(Value value, Look look) {
      double number = value.number(look).value();
      return kind == Kind.SIGN ? Math.signum(number) : answer.style().scaled(number);
    }

    /**
     * How far off that answer a number may be: where nothing is said, what rounding makes of it.
     */
    public double near(double right) {
      return within.amount(right, Math.max(2 * answer.style().half(right), 0.01 * Math.abs(right)));
    }
  }

  /**
   * How far off a number may be.
   *
   * @param size an amount, or a share of the answer; negative where the lesson leaves it open
   * @param share whether it is a share
   */
  record Tolerance(double size, boolean share) {
    /** As an amount, for that answer. */
    public double amount(double answer, double otherwise) {
      return size < 0 ? otherwise : share ? Math.abs(answer) * size : size;
    }
  }

  /**
   * A wrong answer that is met with words of its own.
   *
   * @param value the number, of a cell its row
   * @param col of a cell where a row is not enough
   */
  record When(Value value, @Nullable Value col, Text says) {}

  /** One or several of some sentences are right. */
  record Choice(Place place, String id, Text ask, List<Option> options, boolean again)
      implements Question {}

  /** A sentence to choose, and what is said to who chooses it. */
  record Option(boolean right, Text text, Text because) {}

  /**
   * Lines of a program to be put in order.
   *
   * @param of whose program it is
   * @param lines the right ones in order
   * @param wrong those that do not belong
   * @param free for each right line, which group it belongs to; lines of one group may change
   *     places
   */
  record Order(
      Place place,
      String id,
      Text ask,
      Query of,
      List<ProgramLine> lines,
      List<ProgramLine> wrong,
      List<Integer> free,
      Text because)
      implements Task {}

  /** A case under a seal; its address is never in the page. */
  record Mystery(Place place, String id, Text ask, int level, Query sealed, Text hint)
      implements Task {}

  /**
   * A number to be brought somewhere by turning one or two knobs.
   *
   * @param at what is turned
   * @param vary by parameter, its values
   * @param watch the number
   * @param until when it is done
   */
  record TryIt(
      Place place,
      String id,
      Text ask,
      Query at,
      Map<String, List<String>> vary,
      Value watch,
      Goal until,
      Text because)
      implements Task {
    /** The watched number with these values of what is varied. */
    public Amount watched(Look look, Map<String, String> chosen) {
      Query there = at;
      for (Map.Entry<String, String> each : chosen.entrySet()) {
        there = there.with(each.getKey(), each.getValue());
      }
      Query turned = there;
      var unused = place.saidOf(turned::walking);
      return watch.amount(at.name().isEmpty() ? look : look.where(at.name(), turned));
    }
  }

  /** A condition: {@code > 9.5}. */
  record Goal(char sign, Value bound) {
    /** Whether a number meets it. */
    public boolean met(double value, Look look) {
      double held = bound.number(look).value();
      return switch (sign) {
        case '>' -> value > held;
        case '<' -> value < held;
        default -> Math.abs(value - held) <= 1e-9 * Math.max(1, Math.abs(held));
      };
    }
  }

  /** A question of another lesson, asked again. */
  record Again(Place place, String lesson, String question) implements Part {}
}
