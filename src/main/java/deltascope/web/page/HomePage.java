package deltascope.web.page;

import deltascope.network.EquationId;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.List;

/**
 * The first page.
 *
 * @param start where the walk begins
 * @param hero the step that the picture shows
 * @param formula its formula
 * @param picture its formula made of its matrices
 * @param starts prepared starting points
 * @param offersMnist whether MNIST could be fetched
 */
public record HomePage(
    Shell shell,
    String start,
    String hero,
    Piece.Term formula,
    List<Piece> picture,
    List<StepPage.Start> starts,
    boolean offersMnist) {

  /** With the error of the last hidden layer as its picture. */
  public static HomePage of(
      Shell shell,
      Scenario scenario,
      Trace trace,
      int label,
      List<StepPage.Start> starts,
      boolean offersMnist) {
    Facts facts = new Facts(trace, scenario.net(), label);
    Address address = shell.here();
    Step hero =
        facts.steps().stream()
            .filter(step -> step.equation() == EquationId.HIDDEN_ERROR)
            .findFirst()
            .orElse(facts.steps().get(facts.steps().size() / 2));
    Section section = new Sections(facts, address, View.of(address), shell.words()).section(hero);
    return new HomePage(
        shell,
        address.step(0),
        address.step(hero.index()),
        section.formula(),
        section.picture(),
        starts,
        offersMnist);
  }
}
