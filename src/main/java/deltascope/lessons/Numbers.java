package deltascope.lessons;

import deltascope.checks.Check;
import deltascope.checks.Finding;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import java.util.List;

/** Where a lesson's numbers come from. What is asked for again is likely to be known already. */
public interface Numbers {
  /** Whether the data set of that name is here. */
  boolean has(String data);

  /** The whole pass of the scenario's sample. */
  Trace trace(Scenario scenario);

  /** The digit that the scenario's sample shows. */
  int label(Scenario scenario);

  /** The epochs of a training, that before the first included. */
  List<Epoch> epochs(Scenario training);

  /** What a check finds in the scenario's program. */
  Finding finding(Scenario scenario, Check check);
}
