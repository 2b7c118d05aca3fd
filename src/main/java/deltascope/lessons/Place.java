package deltascope.lessons;

import deltascope.math.Refused;
import java.util.function.Supplier;

/**
 * A line of a lesson's file.
 *
 * @param file its name without folder
 * @param line from 1
 */
public record Place(String file, int line) {
  /** What is wrong there. */
  BadLesson bad(String says) {
    return new BadLesson(this, says);
  }

  /** What is given, with what is refused in it said of this line. */
  <T> T saidOf(Supplier<T> given) {
    try {
      return given.get();
    } catch (Refused refused) {
      throw bad(refused.getMessage());
    }
  }

  /** So many lines further down. */
  Place down(int lines) {
    return new Place(file, line + lines);
  }

  @Override
  public String toString() {
    return file + ", line " + line;
  }
}
