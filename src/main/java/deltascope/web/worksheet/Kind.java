package deltascope.web.worksheet;

import java.util.Locale;

/** What a sheet asks for. */
public enum Kind {
  /** Cells of one step's result. */
  STEP(3),
  /** The same units from the first step to the last. */
  PASS(2),
  /** Weights, each from what its unit summed up to or answered. */
  BACKWARDS(2);

  private final int usual;

  Kind(int usual) {
    this.usual = usual;
  }

  /** As in addresses: "step". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many cells are blank where an address does not say. */
  public int usual() {
    return usual;
  }
}
