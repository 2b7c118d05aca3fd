package deltascope.checks;

import java.util.List;

/**
 * What a check found.
 *
 * @param verdict what it says
 * @param value its number
 * @param threshold what the number was held against, the bound of PASS
 * @param detail one sentence with the numbers in it
 * @param tensors the parts, where it looked at several; empty otherwise
 */
public record Finding(
    Verdict verdict, double value, double threshold, String detail, List<Part> tensors) {
  /** The finding for one tensor or layer. */
  public record Part(String name, double value, Verdict verdict) {}

  public Finding {
    tensors = List.copyOf(tensors);
  }

  /** A finding in one number. */
  public static Finding of(Verdict verdict, double value, double threshold, String detail) {
    return new Finding(verdict, value, threshold, detail, List.of());
  }
}
