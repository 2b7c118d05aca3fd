package deltascope.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/lesson-author.md shows can be read, and is all there is. */
class LessonAuthorTest {
  private static final Numbers NUMBERS = new PlainNumbers();
  private static final Pattern EXAMPLE =
      Pattern.compile("^````markdown\\n(.*?)^````$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("`(\\{\\{[^`…]*}})`");

  private static String doc() throws IOException {
    return Files.readString(Path.of("docs/lesson-author.md"));
  }

  static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(doc());
    while (example.find()) {
      examples.add(example.group(1));
    }
    return examples;
  }

  private static Lesson read(String example) throws IOException {
    String whole = examples().get(0);
    String front = whole.substring(0, whole.indexOf("---", 3) + 4);
    return LessonReader.read(
        "01-example.md", example.startsWith("---") ? example : front + example);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleCanBeRead(String example) throws IOException {
    Lesson lesson = read(example);
    assertFalse(lesson.parts().isEmpty());
    for (Value value : lesson.values()) {
      assertFalse(value.text(lesson.look(NUMBERS)).isBlank(), value.written());
    }
  }

  @Test
  void everyReferenceOfTheTableIsANumber() throws IOException {
    Matcher inline = INLINE.matcher(doc());
    int count = 0;
    while (inline.find()) {
      Lesson lesson = read(inline.group(1));
      assertFalse(lesson.values().get(0).text(lesson.look(NUMBERS)).isBlank(), inline.group(1));
      count++;
    }
    assertTrue(count > 8, "there are some");
  }

  @Test
  void everyKindOfBlockHasItsExample() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (String example : examples()) {
      Matcher fence = Pattern.compile("^```([a-z]+)$", Pattern.MULTILINE).matcher(example);
      while (fence.find()) {
        shown.add(fence.group(1));
      }
    }
    assertEquals(new TreeSet<>(BlockReader.KINDS), shown);
  }
}
