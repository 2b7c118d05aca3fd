package deltascope.math;

/**
 * A value from outside that is refused where it is born: it names the parameter, what was found and
 * what is allowed.
 */
public class Refused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String value;
  private final String range;

  /**
   * @param parameter the name the user knows the value by, such as {@code sample}
   * @param value the value found
   * @param range in words or as an interval, what is allowed, such as {@code 0…59999}
   */
  public Refused(String parameter, Object value, String range) {
    this.parameter = shortened(parameter);
    this.value = shortened(value);
    this.range = range;
  }

  /** The whole sentence. */
  @Override
  public String getMessage() {
    return parameter + " is " + value + ", expected " + range;
  }

  public String parameter() {
    return parameter;
  }

  public String value() {
    return value;
  }

  public String range() {
    return range;
  }

  /** A value, or a name nobody knows, can be as long as a request; a message should not be. */
  private static String shortened(Object found) {
    String text = String.valueOf(found);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
