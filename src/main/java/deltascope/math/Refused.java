package deltascope.math;

/** A value from outside that is not taken: it names the parameter, what was found and what is allowed. */
public class Refused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String parameter;
  private final String value;
  private final String range;

  /**
   * @param parameter the name the user knows the value by, e.g. {@code sample}
   * @param value the value found
   * @param range in words or as an interval, what is allowed, e.g. {@code 0…59999}
   */
  public Refused(String parameter, Object value, String range) {
    super(parameter + " is " + value + ", expected " + range);
    this.parameter = parameter;
    this.value = String.valueOf(value);
    this.range = range;
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
}
