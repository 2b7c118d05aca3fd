package deltascope;

import java.util.Map;

/**
 * What the JDK and Jetty would find out for themselves, slowly, before the first page is answered.
 * Whoever sets one of these on the command line keeps it.
 */
final class QuickStart {
  private static final Map<String, String> KNOWN =
      Map.of(
          // Jetty asks JMX for this, and JMX is a quarter of a cold start. It spaces out counters
          // of a queue: a wrong value costs nothing but that space.
          "org.eclipse.jetty.util.referencesPerCacheLine",
          "16",
          // Jetty lists every locale there is. Without the JDK 8 names beside the CLDR's, half of
          // the work is left; nothing here speaks any of them.
          "java.locale.providers",
          "CLDR");

  private QuickStart() {}

  static void prepare() {
    KNOWN.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
