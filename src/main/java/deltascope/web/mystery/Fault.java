package deltascope.web.mystery;

import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.Set;

/**
 * One bug of a case, and where it shows first.
 *
 * @param bug its id
 * @param trace the pass in which it shows first
 * @param step the first wrong step of that pass; where a step is left out, the one before it
 * @param steps all steps that may rightly be pointed at: beside the first, those out of their order
 * @param leftOut whether a step is left out after that one
 * @param handedOn whether the step itself is right, and what it was given from before the walk, or
 *     by a step out of its order, is wrong
 * @param findable whether the walk shows what is wrong, and not only that something is
 * @param distance how far the result is from what it would be without the bug, in parts of that
 * @param rules the names of what may rightly be called broken, as {@link Rules} has them
 */
public record Fault(
    String bug,
    Trace trace,
    int step,
    Set<Integer> steps,
    boolean leftOut,
    boolean handedOn,
    boolean findable,
    double distance,
    Set<String> rules) {
  /** The position of the sample in which it shows first. */
  public int sample() {
    return trace.position();
  }

  /** The first wrong step as it ran. */
  public Step asRun() {
    return trace.steps().get(step);
  }

  /** Whether the program stops in that pass, as shapes do not fit. */
  boolean stops() {
    return trace.steps().get(trace.steps().size() - 1).failure() != null;
  }

  boolean isBefore(int otherSample, int otherStep) {
    return sample() < otherSample || sample() == otherSample && step < otherStep;
  }
}
