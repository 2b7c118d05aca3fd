package deltascope.web.page;

import deltascope.algebra.Explanation;
import deltascope.algebra.Explanation.Cell;
import deltascope.algebra.Explanation.Kind;
import deltascope.algebra.Ref;
import deltascope.math.Matrix;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a sum into a table, a column per term. */
final class TermTables {
  private final Facts facts;
  private final Address address;
  private final Words words;
  private final Step step;

  /** From the sum outwards to the whole: each is a part of the next. */
  private final List<Explanation> outwards;

  /** Whether sum and products are the reader's to work out. */
  private final boolean hides;

  TermTables(
      Facts facts,
      Address address,
      Words words,
      Step step,
      List<Explanation> outwards,
      boolean hides) {
    this.hides = hides;
    this.facts = facts;
    this.address = address;
    this.words = words;
    this.step = step;
    this.outwards = outwards;
  }

  Proof.Terms terms(Explanation sum, Explanation whole, Html symbol) {
    List<Explanation> all = sum.terms();
    boolean cut = all.size() > Arithmetic.WHOLE;
    Explanation.Largest largest = sum.largest(cut ? Arithmetic.LARGEST : all.size());
    List<Explanation> shown = largest.terms();
    List<Integer> varying = varying(all);
    Space space = termSpace(all, varying);
    List<String> heads = new ArrayList<>();
    for (Explanation term : shown) {
      heads.add(space.one() ? "" : space.label(cellIndex(term, all), facts.side()));
    }
    List<Html> after = new ArrayList<>();
    List<Proof.Total> totals = new ArrayList<>();
    int decimals = Numbers.decimals(shown.stream().mapToDouble(Explanation::value));
    if (cut) {
      after.add(words.html("proof.rest", words.grouped(largest.restCount())));
      totals.add(new Proof.Total(Numbers.fixed(largest.rest(), decimals), ""));
    }
    after.add(Html.text("Σ"));
    totals.add(new Proof.Total(told(Numbers.fixed(sum.value(), decimals)), "sum"));
    for (int i = 1; i < outwards.size(); i++) {
      addOuter(after, totals, outwards.get(i), outwards.get(i - 1));
    }
    if (outwards.size() > 1) {
      after.add(Html.join("= ", symbol));
      String colour = "q " + step.target().quantity().styleClass();
      totals.add(new Proof.Total(told(Arithmetic.number(whole.value())), colour));
    }
    List<Proof.Factor> factors = factors(shown, all);
    boolean worked = hides && !factors.isEmpty();
    List<String> products =
        shown.stream().map(term -> worked ? "" : Numbers.fixed(term.value(), decimals)).toList();
    Html corner = words.html("proof.corner." + space.id(), space.layer());
    boolean multiplied = all.get(0).kind() == Kind.PRODUCT;
    String kind = words.of(multiplied ? "proof.product" : "proof.term");
    return new Proof.Terms(corner, heads, after, factors, kind, products, totals);
  }

  /** A sum, unless it is the reader's to work out. */
  private String told(String sum) {
    return facts.veiled() || hides ? "?" : sum;
  }

  private void addOuter(
      List<Html> after, List<Proof.Total> totals, Explanation parent, Explanation child) {
    Explanation other = Proofs.sibling(parent, child);
    if (other == null) {
      return;
    }
    String sign = sign(parent.kind());
    Cell cell = other.cell();
    Html name =
        cell == null
            ? Arithmetic.line(other, true)
            : Html.symbol(cell.ref(), Index.of(cell.ref(), cell.row(), cell.col(), facts));
    after.add(Html.join(sign + " ", name));
    String colour = cell == null ? "" : "q " + cell.ref().quantity().styleClass();
    totals.add(new Proof.Total(Arithmetic.number(other.value()), colour));
  }

