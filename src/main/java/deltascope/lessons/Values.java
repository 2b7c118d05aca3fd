package deltascope.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All {{…}} of one file. In the text, marks stand in their place while it is read as Markdown,
 * which would take signs and bars in them for its own.
 */
final class Values {
  /** Private characters of Unicode, which no lesson has reason to use. */
  private static final char OPEN = '\uE000';

  private static final char CLOSE = '\uE001';
  private static final char OPEN_TEX = '\uE002';

  private static final Pattern MARK = Pattern.compile("[\uE000\uE002](\\d+)\uE001");
  private static final Pattern ALONE = Pattern.compile("\uE000(\\d+)\uE001");

  private final List<Value> values = new ArrayList<>();

  /** The text with marks in the place of its values; lines stay where they are. */
  String marked(String file, String text, Map<String, Query> scenarios) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    int line = 1;
    for (int open = open(text, 0); open >= 0; open = open(text, from)) {
      line += lines(text.substring(from, open));
      Place place = new Place(file, line);
      int close = text.indexOf("}}", open);
      int next = text.indexOf("{{", open + 2);
      if (close < 0 || (next >= 0 && next < close)) {
        throw place.bad("{{ is not closed, expected }}");
      }
      String inner = text.substring(open + 2, close);
      out.append(text, from, open).append(OPEN).append(values.size()).append(CLOSE);
      int broken = lines(inner);
      out.append("\n".repeat(broken));
      line += broken;
      values.add(ReckoningReader.value(place, inner.replace('\n', ' '), scenarios));
      from = close + 2;
    }
    return out.append(text.substring(from)).toString();
  }

  /** Where the next value begins; of three braces the first is a formula's. */
  private static int open(String text, int from) {
    int open = text.indexOf("{{", from);
    while (open >= 0 && text.startsWith("{{{", open)) {
      open++;
    }
    return open;
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** The same marks, to be written as in a formula. */
  static String inFormula(String marked) {
    return marked.replace(OPEN, OPEN_TEX);
  }

  /** The text as its author wrote it, near enough. */
  String written(String marked) {
    return MARK.matcher(marked)
        .replaceAll(mark -> Matcher.quoteReplacement("{{" + value(mark.group(1)).written() + "}}"));
  }

  /** What {@code text} is, where it is nothing but one value or a literal number. */
  Value alone(Place place, String text) {
    Matcher mark = ALONE.matcher(text.strip());
    if (mark.matches()) {
      return value(mark.group(1));
    }
    try {
      double literal = Double.parseDouble(text.strip().replace('−', '-'));
      return new Value(place, text.strip(), look -> Amount.exact(literal), Style.USUAL);
    } catch (NumberFormatException neither) {
      throw place.bad("“" + written(text) + "” is no number, expected {{…}} or one such as 0.42");
    }
  }

  /** Whether the text is nothing but one value. */
  static boolean isMarked(String text) {
    return ALONE.matcher(text.strip()).matches();
  }

  /** The text with every value as it is now; markup around a value in running text. */
  String filled(String marked, Look look) {
    return MARK.matcher(marked)
        .replaceAll(
            mark -> {
              Value value = value(mark.group(1));
              Amount amount = value.amount(look);
              return Matcher.quoteReplacement(
                  marked.charAt(mark.start()) == OPEN_TEX
                      ? escaped(value.style().tex(amount))
                      : spanned(value.style().text(amount), amount));
            });
  }

  private static String spanned(String text, Amount amount) {
    String styleClass = amount.missing() ? "num missing" : "num";
    return "<span class=\"" + styleClass + "\">" + escaped(text) + "</span>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private Value value(String number) {
    return values.get(Integer.parseInt(number));
  }

  /** All of them. */
  List<Value> all() {
    return List.copyOf(values);
  }
}
