package deltascope.web.page;

import deltascope.network.Phase;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The program around a step, in numpy and in Java, with the step's own line lit.
 *
 * @param numpy lines
 * @param java the same lines
 * @param numpyCalls whole definitions of what the step's line calls beside numpy; empty where it
 *     calls nothing
 * @param javaCalls the same in Java
 */
public record Listing(List<Line> numpy, List<Line> java, String numpyCalls, String javaCalls) {
  /** A line of code, and whether it is the step's. */
  public record Line(Html code, boolean now, String href) {}

  /** The lines of the stage that the step belongs to. */
  static Listing around(Step step, Facts facts, Address address) {
    List<Line> numpy = new ArrayList<>();
    List<Line> java = new ArrayList<>();
    for (Step other : facts.steps()) {
      if (stage(other) == stage(step)) {
        boolean now = other.index() == step.index();
        String href = address.step(other.index());
        Written written = Written.of(other.line());
        numpy.add(new Line(written.numpy(), now, href));
        java.add(new Line(written.java(), now, href));
      }
    }
    Written own = Written.of(step.line());
    return new Listing(numpy, java, own.numpyCalls(), own.javaCalls());
  }

  /** Data and cost stand in one listing with the forward pass. */
  private static Phase stage(Step step) {
    Phase phase = step.phase();
    return phase == Phase.DATA || phase == Phase.COST ? Phase.FORWARD : phase;
  }
}
