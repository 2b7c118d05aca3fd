package deltascope.algebra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one number came from: a tree whose leaves are cells of operands and numbers of the formula.
 *
 * @param kind how the parts make the value
 * @param value the number itself
 * @param label a function's name or a number's text; empty otherwise
 * @param cell the cell this is, where it is one
 * @param parts the parts, in the order of the formula
 */
public record Explanation(
    Kind kind, double value, String label, @Nullable Cell cell, List<Explanation> parts) {
  /** How the parts make the value. */
  public enum Kind {
    CELL,
    NUMBER,
    SUM,
    DIFFERENCE,
    PRODUCT,
    QUOTIENT,
    FUNCTION
  }

  /** Row and column of a named matrix, both from 0. */
  public record Cell(Ref ref, int row, int col) {}

  /**
   * The largest terms of a long sum, by distance from zero, in the order of the formula, and the
   * rest as one number.
   */
  public record Largest(List<Explanation> terms, int restCount, double rest) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  static Explanation cell(Ref ref, int row, int col, double value) {
    return new Explanation(Kind.CELL, value, "", new Cell(ref, row, col), List.of());
  }

  static Explanation named(Ref ref, int row, int col, Explanation definition) {
    return new Explanation(
        Kind.CELL, definition.value, "", new Cell(ref, row, col), List.of(definition));
  }

  static Explanation number(String label, double value) {
    return new Explanation(Kind.NUMBER, value, label, null, List.of());
  }

  static Explanation function(String name, double value, List<Explanation> arguments) {
    return new Explanation(Kind.FUNCTION, value, name, null, arguments);
  }

  static Explanation of(Kind kind, Explanation... parts) {
    return of(kind, List.of(parts));
  }

  static Explanation of(Kind kind, List<Explanation> parts) {
    double value = parts.get(0).value;
    for (Explanation part : parts.subList(1, parts.size())) {
      value =
          switch (kind) {
            case SUM -> value + part.value;
            case DIFFERENCE -> value - part.value;
            case PRODUCT -> value * part.value;
            case QUOTIENT -> value / part.value;
            default -> throw new IllegalArgumentException(kind + " is not made of several parts");
          };
    }
    return new Explanation(kind, value, "", null, parts);
  }

  /** The terms of the sum that this is, sums within sums opened; itself alone where it is none. */
  public List<Explanation> terms() {
    if (kind != Kind.SUM) {
      return List.of(this);
    }
    List<Explanation> terms = new ArrayList<>();
    parts.forEach(part -> terms.addAll(part.terms()));
    return terms;
  }

  /** The {@code count} largest terms and the sum of the others. */
  public Largest largest(int count) {
    List<Explanation> terms = terms();
    List<Integer> bySize = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      bySize.add(i);
    }
    bySize.sort(Comparator.comparingDouble(i -> -Math.abs(terms.get(i).value)));
    int kept = Math.min(count, terms.size());
    double rest = 0;
    for (int i : bySize.subList(kept, terms.size())) {
      rest += terms.get(i).value;
    }
    List<Explanation> shown = bySize.subList(0, kept).stream().sorted().map(terms::get).toList();
    return new Largest(shown, terms.size() - kept, rest);
  }
}
