package deltascope.web.page;

import java.util.List;

/**
 * Two lanes at one step.
 *
 * @param shell around it
 * @param scenario what both have in common, as a sentence whose words are the controls
 * @param left the bugs of the left lane
 * @param right the bugs of the right lane
 * @param same whether both lanes run the same program
 * @param setup the panel behind the sentence
 * @param digits the sample; two where the lanes take different ones
 * @param groups the steps with their distances
 * @param stops the same steps as a strip
 * @param section the step
 * @param moves where one can go from here
 * @param first where the search for the first difference begins
 * @param map the distances over the samples around
 */
public record ComparePage(
    Shell shell,
    Html scenario,
    Side left,
    Side right,
    boolean same,
    StepPage.Setup setup,
    List<StepPage.Digit> digits,
    List<Group> groups,
    List<StepPage.Stop> stops,
    PairSection section,
    StepPage.Moves moves,
    String first,
    DistanceMap map) {

  /** A lane's name and the bugs that can be switched on in it. */
  public record Side(String name, boolean textbook, List<StepPage.BugSwitch> bugs) {}

  /** A stage of the algorithm. */
  public record Group(String phase, String title, List<Row> rows) {}

  /**
   * A step as a link, with its distance.
   *
   * @param kind "made", "handed" or "alike"
   * @param distance as a number
   * @param bar its length, 0 … 40
   */
  public record Row(StepPage.Stop stop, String kind, String distance, int bar) {}
}
