package deltascope.web.page;

import deltascope.data.Drawing;
import deltascope.network.Architecture;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The walk at one step.
 *
 * @param shell around it
 * @param scenario the scenario as a sentence whose words are the controls
 * @param bugs a switch for each bug
 * @param setup the panel behind the sentence
 * @param mystery what a mystery has in the place of switches and panel; null in the open
 * @param digit the sample
 * @param groups the steps, grouped as the algorithm is
 * @param stops the same steps as a strip
 * @param ribbon the network
 * @param section the step
 * @param moves where one can go from here
 * @param starts prepared starting points
 * @param story what a story says here; null where none is told
 * @param standing how the predictions stand; null where everything is shown
 * @param own digits of one's own; null in a mystery
 * @param predict the address with predictions, or without where they are on
 * @param worksheet the step on paper; empty where it has no room there
 */
public record StepPage(
    Shell shell,
    Html scenario,
    List<BugSwitch> bugs,
    Setup setup,
    @Nullable MysteryBar mystery,
    Digit digit,
    List<Group> groups,
    List<Stop> stops,
    Ribbon ribbon,
    Section section,
    Moves moves,
    List<Start> starts,
    @Nullable StoryBar story,
    Prediction.@Nullable Standing standing,
    @Nullable OwnDigit own,
    String predict,
    String worksheet) {

  /**
   * A bug, whether it is on, and the address with it the other way.
   *
   * @param hidden where it is on and changes nothing beside the others: by which, in words
   */
  public record BugSwitch(
      String family, String title, String says, boolean on, String href, String hidden) {}

  /**
   * The sample.
   *
   * @param picture its PNG
   * @param alt what it shows, for who cannot see it
   * @param caption which one it is
   */
  public record Digit(String picture, String alt, Html caption) {
    static Digit of(
        Scenario scenario, Trace trace, String dataTitle, int label, int index, Words words) {
      Drawing drawn = scenario.drawn();
      Address shown =
          drawn == null
              ? Address.of(Map.of())
                  .with("data", scenario.data())
                  .with("split", scenario.split().id())
                  .with("sample", index)
              : Address.of(Map.of("drawn", drawn.text()));
      String place =
          trace.batchSize() == 1
              ? words.of("digit.alone")
              : words.of("digit.place", trace.place() + 1, trace.batchSize());
      return new Digit(
          shown.with("size", 112).at("/api/sample.png"),
          words.of(drawn == null ? "digit.alt" : "own.alt", label),
          words.html(
              drawn == null ? "digit.caption" : "own.caption",
              label,
              words.said(dataTitle),
              words.of("split." + scenario.split().id()),
              words.grouped(index),
              place));
    }
  }

  /** A stage of the algorithm. */
  public record Group(String phase, String title, List<List<Stop>> rows) {}

  /** A step as a link. */
  public record Stop(
      int step,
      String phase,
      int layer,
      Html label,
      String title,
      String href,
      boolean now,
      boolean past,
      boolean bug) {
    /** What the list calls a step. */
    static Html label(Step step, Architecture net, Words words) {
      String activation = net.layer(Math.max(1, step.layer())).activation().id();
      String key = "list." + step.equation().id();
      return Html.join(
          Html.symbol(step.target()), " ", words.of(key, words.of("activation." + activation)));
    }
  }

  /** Where one can go; an empty address where one cannot. */
  public record Moves(
      String first,
      String back,
      String next,
      String last,
      String layerUp,
      String layerDown,
      String previousSample,
      String nextSample,
      String nextBatch,
      String samples,
      int mostAtNextSample,
      int mostAtPreviousSample,
      int mostAtNextBatch) {}

  /** A prepared starting point. */
  public record Start(String title, String says, String href) {}

  /** The panel: fields, and what the form carries along. */
  public record Setup(List<Field> fields, List<Kept> kept, boolean open, boolean offersMnist) {}

  /** A parameter carried along unchanged. */
  public record Kept(String name, String value) {}

  /**
   * One parameter.
   *
   * @param name in addresses
   * @param label in words
   * @param value now
   * @param usual the default, which an address need not name
   * @param type "text", "number" or "select"
   * @param pattern for text
   * @param min for numbers
   * @param max for numbers
   * @param step for numbers
   * @param range what is allowed, in words
   * @param options for a choice
   */
  public record Field(
      String name,
      String label,
      String value,
      String usual,
      String type,
      String pattern,
      String min,
      String max,
      String step,
      String range,
      List<Option> options) {
    /** The same under another label. */
    Field labelled(String other) {
      return new Field(name, other, value, usual, type, pattern, min, max, step, range, options);
    }
  }

  public record Option(String value, String label, boolean selected) {}
}
