package deltascope.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cell ended.
 *
 * @param value of its last expression; null where there is none to show
 * @param error what went wrong; null where nothing did
 */
record Outcome(@Nullable Object value, @Nullable Failure error) {
  /** Nothing to show, and nothing wrong. */
  static final Outcome DONE = new Outcome(null, null);

  /**
   * What went wrong.
   *
   * @param name the exception's, or "CompileError", or "Interrupted"
   * @param message what it says
   * @param lines as they are to be shown
   */
  record Failure(String name, String message, List<String> lines) {
    Failure {
      lines = List.copyOf(lines);
    }
  }

  static Outcome failed(String name, String message, List<String> lines) {
    return new Outcome(null, new Failure(name, message, lines));
  }
}
