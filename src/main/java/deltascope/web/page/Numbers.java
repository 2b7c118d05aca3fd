package deltascope.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Numbers as the page writes them: a real minus sign, no negative zero, ∞ and NaN by name. */
final class Numbers {
  private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

  /**
   * Below this a number is scaled to its last decimal with an error far below {@link #NEAR_A_HALF}.
   */
  private static final double SAFE = 1e9;

  private static final double NEAR_A_HALF = 1e-6;

  private Numbers() {}

  /** With so many digits after the point. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    // What String.format("%.3f") does, in a fraction of its time: a page has thousands of these.
    double scaled = decimals < TENS.length ? Math.abs(value) * TENS[decimals] : Double.NaN;
    if (scaled < SAFE) {
      long below = (long) scaled;
      double rest = scaled - below;
      if (Math.abs(rest - 0.5) > NEAR_A_HALF) {
        return written(value < 0, rest < 0.5 ? below : below + 1, decimals);
      }
    }
    return rounded(value, decimals);
  }

  /** A length in a drawing, to a tenth of its unit. */
  static String coordinate(double value) {
    String text = fixed(value, 1).replace('−', '-');
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** {@code units} of the last decimal. */
  private static String written(boolean negative, long units, int decimals) {
    StringBuilder out = new StringBuilder(16).append(units);
    while (out.length() <= decimals) {
      out.insert(0, '0');
    }
    if (decimals > 0) {
      out.insert(out.length() - decimals, '.');
    }
    return negative && units > 0 ? out.insert(0, '−').toString() : out.toString();
  }

  /** For large numbers, and where the last digit hangs on the decimals that follow. */
  private static String rounded(double value, int decimals) {
    String text =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', '−');
  }

  /** How many digits after the point show the largest of them to three figures or four. */
  static int decimals(DoubleStream values) {
    double[] all = values.filter(Double::isFinite).toArray();
    if (DoubleStream.of(all).allMatch(value -> value == Math.rint(value))) {
      return 0;
    }
    double largest = DoubleStream.of(all).map(Math::abs).max().orElse(0);
    int before = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest));
    return Math.max(0, Math.min(9, before < -2 ? 1 - before : Math.min(3, 3 - before)));
  }

  /** With so many significant digits, in plain or scientific notation. */
  static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size < 1e-3 || size >= 1e5) {
      String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e");
      return (parts[0] + " · 10" + raised(Integer.parseInt(parts[1]))).replace('-', '−');
    }
    int before = (int) Math.floor(Math.log10(size)) + 1;
    return fixed(value, Math.max(0, digits - before));
  }

  /** All digits that it has, no more. */
  static String significantPlain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** An exponent in raised figures. */
  static String raised(int exponent) {
    StringBuilder out = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return out.toString();
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  }
}
