package deltascope.web.page;

import deltascope.math.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader said of one number before seeing it: its sign, its size against powers of ten, the
 * number itself, or nothing.
 *
 * @param kind what was said
 * @param number the size's rank, 1…{@link #SIZES}, or the number itself; 0 where there is none
 */
record Guess(Kind kind, double number) {
  /** Sizes are told apart at 0.01, 0.1, 1 and 10. */
  static final int SIZES = 5;

  /** A number counts as right within this share of it. */
  static final double TOLERANCE = 0.1;

  /** Or within this share of the largest of its matrix, for a page shows no more of it. */
  private static final double RESOLUTION = 0.005;

  private static final double MOST = 1e9;

  /** With as many decimals as {@link #code} can write. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,12}([.]\\d{0,17})?|[.]\\d{1,17})(e[+-]?\\d{1,3})?");

  private static final String RANGE = "a number, such as -0.41 or 3e-4";

  enum Kind {
    NEGATIVE("n"),
    ZERO("z"),
    POSITIVE("p"),
    SIZE("s"),
    NUMBER("v"),
    SKIPPED("x");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** Its name in {@code words.properties}. */
    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What counts as right: from {@code low} to {@code high}, both of them right. */
  record Interval(double low, double high) {
    boolean holds(double value) {
      return low <= value && value <= high;
    }
  }

  static final Guess SKIPPED = new Guess(Kind.SKIPPED, 0);

  static Guess of(Kind sign) {
    return new Guess(sign, 0);
  }

  static Guess size(int rank) {
    return new Guess(Kind.SIZE, rank);
  }

  /**
   * A number as a reader types it: a real minus sign and a decimal comma are understood.
   *
   * @throws Refused (parameter {@code guess}) for what is no number within a thousand million
   */
  static Guess number(String typed) {
    String text = typed.strip().replace('−', '-').replace(',', '.').replace('E', 'e');
    if (!NUMBER.matcher(text).matches() || !(Math.abs(Double.parseDouble(text)) <= MOST)) {
      throw new Refused("guess", typed, RANGE);
    }
    return new Guess(Kind.NUMBER, Double.parseDouble(text));
  }

  /**
   * Reads what {@link #code()} wrote.
   *
   * @throws Refused (parameter {@code guesses}) for anything else
   */
  static Guess read(String code) {
    for (Kind kind : Kind.values()) {
      if (code.startsWith(kind.code)) {
        String rest = code.substring(1);
        if (kind == Kind.SIZE && rest.matches("[1-" + SIZES + "]")) {
          return size(Integer.parseInt(rest));
        }
        Matcher number = NUMBER.matcher(rest);
        if (kind == Kind.NUMBER && number.matches()) {
          return number(rest);
        }
        if (kind != Kind.SIZE && kind != Kind.NUMBER && rest.isEmpty()) {
          return of(kind);
        }
      }
    }
    throw new Refused("guesses", code, "n, z, p, s1…s5, x, or v and a number");
  }

  /** As an address keeps it. */
  String code() {
    return switch (kind) {
      case SIZE -> kind.code + (int) number;
      case NUMBER -> kind.code + Numbers.significantPlain(number).replace('E', 'e');
      default -> kind.code;
    };
  }

  /** Whether a guess was made at all. */
  boolean made() {
    return kind != Kind.SKIPPED;
  }

  /**
   * Whether it is right of that value.
   *
   * @param largest the largest distance from zero in the value's matrix
   */
  boolean right(double value, double largest) {
    return switch (kind) {
      case NEGATIVE -> value < 0;
      case ZERO -> value == 0;
      case POSITIVE -> value > 0;
      case SIZE -> size().holds(Math.abs(value));
      case NUMBER -> around(value, largest).holds(number);
      case SKIPPED -> false;
    };
  }

  /** The numbers that count as right where {@code value} is. */
  static Interval around(double value, double largest) {
    double reach = Math.max(TOLERANCE * Math.abs(value), RESOLUTION * largest);
    return new Interval(value - reach, value + reach);
  }

  /** The distances from zero that this size stands for, a tenth wider at both ends. */
  private Interval size() {
    int rank = (int) number;
    double low = rank == 1 ? 0 : bound(rank - 1);
    double high = rank == SIZES ? Double.POSITIVE_INFINITY : bound(rank);
    return new Interval(low * (1 - TOLERANCE), high * (1 + TOLERANCE));
  }

  /** Where size {@code rank} ends and the next begins. */
  static double bound(int rank) {
    return Math.pow(10, rank - 3);
  }
}
