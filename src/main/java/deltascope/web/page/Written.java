package deltascope.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import deltascope.algebra.Code;
import deltascope.algebra.Function;
import deltascope.algebra.Line;
import deltascope.algebra.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line as pages write it. Its numbers do not come into it, so that all samples of all walks that
 * run this line read alike: what was written lately is kept.
 *
 * @param formula with what differs from the textbook marked
 * @param definitions what the functions in it mean
 * @param numpy the line of code
 * @param java the same line
 * @param numpyCalls definitions of what it calls beside numpy, empty where there is nothing
 * @param javaCalls the same in Java
 */
record Written(
    Piece.Term formula,
    List<Piece.Term> definitions,
    Html numpy,
    Html java,
    String numpyCalls,
    String javaCalls) {
  private static final Cache<Line, Written> LATELY =
      Caffeine.newBuilder().maximumSize(2_000).build();

  static Written of(Line line) {
    return LATELY.get(line, Written::write);
  }

  private static Written write(Line line) {
    List<Piece.Term> definitions = new ArrayList<>();
    for (Function.Definition definition : line.definitions()) {
      definitions.add(Piece.Term.of(definition.maths()));
    }
    return new Written(
        Piece.Term.of(line.comparedFormula()),
        List.copyOf(definitions),
        markup(line.numpy()),
        markup(line.java()),
        calls(line, Function.Helper::numpy),
        calls(line, Function.Helper::java));
  }

  private static String calls(
      Line line, java.util.function.Function<Function.Helper, String> language) {
    return line.helpers().stream()
        .map(language)
        .filter(definition -> !definition.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static Html markup(Code code) {
    List<Html> parts = new ArrayList<>();
    for (Code.Segment segment : code.segments()) {
      Html text = Html.text(segment.text());
      Mark mark = segment.mark();
      String styleClass = mark == null ? segment.styleClass() : mark.styleClass();
      parts.add(styleClass.isEmpty() ? text : text.in(styleClass));
    }
    return Html.join(parts);
  }
}
