package deltascope.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.lessons.Part.Again;
import deltascope.lessons.Part.Order;
import deltascope.lessons.Part.Predict;
import deltascope.lessons.Part.TryIt;
import deltascope.math.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that comes with Deltascope: it can be read, and all it says can be computed. */
class AllLessonsTest {
  private static final Numbers NUMBERS = new PlainNumbers();

  /** How many ways a task says that there are. */
  private static final Pattern COUNTED = Pattern.compile("There are (\\w+)\\.|Find the ");

  private static final List<String> NUMBERS_SAID = List.of("", "one", "two", "three", "four");

  static List<Lesson> lessons() {
    List<Lesson> lessons = new ArrayList<>();
    for (Lessons.Entry entry : Lessons.of(LessonFiles.in(SampleLessons.FOLDER)).all()) {
      lessons.add(readable(entry));
    }
    for (Lessons.Entry entry : Lessons.of(LessonFiles.own()).all()) {
      lessons.add(readable(entry));
    }
    return lessons;
  }

  private static Lesson readable(Lessons.Entry entry) {
    if (entry.lesson() == null) {
      throw new AssertionError(entry.bad());
    }
    return entry.lesson();
  }

  private static boolean here(Query query) {
    return NUMBERS.has(query.data());
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyNumberIsOne(Lesson lesson) {
    Look look = lesson.look(NUMBERS);
    for (Value value : lesson.values()) {
      String text = value.text(look);
      boolean shown = !text.isBlank() && !text.contains("NaN");
      assertTrue(shown, () -> value.place() + ": {{" + value.written() + "}} is " + text);
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyQuestionHasAnAnswerAndNoHintContradictsIt(Lesson lesson) {
    Look look = lesson.look(NUMBERS);
    for (Part part : lesson.parts()) {
      if (part instanceof Predict predict) {
        answered(predict, look);
      } else if (part instanceof Order order && here(order.of())) {
        ordered(order, look);
      } else if (part instanceof TryIt tryIt && here(tryIt.at())) {
        tried(tryIt, look);
      }
    }
  }

  private static void answered(Predict predict, Look look) {
    if (predict.cell() != null) {
      Matrix matrix = predict.cell().matrix(look, predict.place());
      if (matrix != null) {
        assertTrue(matrix.size() <= 1024, () -> predict.place() + ": too many cells to click");
        Spot right = predict.cell().right(matrix, predict.answer(), look);
        for (Part.When when : predict.whens()) {
          Spot wrong = predict.cell().said(matrix, when.value(), when.col(), look);
          assertFalse(
              wrong.equals(right), () -> when.value().place() + ": a wrong answer that is right");
        }
      }
      return;
    }
    Amount right = predict.right(look);
    if (right.missing()) {
      return;
    }
    double answer = right.value();
    double near = predict.kind() == Part.Kind.SIGN ? 0 : predict.near(answer);
    for (Part.When when : predict.whens()) {
      double wrong = predict.given(when.value(), look);
      boolean apart = Math.abs(wrong - answer) > near;
      assertTrue(apart, () -> when.value().place() + ": a wrong answer that is right");
    }
  }

  private static void ordered(Order order, Look look) {
    Set<String> texts = new HashSet<>();
    for (List<ProgramLine> lines : List.of(order.lines(), order.wrong())) {
      for (ProgramLine line : lines) {
        String text = line.line(look, order.of()).plainNumpy().text();
        assertFalse(text.isBlank());
        assertTrue(texts.add(text), () -> line.place() + ": two lines read " + text);
      }
    }
  }

  /** Something is to be done, it can be done, and there are as many ways as the lesson says. */
  private static void tried(TryIt tryIt, Look look) {
    List<Map<String, String>> all = List.of(Map.of());
    Map<String, String> start = new LinkedHashMap<>();
    Map<String, String> usual = tryIt.at().walking().parameters();
    for (Map.Entry<String, List<String>> vary : tryIt.vary().entrySet()) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> one : all) {
        for (String value : vary.getValue()) {
          Map<String, String> longer = new LinkedHashMap<>(one);
          longer.put(vary.getKey(), value);
          more.add(longer);
        }
      }
      all = more;
      String now = usual.getOrDefault(vary.getKey(), "");
      start.put(vary.getKey(), vary.getValue().contains(now) ? now : vary.getValue().get(0));
    }
    List<Map<String, String>> right =
        all.stream()
            .filter(chosen -> tryIt.until().met(tryIt.watched(look, chosen).value(), look))
            .toList();
    assertFalse(right.isEmpty(), () -> tryIt.place() + ": no choice meets “until:”");
    assertFalse(right.contains(start), () -> tryIt.place() + ": is done before it is begun");
    assertTrue(right.size() < all.size(), () -> tryIt.place() + ": whatever is chosen is right");
    Matcher counted = COUNTED.matcher(tryIt.ask().html(look));
    if (counted.find()) {
      int said = counted.group(1) == null ? 1 : NUMBERS_SAID.indexOf(counted.group(1));
      assertEquals(said, right.size(), () -> tryIt.place() + ": " + right);
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void whatIsAskedAgainWasAskedBefore(Lesson lesson) {
    for (Part part : lesson.parts()) {
      if (part instanceof Again again) {
        boolean asked =
            lessons().stream()
                .filter(other -> other.id().equals(again.lesson()))
                .flatMap(other -> other.tasks().stream())
                .anyMatch(task -> task.id().equals(again.question()));
        assertTrue(asked, () -> again.place() + ": there is no " + again.question());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonIsShortAndAsksSomething(Lesson lesson) {
    assertTrue(lesson.minutes() <= 45, lesson.file());
    assertFalse(lesson.tasks().isEmpty(), lesson.file());
    assertEquals(lesson.title().strip(), lesson.title());
  }
}
