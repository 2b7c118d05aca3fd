package deltascope.web.page;

import deltascope.checks.Check;
import deltascope.checks.Finding;
import deltascope.checks.Verdict;
import deltascope.math.Matrix;
import deltascope.network.Phase;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every check finds in a scenario's program, in full.
 *
 * @param scenario the scenario as a sentence
 * @param bugs a switch for each bug
 * @param tallies how many checks say what
 * @param entries the checks, the quick ones first
 */
public record ChecksPage(
    Shell shell,
    Html scenario,
    List<StepPage.BugSwitch> bugs,
    List<CheckPanel.Tally> tallies,
    List<Entry> entries) {

  /**
   * One check.
   *
   * @param row in one line
   * @param says what it computes, and what it cannot see
   * @param parts by tensor or layer
   * @param plots what it looks like
   * @param step the walk at the step where that is best seen
   * @param stepWord what that step is called
   * @param layers the gradient check of all weights: a link for each layer
   * @param map the one that is asked for; null where none is
   */
  public record Entry(
      CheckPanel.Row row,
      String says,
      List<Part> parts,
      List<Plot> plots,
      String step,
      Html stepWord,
      List<LayerLink> layers,
      @Nullable GradientMap map) {}

  /** One tensor's or layer's share in a finding. */
  public record Part(Html name, String value, String verdict, String word) {}

  /** A layer whose weights can be looked at one by one. */
  public record LayerLink(Html name, String href, boolean now) {}

  /** What is shown besides the findings. */
  public record Subject(Scenario scenario, int size, IntFunction<Trace> traces) {}

  /** The check with a link for each layer. */
  private static final String GRADIENT = "gradient-check";

  /**
   * The page.
   *
   * @param map the gradient check of all weights of layer {@code heat}; null where none is asked
   *     for
   */
  public static ChecksPage of(
      Shell shell, Subject subject, Map<Check, Finding> found, int heat, @Nullable Matrix map) {
    Words words = shell.words();
    Address here = shell.here();
    Scenario scenario = subject.scenario();
    List<Entry> entries = new ArrayList<>();
    found.forEach(
        (check, finding) -> {
          Step step = step(subject, check, finding);
          boolean gradient = check.id().equals(GRADIENT);
          entries.add(
              new Entry(
                  CheckPanel.row(words, check, finding, here),
                  CardWords.says(words, check),
                  parts(words, finding),
                  finding.pictures().stream().map(picture -> Plots.of(words, picture)).toList(),
                  here.without("heat").with("sample", sample(subject, check)).step(step.index()),
                  Html.join(
                      Html.symbol(step.target()), " · ", words.of("checks.step", step.index() + 1)),
                  gradient ? layers(scenario, here, heat) : List.of(),
                  gradient && map != null
                      ? GradientMap.of(words, map, heat, heat == scenario.net().depth(), here)
                      : null));
        });
    return new ChecksPage(
        shell,
        new Sentence(words, scenario, here.without("heat")).html(),
        BugSwitches.of(words, scenario, Map.of(), here, address -> address.at("/checks")),
        CheckPanel.tallies(words, found.values()),
        entries);
  }

  private static List<Part> parts(Words words, Finding finding) {
    return finding.tensors().stream()
        .map(
            part ->
                new Part(
                    Parts.html(words.said(part.name())),
                    CheckPanel.number(words, part.value(), part.verdict()),
                    part.verdict().id(),
                    CheckPanel.word(words, part.verdict())))
        .toList();
  }

  private static List<LayerLink> layers(Scenario scenario, Address here, int heat) {
    List<LayerLink> links = new ArrayList<>();
    scenario
        .net()
        .layers()
        .forEach(
            l ->
                links.add(
                    new LayerLink(
                        Html.symbol(l.weightGradient()),
                        here.with("heat", l.index()).at("/checks") + "#" + GRADIENT,
                        l.index() == heat)));
    return links;
  }

  /** Updates are seen at a batch's last sample only. */
  private static int sample(Subject subject, Check check) {
    Scenario scenario = subject.scenario();
    int sample = scenario.sample();
    if (check.where().phase() != Phase.UPDATE) {
      return sample;
    }
    int m = scenario.setup().equations().asRun().batchSize(scenario.batch());
    return Math.min(sample / m * m + m - 1, subject.size() - 1);
  }

  /** The step of the worst part's layer; of the last layer where no part has one. */
  private static Step step(Subject subject, Check check, Finding finding) {
    int layer =
        finding.tensors().stream()
            .reduce((worst, part) -> graver(part.verdict(), worst.verdict()) ? part : worst)
            .map(part -> Parts.layer(part.name()))
            .orElse(0);
    Trace trace = subject.traces().apply(sample(subject, check));
    Step last = trace.steps().get(trace.steps().size() - 1);
    Step found = null;
    for (Step step : trace.steps()) {
      boolean here = step.equation() == check.where();
      if (here && (found == null || found.layer() != layer)) {
        found = step;
      }
    }
    return found == null ? last : found;
  }

  private static boolean graver(Verdict verdict, Verdict than) {
    return verdict != than && verdict.and(than) == verdict;
  }
}
