package deltascope.web.page;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.lessons.Lesson;
import deltascope.lessons.LessonReader;
import deltascope.lessons.Look;
import deltascope.lessons.Part;
import deltascope.lessons.PlainNumbers;
import deltascope.network.ScenarioReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lesson lets one turn is called as everywhere else. */
class LessonKnobsTest {
  /** Two values and the label of each. */
  private static final Map<String, List<String>> CHOICES =
      Map.ofEntries(
          entry("data", List.of("made", "made", "Data")),
          entry("split", List.of("train", "test", "Split")),
          entry("net", List.of("16-3-10", "16-2-10", "Layers")),
          entry("activation", List.of("tanh", "relu", "Activation")),
          entry("output", List.of("tanh", "softmax", "Activation of the output")),
          entry("cost", List.of("squared-error", "half-squared-error", "Cost")),
          entry("init", List.of("xavier", "he", "Weights from")),
          entry("seed", List.of("1", "2", "Seed")),
          entry("eta", List.of("0.1", "1", "Learning rate η")),
          entry("batch", List.of("1", "2", "Batch size m")),
          entry("epochs", List.of("0", "1", "Epochs before the first step")),
          entry("batches", List.of("0", "1", "… and batches of the next")),
          entry("limit", List.of("10", "20", "Samples to train on")),
          entry("learn", List.of("yes", "no", "Learns on the way")),
          entry("bugs", List.of("error-sign", "gradient-ascent", "Bug")),
          entry("sample", List.of("4", "5", "Sample")));

  static Set<String> names() {
    return ScenarioReader.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyParameterThatCanBeVariedHasAName(String name) {
    List<String> choice = CHOICES.getOrDefault(name, List.of());
    Lesson lesson =
        LessonReader.read(
            "01-knobs.md",
            """
            ---
            title: Knobs
            minutes: 5
            needs: nothing
            goal: You have turned one.
            scenario tiny: data=made&net=16-3-10&sample=4
            ---
            ```tryit
            id: turn
            task: Turn it.
            at: tiny
            vary: %s %s, %s
            watch: tiny.C
            until: > 0
            ```
            """
                .formatted(name, choice.get(0), choice.get(1)));
    Part.TryIt tryIt = assertInstanceOf(Part.TryIt.class, lesson.parts().get(0));
    Look look = lesson.look(new PlainNumbers());
    Address here = Address.of(Map.of());
    LessonBit.Knob knob = new LessonKnobs(look, here, "").bit(tryIt).knobs().get(0);
    assertEquals(choice.get(2), knob.label());
    Address german = here.with("lang", "de");
    assertTrue(new LessonKnobs(look, german, "").bit(tryIt).knobs().get(0).label().length() > 1);
  }
}
