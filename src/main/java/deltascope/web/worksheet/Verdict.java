package deltascope.web.worksheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is said to an answer. */
public enum Verdict {
  /** There is none yet. */
  OPEN,
  RIGHT,
  /** Right but for its sign. */
  SIGN,
  WRONG,
  /** No number. */
  UNREADABLE;

  /** As people write numbers, with a point or a comma. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]{1,20}([.][0-9]{0,20})?|[.][0-9]{1,20})([eE][+-]?[0-9]{1,2})?");

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Judges what was typed. */
  static Verdict of(String typed, Accepted accepted) {
    String text = typed.strip().replace('−', '-').replace(',', '.').replace(" ", "");
    if (text.isEmpty()) {
      return OPEN;
    }
    if (!DECIMAL.matcher(text).matches()) {
      return UNREADABLE;
    }
    BigDecimal answer = new BigDecimal(text);
    if (accepted.holds(answer)) {
      return RIGHT;
    }
    return accepted.holds(answer.negate()) ? SIGN : WRONG;
  }
}
