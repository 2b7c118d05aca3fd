package deltascope.web.limits;

/** There is more to do than can be done now; asked again a little later, it will be. */
public final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When to ask again, in seconds. */
  public static final int RETRY_SECONDS = 5;

  /**
   * A refusal for now.
   *
   * @param sentence what there is too much of, and what to do
   */
  public Busy(String sentence) {
    super(sentence);
  }
}
