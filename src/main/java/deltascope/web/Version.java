package deltascope.web;

/** The version in the jar's manifest; run from classes, there is none. */
public final class Version {
  public static final String NAME = name();

  private Version() {}

  private static String name() {
    String written = Version.class.getPackage().getImplementationVersion();
    return written == null ? "development" : written;
  }
}
