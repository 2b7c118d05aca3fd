package deltascope.lessons;

import java.util.List;
import java.util.Map;

/**
 * A lesson.
 *
 * @param id its name in addresses
 * @param number its place among the lessons
 * @param file its file's name
 * @param title in a few words
 * @param minutes it takes
 * @param needs what one should know
 * @param goal what one can do afterwards
 * @param scenarios by name
 * @param parts in order
 * @param values every number in its text
 */
public record Lesson(
    String id,
    int number,
    String file,
    String title,
    int minutes,
    String needs,
    String goal,
    Map<String, Query> scenarios,
    List<Part> parts,
    List<Value> values) {
  /** Everything to be done, in order. */
  public List<Part.Task> tasks() {
    return parts.stream().filter(Part.Task.class::isInstance).map(Part.Task.class::cast).toList();
  }

  /** The questions that the next lesson begins with. */
  public List<Part.Question> again() {
    return parts.stream()
        .filter(Part.Question.class::isInstance)
        .map(Part.Question.class::cast)
        .filter(Part.Question::again)
        .toList();
  }

  /** How its numbers are looked up. */
  public Look look(Numbers numbers) {
    return new Look(numbers, scenarios);
  }
}
