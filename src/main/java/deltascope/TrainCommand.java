package deltascope;

import deltascope.bugs.Catalogue;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.ScenarioReader;
import deltascope.web.Json;
import deltascope.web.train.Order;
import deltascope.web.train.Run;
import deltascope.web.train.State;
import deltascope.web.train.Trainings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code ./run train …}: trains a scenario and says how it went, to people or to programs. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    modelTransformer = TrainCommand.ScenarioOptions.class,
    description = {
      "Trains a network and says how it went: a table, or with --json the document of /api/train.",
      "The options of a scenario are the parameters of a page's address."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:It has been trained.",
      "1:The program stops, as where shapes do not fit.",
      "2:A value was refused.",
      "130:It was interrupted."
    })
final class TrainCommand implements Callable<Integer> {
  private static final int STOPPED = 1;
  private static final int INTERRUPTED = 130;

  /** How long an interrupt waits for the batch that runs. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The parameters of a scenario that a training has, by the options that set them. */
  private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

  static {
    for (String name : ScenarioReader.NAMES) {
      if (!Set.of("split", "sample", "batches").contains(name)) {
        PARAMETERS.put(name.equals("data") ? "--digits" : "--" + name, name);
      }
    }
  }

  private static final Map<String, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry("data", "mnist or made (default: mnist where its files are)."),
          Map.entry("net", "Layer sizes (default: 784-16-16-10)."),
          Map.entry("activation", "tanh, sigmoid, relu or linear (default: tanh)."),
          Map.entry("output", "The same or softmax (default: as --activation)."),
          Map.entry(
              "cost",
              "squared-error, half-squared-error or cross-entropy (default: squared-error)."),
          Map.entry("init", "xavier, he, normal, uniform or zeros (default: xavier)."),
          Map.entry("seed", "Where all chance comes from (default: 1)."),
          Map.entry("eta", "The learning rate (default: 0.1)."),
          Map.entry("batch", "Digits to a batch (default: 100)."),
          Map.entry("epochs", "How long to train, 0…100 (default: 3)."),
          Map.entry("limit", "Train on the first so many digits (default: all)."),
          Map.entry("bugs", "The bugs that act, with commas between them (default: none)."));

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where MNIST's files are (default: $DELTASCOPE_DATA, else data/mnist).")
  private String data = "";

  @Option(names = "--json", description = "Print the document of /api/train.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Gives the command an option for each parameter. */
  static final class ScenarioOptions implements CommandLine.IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      PARAMETERS.forEach(
          (option, parameter) ->
              command.addOption(
                  OptionSpec.builder(option)
                      .type(String.class)
                      .paramLabel("VALUE")
                      .description(DESCRIPTIONS.get(parameter))
                      .build()));
      return command;
    }
  }

  @Override
  public Integer call() {
    try {
      Order order = order();
      return train(order);
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  private Order order() {
    ParseResult given = spec.commandLine().getParseResult();
    Map<String, String> parameters = new HashMap<>();
    PARAMETERS.forEach(
        (option, parameter) -> parameters.put(parameter, given.matchedOptionValue(option, "")));
    Library library = new Library(Library.folder(data, System.getenv()));
    ScenarioReader reader = ScenarioReader.training(library.defaultId(), Catalogue::variation);
    return Order.of(reader.read(parameters), library);
  }

  private int train(Order order) {
    try (Interrupt interrupt = Interrupt.of(Thread.currentThread(), PATIENCE)) {
      Run run;
      try (TrainProgress progress = new TrainProgress()) {
        run = Trainings.alone(order, progress);
      }
      return said(run);
    }
  }

  private int said(Run run) {
    if (run.state() == State.CANCELLED) {
      System.err.println("interrupted");
      return INTERRUPTED;
    }
    if (run.state() == State.FAILED) {
      System.err.println(run.failure().getMessage());
      return STOPPED;
    }
    if (json) {
      // As bytes, for JSON is UTF-8 whatever the terminal's letters are.
      System.out.writeBytes(Json.bytes(run.report()));
      System.out.println();
    } else {
      System.out.println(TrainSummary.of(run.report()));
    }
    return CommandLine.ExitCode.OK;
  }
}
