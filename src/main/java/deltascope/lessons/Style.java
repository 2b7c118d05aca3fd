package deltascope.lessons;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How a number is written.
 *
 * @param kind in which way
 * @param decimals digits after the point
 */
record Style(Kind kind, int decimals) {
  /** Ways to write a number. */
  enum Kind {
    /** What suits it: a count in full, everything else with three decimals. */
    USUAL,
    FIXED,
    PERCENT,
    INT,
    SIGN,
    SCIENTIFIC
  }

  /** Decimals that somebody may have written down. */
  private static final int MOST_GIVEN = 6;

  static final Style USUAL = new Style(Kind.USUAL, 3);

  /** Reads what stands after the bar. */
  static Style of(Place place, String text) {
    return switch (text) {
      case "%" -> new Style(Kind.PERCENT, 2);
      case "int" -> new Style(Kind.INT, 0);
      case "sign" -> new Style(Kind.SIGN, 0);
      case "sci" -> new Style(Kind.SCIENTIFIC, 2);
      default -> {
        if (!text.matches("[0-9]|1[0-5]")) {
          throw place.bad(
              "“" + text + "” is no format, expected decimals 0…15, %, int, sign or sci");
        }
        yield new Style(Kind.FIXED, Integer.parseInt(text));
      }
    };
  }

  /** What is compared with a learner's number: a percentage counts in percent. */
  double scaled(double value) {
    return kind == Kind.PERCENT ? 100 * value : value;
  }

  /** Half a unit of the last digit that is written. */
  double half(double value) {
    if (kind == Kind.SCIENTIFIC) {
      return Math.abs(value) * 0.005;
    }
    return kind == Kind.INT ? 0.5 : 0.5 / Math.round(StrictMath.pow(10, decimals));
  }

  /** In running text: minus signs are typeset. */
  String text(Amount amount) {
    return amount.isWord() ? amount.word() : plain(amount, " · 10", "", " %").replace('-', '−');
  }

  /** In a formula. */
  String tex(Amount amount) {
    if (amount.isWord()) {
      return "\\text{" + amount.word() + "}";
    }
    String text = plain(amount, " \\cdot 10^{", "}", "\\,\\%");
    return text.replace(",", "{,}")
        .replace("∞", "\\infty")
        .replace("NaN", "\\mathrm{NaN}")
        .replace('−', '-');
  }

  private String plain(Amount amount, String times, String end, String percent) {
    if (amount.missing()) {
      return "?";
    }
    double value = amount.value();
    if (kind == Kind.SIGN) {
      return value > 0 ? "+" : value < 0 ? "-" : "0";
    }
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    return switch (kind) {
      case USUAL -> usual(amount, times, end);
      case PERCENT -> fixed(100 * value, decimals) + percent;
      case SCIENTIFIC -> scientific(value, times, end);
      default -> fixed(value, decimals);
    };
  }

  private String usual(Amount amount, String times, String end) {
    double value = amount.value();
    if (amount.count()) {
      return fixed(value, 0);
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (amount.exact() && decimal.scale() <= MOST_GIVEN) {
      return decimal.toPlainString();
    }
    // What three decimals would make a zero of is told in full.
    boolean tiny = value != 0 && Math.abs(value) < 0.0005;
    return tiny ? scientific(value, times, end) : fixed(value, decimals);
  }

  private static String scientific(double value, String times, String end) {
    if (value == 0) {
      return "0";
    }
    String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e");
    int exponent = Integer.parseInt(parts[1]);
    return parts[0] + times + (end.isEmpty() ? raised(exponent) : exponent) + end;
  }

  private static String raised(int exponent) {
    StringBuilder out = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return out.toString();
  }

  /** A comma before each three digits from ten thousand on; no minus before a zero. */
  private static String fixed(double value, int decimals) {
    boolean grouped = Math.abs(value) >= 10_000;
    String text = String.format(Locale.ROOT, (grouped ? "%,." : "%.") + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }
}
