package deltascope.web.page;

import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills the page of trainings from what its address says of the runs. */
public final class TrainPages {
  /** What the forms send along. */
  private static final List<String> KEPT =
      List.of("runs", "theme", "type", "lang", "code", "checks");

  /** Before a name of what one run has of its own, in its form. */
  public static final String OWN = "own-";

  private final Words words;
  private final Runs runs;
  private final ScenarioReader reader;
  private final Subject subject;
  private final Scenario shared;

  /**
   * What there is to train on.
   *
   * @param dataTitle what pages call the data set
   * @param size how many samples train
   * @param dataIds the data sets that can be chosen
   * @param figures the epochs of a training, so far; none where it is not known
   * @param hidden the bugs of a run that change nothing beside its others, each with the one that
   *     hides it; empty for all together
   */
  public record Subject(
      String dataTitle,
      int size,
      List<String> dataIds,
      Function<Scenario, List<Epoch>> figures,
      Function<Scenario, Map<String, String>> hidden) {}

  public TrainPages(Runs runs, Scenario shared, ScenarioReader reader, Subject subject) {
    this.runs = runs;
    this.words = runs.shared().words();
    this.shared = shared;
    this.reader = reader;
    this.subject = subject;
  }

  /** The page. */
  public TrainPage page() {
    Address here = runs.address();
    List<StepPage.Field> fields = panel(here).fields();
    List<Scenario> scenarios =
        IntStream.range(0, runs.size()).mapToObj(n -> reader.read(runs.parameters(n))).toList();
    RunLabels labels = new RunLabels(words, scenarios);
    List<TrainPage.Row> rows = new ArrayList<>();
    for (int n = 0; n < runs.size(); n++) {
      rows.add(row(n, scenarios.get(n), labels.bugs(n), fields));
    }
    Map<String, String> last = runs.own().get(runs.size() - 1);
    return new TrainPage(
        shell(here),
        new Sentence(words, shared, here, false, "/train").html(),
        panel(here),
        rows,
        runs.mayGrow() ? more() : List.of(),
        runs.mayGrow() ? runs.and(last).address().at("/train") : "",
        shared.epochs(),
        here.get("at", ""));
  }

  private Shell shell(Address here) {
    String data = Shell.data(words, shared.split(), subject.dataTitle(), subject.size());
    String walk = here.without("runs", "at", "panel", "epochs", "limit").at("/step");
    return Shell.of(words, words.of("train.document"), data, here, "/train", walk);
  }

  private StepPage.Setup panel(Address here) {
    StepPages.Subject asked =
        new StepPages.Subject(
            subject.dataTitle(),
            subject.size(),
            0,
            0,
            subject.dataIds(),
            List.of(),
            Map.of(),
            null,
            null);
    return new SetupPanel(words, shared, asked, here).training(KEPT);
  }

  /** A new run for each bug, beside what the others have in common. */
  private List<StepPage.BugSwitch> more() {
    return BugSwitches.of(
        words,
        shared.with(List.of()),
        Map.of(),
        Address.of(Map.of()),
        bug -> runs.and(Map.of("bugs", bug.get("bugs", ""))).address().at("/train"));
  }

  private TrainPage.Row row(int n, Scenario scenario, String bugs, List<StepPage.Field> fields) {
    Map<String, String> query = new LinkedHashMap<>(scenario.parameters());
    query.keySet().removeAll(List.of("split", "sample"));
    query.values().removeIf(String::isEmpty);
    Address program = Address.of(runs.parameters(n)).without("runs", "at", "panel", "epochs");
    List<StepPage.Kept> kept = new ArrayList<>();
    runs.address().without("panel").forEach((name, v) -> kept.add(new StepPage.Kept(name, v)));
    kept.add(new StepPage.Kept("which", Integer.toString(n + 1)));
    Address walk = program.with("batch", scenario.batch());
    return new TrainPage.Row(
        n + 1,
        title(n, scenario, RunLabels.all(words, scenario)),
        title(n, scenario, bugs),
        said(n, scenario),
        BugSwitches.of(
            words,
            scenario,
            subject.hidden().apply(scenario),
            Address.of(Map.of()),
            bug -> runs.with(n, "bugs", bug.get("bugs")).address().at("/train")),
        fields.stream()
            .filter(field -> Runs.OWN.contains(field.name()))
            .map(field -> own(field, n))
            .toList(),
        "/train/change",
        kept,
        runs.size() == 1 ? "" : runs.without(n).address().at("/train"),
        Address.of(query).at("").substring(1),
        walk.at("/step"),
        Address.of(Map.of("data", scenario.data())).with("split", "test").at("/api/sample.png"),
        subject.figures().apply(scenario).stream().map(this::epoch).toList());
  }

  /** A field of the panel as a run's own: empty for what all share. */
  private StepPage.Field own(StepPage.Field field, int n) {
    String value = runs.own().get(n).getOrDefault(field.name(), "");
    List<StepPage.Option> options = new ArrayList<>();
    for (StepPage.Option option : field.options()) {
      if (!option.value().isEmpty()) {
        options.add(
            new StepPage.Option(option.value(), option.label(), option.value().equals(value)));
      }
      if (option.selected()) {
        String same =
            option.value().isEmpty()
                ? words.of("train.same.plain")
                : words.of("train.same", option.label());
        options.add(0, new StepPage.Option("", same, value.isEmpty()));
      }
    }
    return new StepPage.Field(
        OWN + field.name(),
        field.label(),
        value,
        field.value(),
        field.type(),
        field.pattern(),
        field.min(),
        field.max(),
        field.step(),
        field.range(),
        options);
  }

  /** What names a run: its bugs and what differs, or that it is the textbook's. */
  private String title(int n, Scenario scenario, String bugs) {
    String said = said(n, scenario);
    return Stream.of(bugs, said).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /** Beside a bug only what is a run's own is named; without bugs, all that differs is. */
  private String said(int n, Scenario scenario) {
    List<String> parts = new ArrayList<>();
    boolean bugs = runs.own().stream().anyMatch(run -> run.containsKey("bugs"));
    for (String name : runs.differing()) {
      if (!bugs || runs.own().get(n).containsKey(name)) {
        parts.add(value(name, scenario));
      }
    }
    return parts.isEmpty() && scenario.variations().isEmpty()
        ? words.of("train.textbook")
        : String.join(", ", parts);
  }

  private String value(String name, Scenario scenario) {
    return switch (name) {
      case "net" -> scenario.net().toString().replace('-', '–');
      case "activation" -> words.of("activation." + scenario.activation().id());
      case "output" -> words.of("train.output", words.of("activation." + scenario.output().id()));
      case "cost" -> words.of("cost." + scenario.cost().id());
      case "init" -> words.of("train.init", words.of("init." + scenario.init().id()));
      case "seed" -> words.of("scenario.seed", scenario.seed());
      case "eta" -> words.of("train.eta", Numbers.significantPlain(scenario.eta()));
      case "batch" -> words.of("train.batch", scenario.batch());
      case "limit" ->
          words.of("train.limit", words.grouped(Math.min(scenario.limit(), subject.size())));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private TrainPage.Epoch epoch(Epoch epoch) {
    return new TrainPage.Epoch(
        Integer.toString(epoch.epoch()),
        Numbers.fixed(epoch.testAccuracy(), 2),
        Numbers.significant(epoch.testCost(), 4),
        Numbers.significant(epoch.trainCost(), 4),
        Numbers.fixed(epoch.seconds(), 2));
  }
}
