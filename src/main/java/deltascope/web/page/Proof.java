package deltascope.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one number comes from: in words, term by term, and on one line.
 *
 * @param words "Unit 4 of layer 2, δ²₄, is the sum of ten products times its slope:"
 * @param terms its sum term by term; null where it is no sum
 * @param line z¹₃ = 0.12 · 0.99 + … = −0.41
 * @param previous the address of the row above; empty at the first
 * @param next the address of the row below
 * @param previousWord "unit 3"
 * @param nextWord "unit 5"
 */
public record Proof(
    Html words,
    @Nullable Terms terms,
    Html line,
    String previous,
    String previousWord,
    String next,
    String nextWord) {

  /**
   * A sum as a table, a column per term.
   *
   * @param corner what the columns are: "unit k of layer 3"
   * @param heads the terms' numbers
   * @param after the heads of what comes after the terms: the rest, Σ, "+ b", "="
   * @param factors a row per factor
   * @param kind what the terms are: products, or just terms
   * @param products the terms themselves
   * @param totals what comes after them
   */
  public record Terms(
      Html corner,
      List<String> heads,
      List<Html> after,
      List<Factor> factors,
      String kind,
      List<String> products,
      List<Total> totals) {}

  /** One factor of every term. */
  public record Factor(String styleClass, Html name, List<Value> values) {}

  /** A number, and where it was made. */
  public record Value(String text, String href) {}

  /** A number after the terms, in its quantity's colour. */
  public record Total(String text, String styleClass) {}
}
