package deltascope.network;

import deltascope.algebra.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The textbook's equations and the variations that wrap them, one around the other. */
public final class EquationSet {
  private final List<Variation> variations;

  /** The textbook's, then with the first variation, with the first two, and so on. */
  private final List<Equations> stages = new ArrayList<>();

  public EquationSet(Equations textbook, List<Variation> variations) {
    this.variations = List.copyOf(variations);
    stages.add(textbook);
    for (Variation variation : variations) {
      stages.add(variation.wrapper().apply(asRun()));
    }
  }

  /** The equations without any variation. */
  public Equations textbook() {
    return stages.get(0);
  }

  /** The equations with all variations: those that run. */
  public Equations asRun() {
    return stages.get(stages.size() - 1);
  }

  /** The textbook's, then with the first variation, with the first two, and so on. */
  List<Equations> stages() {
    return stages;
  }

  /** The variation that makes stage n = 1… out of the one before. */
  String variation(int stage) {
    return variations.get(stage - 1).id();
  }

  /** The variations that change this line. */
  List<String> acting(Function<Equations, Statement> line) {
    List<String> acting = new ArrayList<>();
    Statement before = line.apply(textbook());
    for (int i = 0; i < variations.size(); i++) {
      Statement after = line.apply(stages.get(i + 1));
      if (!after.equals(before)) {
        acting.add(variations.get(i).id());
      }
      before = after;
    }
    return List.copyOf(acting);
  }
}
