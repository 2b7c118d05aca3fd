package deltascope.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads arithmetic: {@code + - * / ( )}, functions, literals and references.
 *
 * <p>What nobody computed stays so under arithmetic: 60000 / 100 is a count too.
 */
final class ReckoningReader {
  private static final String FUNCTIONS = "abs, exp, log, max, min, round, sign, sqrt, tanh";

  private final Place place;
  private final String text;
  private final Map<String, Query> scenarios;
  private int at;

  private ReckoningReader(Place place, String text, Map<String, Query> scenarios) {
    this.place = place;
    this.text = text;
    this.scenarios = scenarios;
  }

  /** Reads what stands between the braces: {@code = arithmetic | format}. */
  static Value value(Place place, String inner, Map<String, Query> scenarios) {
    String body = inner.strip();
    int bar = body.indexOf('|');
    Style style = bar < 0 ? Style.USUAL : Style.of(place, body.substring(bar + 1).strip());
    String arithmetic = bar < 0 ? body : body.substring(0, bar).strip();
    if (arithmetic.startsWith("=")) {
      arithmetic = arithmetic.substring(1).strip();
    }
    return new Value(place, body, read(place, arithmetic, scenarios), style);
  }

  /** Reads arithmetic alone. */
  static Reckoning read(Place place, String arithmetic, Map<String, Query> scenarios) {
    ReckoningReader reader = new ReckoningReader(place, arithmetic, scenarios);
    Reckoning all = reader.sum();
    if (reader.at < reader.text.length()) {
      throw reader.unexpected("the end");
    }
    return all;
  }

  private BadLesson unexpected(String expected) {
    String found = at < text.length() ? "“" + text.substring(at) + "”" : "the end";
    return place.bad("{{" + text + "}} has " + found + ", expected " + expected);
  }

  // Arithmetic.

  private Reckoning sum() {
    Reckoning left = product();
    while (true) {
      if (eat('+')) {
        left = applied((a, b) -> a + b, left, product());
      } else if (eat('-')) {
        left = applied((a, b) -> a - b, left, product());
      } else {
        return left;
      }
    }
  }

  private Reckoning product() {
    Reckoning left = factor();
    while (true) {
      if (eat('*')) {
        left = applied((a, b) -> a * b, left, factor());
      } else if (eat('/')) {
        left = applied((a, b) -> a / b, left, factor());
      } else {
        return left;
      }
    }
  }

  private Reckoning factor() {
    if (eat('-')) {
      return applied((zero, b) -> -b, factor());
    }
    if (eat('(')) {
      Reckoning inner = sum();
      must(')');
      return inner;
    }
    skip();
    if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      return literal();
    }
    String word = word();
    if (at < text.length() && text.charAt(at) == '(' && !word.isEmpty()) {
      return function(word);
    }
    at -= word.length();
    return reference();
  }

  private Reckoning literal() {
    int from = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(from, at);
    try {
      Amount amount = Amount.exact(Double.parseDouble(digits));
      return look -> amount;
    } catch (NumberFormatException twoPoints) {
      throw place.bad("{{" + text + "}} has “" + digits + "”, expected a number");
    }
  }

  private Reckoning function(String name) {
    must('(');
    List<Reckoning> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (eat(','));
    must(')');
    if (name.equals("max") || name.equals("min")) {
      DoubleBinaryOperator choose = name.equals("max") ? Math::max : Math::min;
      Reckoning all = arguments.get(0);
      for (Reckoning next : arguments.subList(1, arguments.size())) {
        all = applied(choose, all, next);
      }
      return all;
    }
    DoubleBinaryOperator operator = operator(name);
    if (arguments.size() != 1) {
      throw place.bad("{{" + text + "}} gives " + name + " more than one number");
    }
    return applied(operator, arguments.get(0));
  }

  private DoubleBinaryOperator operator(String name) {
    return switch (name) {
      case "tanh" -> (zero, x) -> StrictMath.tanh(x);
      case "exp" -> (zero, x) -> StrictMath.exp(x);
      case "log" -> (zero, x) -> StrictMath.log(x);
      case "sqrt" -> (zero, x) -> Math.sqrt(x);
      case "abs" -> (zero, x) -> Math.abs(x);
      case "sign" -> (zero, x) -> Math.signum(x);
      case "round" -> (zero, x) -> Math.rint(x);
      default ->
          throw place.bad("there is no function “" + name + "”, expected one of " + FUNCTIONS);
    };
  }

  private Reckoning applied(DoubleBinaryOperator operator, Reckoning right) {
    Reckoning zero = look -> Amount.exact(0);
    return applied(operator, zero, right);
  }

  private Reckoning applied(DoubleBinaryOperator operator, Reckoning left, Reckoning right) {
    return look -> {
      Amount a = left.amount(look);
      Amount b = right.amount(look);
      if (a.isWord() || b.isWord()) {
        throw place.bad("{{" + text + "}} reckons with a word, expected numbers");
      }
      double value = operator.applyAsDouble(a.value(), b.value());
      boolean missing = a.missing() || b.missing();
      return new Amount(value, a.exact() && b.exact(), "", missing);
    };
  }

  // References.

  private Reckoning reference() {
    String name = longestScenario();
    if (name == null) {
      throw unexpected(
          scenarios.isEmpty()
              ? "a number (there is no scenario in the front matter to take one from)"
              : "a number, a function or one of the scenarios "
                  + String.join(", ", scenarios.keySet()));
    }
    at += name.length();
    int step = eat('@') ? whole() : -1;
    if (!eat('.')) {
      throw unexpected(". and what is asked of " + name);
    }
    int from = at;
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (open == 0 && !Character.isLetterOrDigit(c) && "([.".indexOf(c) < 0) {
        break;
      }
      open += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      at++;
    }
    return Reference.of(place, name, scenarios, step, text.substring(from, at));
  }

  private @Nullable String longestScenario() {
    String longest = null;
    for (String name : scenarios.keySet()) {
      int end = at + name.length();
      boolean there =
          text.startsWith(name, at) && end < text.length() && "@.".indexOf(text.charAt(end)) >= 0;
      if (there && (longest == null || name.length() > longest.length())) {
        longest = name;
      }
    }
    return longest;
  }

  // Signs.

  private int whole() {
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && at - from < 4) {
      at++;
    }
    if (at == from) {
      throw unexpected("the number of a step");
    }
    return Integer.parseInt(text.substring(from, at));
  }

  private String word() {
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean eat(char sign) {
    skip();
    if (at < text.length() && text.charAt(at) == sign) {
      at++;
      return true;
    }
    return false;
  }

  private void must(char sign) {
    if (!eat(sign)) {
      throw unexpected("“" + sign + "”");
    }
  }
}
