package deltascope.algebra;

/** What a comparison says of a part of a line. */
public enum Mark {
  /** The textbook has it; the line that runs does not. */
  STRUCK("struck"),
  /** The line that runs has it; the textbook does not. */
  FRESH("fresh");

  private final String styleClass;

  Mark(String styleClass) {
    this.styleClass = styleClass;
  }

  /** Its style class in formula and listing. */
  public String styleClass() {
    return styleClass;
  }
}
