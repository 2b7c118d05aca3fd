package deltascope.web.mystery;

import deltascope.network.Scenario;
import deltascope.network.Trace;
import java.util.Iterator;

/** Where scenarios are walked: what is true of a case is measured there. */
public interface Ground {
  /** The pass of the scenario's sample. */
  Trace trace(Scenario scenario);

  /** The passes from the scenario's sample on, one by one. */
  Iterator<Trace> from(Scenario scenario);

  /** How many samples the scenario walks through. */
  int size(Scenario scenario);
}
