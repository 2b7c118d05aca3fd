package deltascope.checks;

import deltascope.algebra.Ref;
import java.util.Locale;

/** Numbers and names in the sentences of findings. */
final class Said {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Said() {}

  /** Three digits, and a power of ten where there would be many zeros: "0.123", "3·10⁻¹⁰". */
  static String number(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    if (size < 0.001 || size >= 1e6) {
      return scientific(value);
    }
    if (value == Math.rint(value)) {
      return minus(String.format(Locale.ROOT, "%.0f", value));
    }
    int decimals = size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 5;
    return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  private static String scientific(double value) {
    String[] parts = String.format(Locale.ROOT, "%.0e", value).split("e");
    int exponent = Integer.parseInt(parts[1]);
    StringBuilder raised = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      raised.append(RAISED.charAt(digit - '0'));
    }
    return minus(parts[0]) + "·10" + raised;
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }

  /** A share as "12.5 %". */
  static String percent(double share) {
    return Double.isNaN(share) ? "NaN %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** ∇W² for W². */
  static String gradient(Ref tensor) {
    return "∇" + tensor.symbol();
  }

  /** "dW2" for W²: what JSON calls the gradient. */
  static String gradientName(Ref tensor) {
    return "d" + tensor.name();
  }
}
