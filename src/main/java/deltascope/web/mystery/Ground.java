package deltascope.web.mystery;

import deltascope.network.Scenario;
import deltascope.network.Trace;

/** Where scenarios are walked: what is true of a case is measured there. */
public interface Ground {
  /** The pass of the scenario's sample. */
  Trace trace(Scenario scenario);

  /** How many samples the scenario walks through. */
  int size(Scenario scenario);
}
