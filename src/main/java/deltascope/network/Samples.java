package deltascope.network;

import deltascope.algebra.Memory;
import deltascope.data.Split;

/** Where a pass gets its inputs and targets from. */
public interface Samples {
  int size();

  Split split();

  /** The order in which stepping takes them, not to be changed: position → sample. */
  int[] order(Equations equations);

  /** Puts the raw inputs and labels of these samples into memory, a column each. */
  void load(Memory memory, Equations equations, int[] samples);

  /** Puts no more than their labels there, and which samples they are. */
  default void loadLabels(Memory memory, Equations equations, int[] samples) {
    load(memory, equations, samples);
  }
}
