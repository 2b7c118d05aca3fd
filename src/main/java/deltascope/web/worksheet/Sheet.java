package deltascope.web.worksheet;

import deltascope.algebra.Parameter;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.math.Refused;
import deltascope.network.EquationId;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A walk as an exercise, made from its trace.
 *
 * @param kind what it asks for
 * @param givens what is printed before the first part
 * @param parts step by step
 */
public record Sheet(Kind kind, List<Table> givens, List<Part> parts) {

  /**
   * A matrix as it is printed.
   *
   * @param values rounded; where a cell is blank, what the walk has there
   * @param places digits after the point
   * @param turned whether the formula has it transposed
   * @param blanks its blank cells
   */
  public record Table(Ref ref, Matrix values, int places, boolean turned, List<Blank> blanks) {
    /** The blank at that cell, from 0; null where a number stands. */
    public @Nullable Blank blank(int row, int col) {
      return blanks.stream().filter(blank -> blank.isAt(row, col)).findFirst().orElse(null);
    }
  }

  /**
   * One step.
   *
   * @param step it
   * @param further the step after it, where both are looked at as one; null otherwise
   * @param operands what its formula reads, as far as that is printed here
   * @param result what it makes; null where that has the numbers of {@code same}
   * @param same whose numbers the result has; null where it has its own
   */
  public record Part(
      Step step,
      @Nullable Step further,
      List<Table> operands,
      @Nullable Table result,
      @Nullable Ref same) {
    /** Its blank cells. */
    public List<Blank> blanks() {
      Stream<Table> tables =
          result == null ? operands.stream() : Stream.concat(operands.stream(), Stream.of(result));
      return tables.flatMap(table -> table.blanks().stream()).toList();
    }

    /** Whether its formula has η and m. */
    public boolean hasRate() {
      return step.equation() == EquationId.UPDATE_WEIGHTS
          || step.equation() == EquationId.UPDATE_BIASES;
    }

    /** η and m, as the step has them. */
    public double parameter(Parameter parameter) {
      return step.memory().parameter(parameter);
    }
  }

  /** What is asked for. */
  public record Wish(Kind kind, int step, Blanks blanks, Rounding rounding) {}

  public Sheet {
    givens = List.copyOf(givens);
    parts = List.copyOf(parts);
  }

  /**
   * The sheet of a walk that the textbook's equations made.
   *
   * @throws Refused for a step that there is not, for cells that are not there, and for numbers
   *     that cannot be printed
   */
  public static Sheet of(Trace trace, Wish wish, Counting counting) {
    for (Step step : trace.steps()) {
      Matrix result = step.result();
      if (result == null || !Double.isFinite(result.norm())) {
        throw unprintable();
      }
    }
    int last = trace.steps().size() - 1;
    if (wish.step() > last) {
      throw new Refused("step", wish.step(), "0…" + last);
    }
    Sheet sheet =
        switch (wish.kind()) {
          case STEP -> new StepSheet(trace, wish, counting).sheet();
          case PASS -> new PassSheet(trace, wish, counting).sheet();
          case BACKWARDS -> new BackwardsSheet(trace, wish, counting).sheet();
        };
    sheet.mustHold(wish.blanks());
    return sheet;
  }

  static Refused unprintable() {
    return new Refused("walk", "no longer finite", "numbers that can be printed");
  }

  /** Every blank cell, in the order of their numbers. */
  public List<Blank> blanks() {
    return parts.stream().flatMap(part -> part.blanks().stream()).toList();
  }

  private void mustHold(Blanks asked) {
    int count = blanks().size();
    if (count > Blanks.MOST) {
      throw new Refused("blanks", count + " cells", "at most " + Blanks.MOST + " on one sheet");
    }
    if (asked.named() && count < asked.names().size()) {
      Set<String> there = new TreeSet<>();
      for (Part part : parts) {
        Ref ref = kind == Kind.BACKWARDS ? part.operands().get(0).ref() : part.step().target();
        if (part.result() != null) {
          there.add(ref.name());
        }
      }
      throw new Refused(
          "blanks",
          String.join(",", asked.names()),
          "cells of what is worked out on this sheet: " + String.join(", ", there));
    }
  }
}
