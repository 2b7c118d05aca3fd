package deltascope.web.page;

import deltascope.algebra.Explanation;
import deltascope.algebra.Explanation.Cell;
import deltascope.algebra.Explanation.Kind;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where the chosen cell of a step's result comes from. */
final class Proofs {
  private final Facts facts;
  private final Address address;
  private final Words words;
  private final Step step;
  private final Selection selection;
  private final boolean hides;

  /** The sum itself, its parent operations outwards, and the term that varies. */
  private final List<Explanation> outwards = new ArrayList<>();

  Proofs(Facts facts, Address address, Words words, Step step, Selection selection) {
    this(facts, address, words, step, selection, false);
  }

  /** Tells what the cell is made of; its value only where it is not hidden. */
  Proofs(Facts facts, Address address, Words words, Step step, Selection selection, boolean hides) {
    this.hides = hides;
    this.facts = facts;
    this.address = address;
    this.words = words;
    this.step = step;
    this.selection = selection;
  }

  Proof proof() {
    Ref target = step.target();
    if (step.result() == null) {
      return new Proof(
          Html.text(words.said(String.valueOf(step.failure()))),
          null,
          Html.NOTHING,
          "",
          "",
          "",
          "");
    }
    Explanation whole = step.explain(selection.row(), selection.col());
    Explanation sum = sumIn(whole);
    Html symbol = Html.symbol(target, Index.of(target, selection.row(), selection.col(), facts));
    Html told = told(symbol, sum);
    Proof.Terms terms =
        sum == null
            ? null
            : new TermTables(facts, address, words, step, outwards, hides)
                .terms(sum, whole, symbol);
    int rows = facts.shapeOf(step).rows();
    int row = selection.row();
    boolean choice = !selection.rows().one() && rows > 1 && !hides;
    return new Proof(
        told,
        terms,
        hides && itself(whole)
            ? Html.join(symbol, " = ?")
            : Html.join(symbol, " = ", Arithmetic.line(whole, true), equals(whole)),
        choice && row > 0 ? neighbour(row - 1) : "",
        choice && row > 0 ? neighbourWord(row - 1) : "",
        choice && row < rows - 1 ? neighbour(row + 1) : "",
        choice && row < rows - 1 ? neighbourWord(row + 1) : "");
  }

  private String neighbour(int row) {
    return selection.choosing(address, row).step(step.index());
  }

  String neighbourWord(int row) {
    return words.of("place." + selection.rows().id(), selection.rows().label(row, facts.side()));
  }

  // In words.

  private Html told(Html symbol, @Nullable Explanation sum) {
    Html who = who();
    if (sum == null) {
      return words.html("proof.plain", who, symbol);
    }
    int count = sum.terms().size();
    StringBuilder how = new StringBuilder();
    for (int i = 1; i < outwards.size(); i++) {
      Explanation other = sibling(outwards.get(i), outwards.get(i - 1));
      Cell cell = other == null ? null : other.cell();
      String key =
          cell == null
              ? ""
              : "proof.with." + outwards.get(i).kind() + "." + cell.ref().quantity().id();
      if (words.has(key)) {
        how.append(words.of(key));
      }
    }
    boolean products = sum.parts().get(0).kind() == Kind.PRODUCT;
    String key = products ? "proof.products" : "proof.terms";
    Html rest =
        count > Arithmetic.WHOLE ? words.html("proof.largest", Arithmetic.LARGEST) : Html.NOTHING;
    return words.html(key, who, symbol, words.grouped(count), how.toString(), rest);
  }

  /** "Unit 4 of layer 2", "Output 5", "The weight from unit 3 to unit 4 of layer 2". */
  Html who() {
    Ref target = step.target();
    Quantity q = target.quantity();
    String row = place(selection.rows(), selection.row());
    if (Selection.likeWeights(target)) {
      return words.html("who.weight", place(selection.cols(), selection.col()), row);
    }
    return switch (q) {
      case B, DB, SUM_B -> words.html("who.bias", row);
      case COST -> words.html("who.cost");
      default -> new Html(capital(Html.text(row).markup()));
    };
  }

  private String place(Space space, int index) {
    return words.of("who." + space.id(), space.label(index, facts.side()), space.layer());
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  // Term by term.

  /** The sum whose terms are shown, if there is one; {@link #outwards} then leads from it. */
  private @Nullable Explanation sumIn(Explanation node) {
    if (isLong(node)) {
      outwards.add(node);
      return node;
    }
    for (Explanation part : node.parts()) {
      Explanation found = sumIn(part);
      if (found != null) {
        outwards.add(node);
        return found;
      }
    }
    return null;
  }

  private static boolean isLong(Explanation node) {
    if (node.kind() != Kind.SUM || node.parts().size() < 2) {
      return false;
    }
    Explanation first = node.parts().get(0);
    Explanation second = node.parts().get(1);
    return node.parts().size() > 2
        || (first.kind() == second.kind() && first.kind() == Kind.PRODUCT);
  }

  /** The other part; equal parts are told apart by where they are, so identity is meant. */
  @SuppressWarnings("ReferenceEquality")
  static @Nullable Explanation sibling(Explanation parent, Explanation child) {
    for (Explanation part : parent.parts()) {
      if (part != child) {
        return part;
      }
    }
    return null;
  }

  // On one line.

  private static boolean itself(Explanation whole) {
    return whole.kind() == Kind.CELL || whole.kind() == Kind.NUMBER;
  }

  private Html equals(Explanation whole) {
    if (hides) {
      return Html.text(" = ?");
    }
    if (facts.veiled()) {
      return Html.join(" = ? ", words.html("proof.withheld").in("withheld"));
    }
    return itself(whole)
        ? Html.NOTHING
        : Html.join(" = ", new Html("<b>" + Arithmetic.number(whole.value()) + "</b>"));
  }
}
