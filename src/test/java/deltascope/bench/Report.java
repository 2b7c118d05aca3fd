package deltascope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Prints what is measured, as the rows of the README's table. */
final class Report {
  private Report() {}

  static void open() {
    System.out.printf(
        "%nMeasured on %s: %s, load %.1f at the start%n%n",
        LocalDate.now(),
        machine(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println("| what | measured | goal |");
    System.out.println("|---|---|---|");
  }

  static void row(String what, String measured, String goal) {
    System.out.printf("| %s | %s | %s |%n", what, measured, goal);
  }

  /** What cannot be measured yet, or here, is said. */
  static void missing(String what, String why) {
    row(what, "not measured: " + why, "");
  }

  static double median(double[] values) {
    return percentile(values, 50);
  }

  /** The smallest value that so many percent of them do not exceed. */
  static double percentile(double[] values, double percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String machine() {
    return "%d cores%s, %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> " of " + line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse("");
    } catch (IOException notLinux) {
      return "";
    }
  }
}
