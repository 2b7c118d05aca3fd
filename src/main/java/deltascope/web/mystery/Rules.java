package deltascope.web.mystery;

import java.util.List;

/** What can be broken in a program that is walked: its equations, their parts, and its rules. */
public final class Rules {
  /** In the order of the program, by stage. */
  public static final List<Stage> STAGES =
      List.of(
          new Stage("data", "order", "pairing", "label", "input", "target"),
          new Stage("initialisation", "initial-weights"),
          new Stage("forward", "weighted-sum", "activation"),
          new Stage("cost", "cost"),
          new Stage(
              "backward",
              "slope",
              "output-error",
              "hidden-error",
              "weight-gradient",
              "bias-gradient",
              "schedule"),
          new Stage("accumulate", "accumulate-weights", "accumulate-biases", "reset"),
          new Stage(
              "update",
              "averaging",
              "update-weights",
              "update-biases",
              "batch-size",
              "epoch-start"));

  private Rules() {}

  /** A stage of the program, and the names of what belongs to it. */
  public record Stage(String id, List<String> rules) {
    Stage(String id, String... rules) {
      this(id, List.of(rules));
    }
  }

  /** Whether there is a rule of that name. */
  public static boolean has(String rule) {
    return STAGES.stream().anyMatch(stage -> stage.rules().contains(rule));
  }
}
