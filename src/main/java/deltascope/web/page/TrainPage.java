package deltascope.web.page;

import deltascope.network.ScenarioReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Trainings side by side.
 *
 * @param shell around it
 * @param scenario what the runs share, as a sentence
 * @param setup the panel behind it
 * @param runs at least one
 * @param more a switch for each bug, that adds a run with it; none where there is no room
 * @param copy where a copy of the last run is added; empty where there is no room
 * @param epochs how many are trained
 * @param at the moment looked at, in epochs; empty for the latest
 */
public record TrainPage(
    Shell shell,
    Html scenario,
    StepPage.Setup setup,
    List<Row> runs,
    List<StepPage.BugSwitch> more,
    String copy,
    int epochs,
    String at) {

  /**
   * A run.
   *
   * @param number from 1; its colour, dash and mark go by it
   * @param title what names it among the others
   * @param label the same at the end of its curve, without what others have too
   * @param said what it has of its own beside bugs, in words; the textbook's name where it has
   *     neither
   * @param bugs a switch for each bug
   * @param fields what it may have of its own, empty for what all share
   * @param form where these are sent, and what is sent along
   * @param kept what is sent along
   * @param away the page without it; empty where it is the only one
   * @param query its training, under /api/train
   * @param walk the walk through its program, without epochs and batches
   * @param picture the pictures of its test digits, without sample and size
   * @param epochs its figures so far; none unless it has been trained lately
   */
  public record Row(
      int number,
      String title,
      String label,
      String said,
      List<StepPage.BugSwitch> bugs,
      List<StepPage.Field> fields,
      String form,
      List<StepPage.Kept> kept,
      String away,
      String query,
      String walk,
      String picture,
      List<Epoch> epochs) {}

  /** An epoch's figures, as they are written. */
  public record Epoch(String epoch, String accuracy, String cost, String training, String time) {}

  /** What an address may say of the program that is trained, and of the reader's wishes. */
  private static final Set<String> SAID = said();

  private static Set<String> said() {
    Set<String> names = new TreeSet<>(ScenarioReader.NAMES);
    names.addAll(Address.WISHES);
    names.removeAll(Set.of("split", "sample", "learn", "epochs", "batches"));
    return names;
  }

  /** Where the program of an address is trained; what is sealed is not. */
  public static String train(Address here) {
    if (here.get("mystery") != null) {
      return here.wishes().at("/train");
    }
    Address there = here.only(SAID);
    String epochs = here.get("epochs", "0");
    return (epochs.matches("[0-9]{1,3}") && Integer.parseInt(epochs) > 3
            ? there.with("epochs", epochs)
            : there)
        .at("/train");
  }
}
