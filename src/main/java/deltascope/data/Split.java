package deltascope.data;

import deltascope.math.Refused;

/** The two parts of a data set: what a network learns from, and what it is examined on. */
public enum Split {
  TRAIN("train"),
  TEST("test");

  private final String id;

  Split(String id) {
    this.id = id;
  }

  /** The name in addresses and JSON: {@code train} or {@code test}. */
  public String id() {
    return id;
  }

  /**
   * The split of that name.
   *
   * @throws Refused (parameter {@code split}) if there is none
   */
  public static Split of(String id) {
    for (Split split : values()) {
      if (split.id.equals(id)) {
        return split;
      }
    }
    throw new Refused("split", id, "train or test");
  }

  @Override
  public String toString() {
    return id;
  }
}
