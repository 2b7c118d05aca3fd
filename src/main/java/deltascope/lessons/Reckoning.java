package deltascope.lessons;

/** What stands between the braces: arithmetic of references and literals. */
@FunctionalInterface
public interface Reckoning {
  /** Its number now. */
  Amount amount(Look look);
}
