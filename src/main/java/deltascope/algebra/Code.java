package deltascope.algebra;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a program's text, in segments that know which quantity they name and whether a
 * comparison marks them.
 *
 * @param segments from left to right
 * @param binding how tightly its outermost operator binds; a looser one is put in parentheses
 */
public record Code(List<Segment> segments, int binding) {
  /** The binding of a name, a call or anything in parentheses. */
  public static final int ATOM = 10;

  /** The binding of *, @ and /. */
  public static final int PRODUCT = 5;

  /** The binding of + and −. */
  public static final int SUM = 3;

  /** Some text, the style class of the quantity that it names ("" for none), and its mark. */
  public record Segment(String text, String styleClass, @Nullable Mark mark) {}

  public Code {
    segments = List.copyOf(segments);
  }

  /** Text that names no quantity. */
  public static Code of(String text) {
    return of(text, "");
  }

  /** Text in the colour of a quantity. */
  public static Code of(String text, String styleClass) {
    return new Code(List.of(new Segment(text, styleClass, null)), ATOM);
  }

  /** All of it as one piece: strings stay as they are. */
  public static Code join(Object... parts) {
    List<Segment> segments = new ArrayList<>();
    for (Object part : parts) {
      segments.addAll(part instanceof Code code ? code.segments : of((String) part).segments);
    }
    return new Code(segments, ATOM);
  }

  /** A function's name, and its arguments in parentheses. */
  public static Code call(String name, List<Code> arguments) {
    List<Object> parts = new ArrayList<>(List.of(name, "("));
    for (Code argument : arguments) {
      parts.addAll(parts.size() == 2 ? List.of(argument) : List.of(", ", argument));
    }
    parts.add(")");
    return join(parts.toArray());
  }

  /** The same text as an operation that binds so. */
  public Code binding(int other) {
    return new Code(segments, other);
  }

  /** In parentheses unless it binds at least so tightly. */
  public Code atLeast(int needed) {
    return binding >= needed ? this : join("(", this, ")");
  }

  /** Every segment marked. */
  public Code marked(Mark mark) {
    List<Segment> marked = new ArrayList<>();
    segments.forEach(segment -> marked.add(new Segment(segment.text, segment.styleClass, mark)));
    return new Code(marked, binding);
  }

  /** The text alone. */
  public String text() {
    StringBuilder text = new StringBuilder();
    segments.forEach(segment -> text.append(segment.text));
    return text.toString();
  }
}