  /** One row per cell that every term has. */
  private List<Proof.Factor> factors(List<Explanation> shown, List<Explanation> all) {
    List<Proof.Factor> factors = new ArrayList<>();
    List<Explanation> first = cells(all.get(0));
    if (first.size() == 1 && all.get(0).kind() == Kind.CELL) {
      return factors;
    }
    for (int f = 0; f < first.size(); f++) {
      List<Explanation> row = new ArrayList<>();
      for (Explanation term : shown) {
        List<Explanation> cells = cells(term);
        row.add(cells.get(Math.min(f, cells.size() - 1)));
      }
      int decimals = Numbers.decimals(row.stream().mapToDouble(Explanation::value));
      List<Proof.Value> values = new ArrayList<>();
      for (Explanation value : row) {
        String text = Numbers.fixed(value.value(), decimals);
        values.add(new Proof.Value(text, origin(value.cell())));
      }
      Cell cell = first.get(f).cell();
      if (cell != null) {
        Html name = Html.symbol(cell.ref(), varyingIndex(f, all));
        factors.add(new Proof.Factor(cell.ref().quantity().styleClass(), name, values));
      }
    }
    return factors;
  }

  /** The step that made a cell, with that cell chosen; empty where none of this sample's did. */
  private String origin(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    Ref ref = cell.ref();
    Step maker = facts.makerBefore(ref, step.index());
    if (maker == null) {
      return "";
    }
    Matrix made = facts.shapeOf(maker);
    Space rows = Space.rowsOf(maker.target(), facts.depth());
    Space cols = Space.colsOf(maker.target(), made, facts.depth());
    Address there = address;
    if (!rows.parameter(true).isEmpty()) {
      there = there.with(rows.parameter(true), cell.row() + rows.first());
    }
    if (!cols.parameter(false).isEmpty() && made.cols() > 1) {
      there = there.with(cols.parameter(false), cell.col() + cols.first());
    }
    return there.step(maker.index());
  }

  /** The cells in an explanation, from left to right, not looking into cells that have parts. */
  private static List<Explanation> cells(Explanation node) {
    if (node.cell() != null) {
      return List.of(node);
    }
    List<Explanation> found = new ArrayList<>();
    node.parts().forEach(part -> found.addAll(cells(part)));
    return found;
  }

  /** Which cells of the terms change from term to term. */
  private static List<Integer> varying(List<Explanation> all) {
    List<Integer> varying = new ArrayList<>();
    List<Explanation> first = cells(all.get(0));
    List<Explanation> second = cells(all.get(1));
    for (int f = 0; f < Math.min(first.size(), second.size()); f++) {
      Cell a = first.get(f).cell();
      Cell b = second.get(f).cell();
      if (a != null && b != null && a.ref().equals(b.ref()) && !a.equals(b)) {
        varying.add(f);
      }
    }
    return varying;
  }

  private Space termSpace(List<Explanation> all, List<Integer> varying) {
    if (varying.isEmpty()) {
      return Space.ONE;
    }
    int f = varying.get(0);
    Cell a = cells(all.get(0)).get(f).cell();
    Cell b = cells(all.get(1)).get(f).cell();
    if (a == null || b == null) {
      return Space.ONE;
    }
    Matrix matrix = step.memory().has(a.ref()) ? step.operand(a.ref()) : Matrix.scalar(0);
    return a.row() != b.row()
        ? Space.rowsOf(a.ref(), facts.depth())
        : Space.colsOf(a.ref(), matrix, facts.depth());
  }

  private static int cellIndex(Explanation term, List<Explanation> all) {
    List<Integer> varying = varying(all);
    int f = varying.get(0);
    Cell a = cells(all.get(0)).get(f).cell();
    Cell b = cells(all.get(1)).get(f).cell();
    Cell here = cells(term).get(f).cell();
    if (a == null || b == null || here == null) {
      return 0;
    }
    return a.row() != b.row() ? here.row() : here.col();
  }

  /** The index of factor {@code f}, with k where it varies: k4 of w³. */
  private String varyingIndex(int f, List<Explanation> all) {
    Cell a = cells(all.get(0)).get(f).cell();
    Cell b = cells(all.get(1)).get(f).cell();
    if (a == null || b == null) {
      return "";
    }
    Space rows = Space.rowsOf(a.ref(), facts.depth());
    String row = a.row() != b.row() ? "k" : rows.one() ? "" : rows.label(a.row(), facts.side());
    if (!Selection.likeWeights(a.ref())) {
      return row;
    }
    Space cols = Space.colsOf(a.ref(), Matrix.scalar(0), facts.depth());
    String col = a.col() != b.col() ? "k" : cols.label(a.col(), facts.side());
    return Index.pair(row, col);
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case SUM -> "+";
      case DIFFERENCE -> "−";
      case QUOTIENT -> "÷";
      default -> "×";
    };
  }
}
