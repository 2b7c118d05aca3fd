package deltascope.web.page;

import deltascope.algebra.Explanation;
import deltascope.algebra.Explanation.Cell;
import deltascope.algebra.Explanation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes an explanation as one line of arithmetic. */
final class Arithmetic {
  private static final Arithmetic SHORT = new Arithmetic(node -> number(node.value()), 3);

  /** A sum of up to so many terms is shown whole as a table; of a longer one, the largest. */
  static final int WHOLE = 16;

  static final int LARGEST = 10;

  private final Function<Explanation, String> written;
  private final int most;

  private Arithmetic(Function<Explanation, String> written, int most) {
    this.written = written;
    this.most = most;
  }

  /** One that leaves no term out, and writes a cell's number as that function does. */
  static Arithmetic whole(Function<Explanation, String> written) {
    return new Arithmetic(written, Integer.MAX_VALUE);
  }

  static String number(double value) {
    return Numbers.significant(value, 3);
  }

  /** The tree as one line of arithmetic; a long sum shows its first and last term. */
  static Html line(Explanation node, boolean first) {
    return SHORT.write(node, first);
  }

  /** The tree as one line of arithmetic; {@code first} where no sign stands before it. */
  Html write(Explanation node, boolean first) {
    return switch (node.kind()) {
      case CELL -> cell(node, first);
      case NUMBER -> Html.text(Numbers.significantPlain(node.value()).replace('-', '−'));
      case SUM -> sumLine(node, first);
      case DIFFERENCE ->
          Html.join(write(node.parts().get(0), first), " − ", write(node.parts().get(1), false));
      case PRODUCT -> join(node, " · ", first);
      case QUOTIENT -> join(node, " / ", first);
      case FUNCTION -> function(node);
    };
  }

  private Html cell(Explanation node, boolean first) {
    Cell cell = node.cell();
    String text = written.apply(node);
    Html shown = Html.text(first || node.value() >= 0 ? text : "(" + text + ")");
    return cell == null ? shown : shown.in(cell.ref().quantity().styleClass() + " num");
  }

  private Html sumLine(Explanation node, boolean first) {
    List<Explanation> parts = node.parts();
    if (parts.size() <= most) {
      return joined(parts, " + ", first);
    }
    List<Explanation> shown = parts.size() > WHOLE ? node.largest(LARGEST).terms() : parts;
    return Html.join(
        write(shown.get(0), first), " + … + ", write(shown.get(shown.size() - 1), false));
  }

  private Html joined(List<Explanation> parts, String sign, boolean first) {
    List<Html> out = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      out.add(i == 0 ? Html.NOTHING : Html.text(sign));
      out.add(write(parts.get(i), first && i == 0));
    }
    return Html.join(out);
  }

  private Html join(Explanation node, String sign, boolean first) {
    List<Html> out = new ArrayList<>();
    for (int i = 0; i < node.parts().size(); i++) {
      Explanation part = node.parts().get(i);
      boolean fenced = part.kind() == Kind.SUM || part.kind() == Kind.DIFFERENCE;
      Html inner = write(part, fenced || (first && i == 0));
      out.add(i == 0 ? Html.NOTHING : Html.text(sign));
      out.add(fenced ? Html.join("(", inner, ")") : inner);
    }
    return Html.join(out);
  }

  private Html function(Explanation node) {
    if (node.label().equals("square") && node.parts().size() == 1) {
      return Html.join("(", write(node.parts().get(0), true), new Html(")<sup>2</sup>"));
    }
    List<Explanation> parts = node.parts();
    Html inner =
        parts.size() <= 3
            ? joined(parts, ", ", true)
            : Html.join(
                write(parts.get(0), true), ", …, ", write(parts.get(parts.size() - 1), true));
    return Html.join(node.label() + "(", inner, ")");
  }
}
