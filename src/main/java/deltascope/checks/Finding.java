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
 * @param pictures what it looks like, where a picture tells more; empty otherwise
 */
public record Finding(
    Verdict verdict,
    double value,
    double threshold,
    String detail,
    List<Part> tensors,
    List<Picture> pictures) {
  /** The finding for one tensor or layer. */
  public record Part(String name, double value, Verdict verdict) {}

  public Finding {
    tensors = List.copyOf(tensors);
    pictures = List.copyOf(pictures);
  }

  /** Without a picture. */
  public Finding(
      Verdict verdict, double value, double threshold, String detail, List<Part> tensors) {
    this(verdict, value, threshold, detail, tensors, List.of());
  }

  /** A finding in one number. */
  public static Finding of(Verdict verdict, double value, double threshold, String detail) {
    return new Finding(verdict, value, threshold, detail, List.of());
  }

  /** The same with pictures. */
  Finding showing(List<? extends Picture> more) {
    return new Finding(verdict, value, threshold, detail, tensors, List.copyOf(more));
  }
}
