package deltascope.math;

/** How this JVM computes, for those who want to know; the numbers are the same either way. */
public final class Arithmetic {
  private Arithmetic() {}

  /** Such as "vectors of 8 doubles, 2 processors". */
  public static String described() {
    int processors = Team.size();
    return Kernels.title() + ", " + processors + (processors == 1 ? " processor" : " processors");
  }
}
