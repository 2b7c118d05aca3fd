package deltascope.web.page;

import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.checks.Finding;
import deltascope.checks.Verdict;
import deltascope.network.ScenarioReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the checks say, in brief: the panel beside a step.
 *
 * @param words every sentence
 * @param rows a line for each check
 */
public record CheckPanel(Words words, List<Row> rows) {
  /** What an address may say about what is checked. */
  private static final Set<String> SAID = said();

  /**
   * A check in one line.
   *
   * @param verdict "pass", "warn", "fail", "inconclusive"
   * @param word the same for people
   * @param value its number, a dash where there is none
   * @param bound what the number was held against
   * @param detail one sentence with the numbers
   * @param href all of it
   */
  public record Row(
      String id,
      String title,
      String verdict,
      String word,
      String value,
      String bound,
      String detail,
      String href) {}

  /**
   * A check that has not answered yet.
   *
   * @param quick whether it is asked first
   */
  public record Awaited(String id, String title, boolean quick) {}

  /** How many checks say so. */
  public record Tally(String verdict, String word, int count) {}

  private static Set<String> said() {
    Set<String> names = new TreeSet<>(ScenarioReader.NAMES);
    names.addAll(Address.WISHES);
    return names;
  }

  /** The panel's lines. */
  public static CheckPanel of(Words words, Map<Check, Finding> found, Address here) {
    return new CheckPanel(
        words,
        found.entrySet().stream()
            .map(each -> row(words, each.getKey(), each.getValue(), here))
            .toList());
  }

  static Row row(Words words, Check check, Finding finding, Address here) {
    return new Row(
        check.id(),
        CardWords.title(words, check),
        finding.verdict().id(),
        word(words, finding.verdict()),
        number(words, finding.value(), finding.verdict()),
        bound(words, finding),
        words.said(finding.detail()),
        checks(here) + "#" + check.id());
  }

  /** Every check, before it has answered. */
  public static List<Awaited> awaited(Words words) {
    return Checks.checks().stream()
        .map(check -> new Awaited(check.id(), CardWords.title(words, check), check.quick()))
        .toList();
  }

  /** How many say what, the gravest first; what none says is left out. */
  static List<Tally> tallies(Words words, Iterable<Finding> findings) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    findings.forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
    return Stream.of(Verdict.FAIL, Verdict.WARN, Verdict.INCONCLUSIVE, Verdict.PASS)
        .filter(counts::containsKey)
        .map(
            verdict ->
                new Tally(verdict.id(), word(words, verdict), counts.getOrDefault(verdict, 0)))
        .toList();
  }

  /** Where the checks of an address's scenario are told in full. */
  public static String checks(Address here) {
    return here.only(SAID).at("/checks");
  }

  /** Where the panel's lines come from. */
  public static String source(Address here) {
    return here.only(SAID).at("/checks/panel");
  }

  static String word(Words words, Verdict verdict) {
    return words.of("verdict." + verdict.id());
  }

  /** A finding's number: NaN is one where it was found, and none where nothing could be. */
  static String number(Words words, double value, Verdict verdict) {
    return Double.isNaN(value) && verdict != Verdict.INCONCLUSIVE ? "NaN" : number(words, value);
  }

  /** A number for a narrow column. */
  static String number(Words words, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? words.grouped((long) value).replace('-', '−')
        : Numbers.significant(value, 3).replace(" · ", "·").replaceFirst("\\.0+(?=·|$)", "");
  }

  /** A bound is a round number: "0.95", "10⁻⁷". */
  private static String round(Words words, double bound) {
    return number(words, bound)
        .replaceFirst("(\\.\\d*?)0+(?=·|$)", "$1")
        .replaceFirst("\\.(?=·|$)", "")
        .replaceFirst("^1·", "");
  }

  private static String bound(Words words, Finding finding) {
    return Double.isNaN(finding.threshold())
        ? ""
        : words.of("checks.bound", round(words, finding.threshold()));
  }
}
