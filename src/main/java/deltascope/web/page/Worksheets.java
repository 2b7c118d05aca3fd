package deltascope.web.page;

import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Step;
import deltascope.network.Trace;
import deltascope.web.worksheet.Blank;
import deltascope.web.worksheet.Blanks;
import deltascope.web.worksheet.Counting;
import deltascope.web.worksheet.Kind;
import deltascope.web.worksheet.Rounding;
import deltascope.web.worksheet.Sheet;
import deltascope.web.worksheet.SmallEnough;
import deltascope.web.worksheet.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the pages of worksheets. */
public final class Worksheets {
  /** A blank's parameter is this and its number. */
  public static final String ANSWER = "x";

  private final Subject subject;
  private final Sheet.Wish wish;
  private final Sheet sheet;
  private final Address address;
  private final Words words;
  private final boolean key;

  /**
   * What the sheet is of.
   *
   * @param digits the walk's, where it is one of digits; null of the example
   * @param usual what an address need not name
   * @param example the example's sample and how many there are; null of a digit
   * @param server where the page was asked for, as {@code http://localhost:7070}
   */
  public record Subject(
      Trace trace,
      @Nullable Walked digits,
      Map<String, String> usual,
      @Nullable Example example,
      String server) {}

  /** A walk of digits, and what a page has to know of it. */
  public record Walked(Scenario scenario, StepPages.Subject subject) {}

  /** The example's place. */
  public record Example(String id, int sample, int size) {}

  public Worksheets(Subject subject, Sheet.Wish wish, Address address, boolean key) {
    this.subject = subject;
    this.wish = wish;
    this.address = address;
    this.words = address.words();
    this.key = key;
    Counting counting = new Counting(subject.digits() != null, subject.trace().net().depth());
    this.sheet = Sheet.of(subject.trace(), wish, counting);
  }

  /** Where a step of a walk is a worksheet; empty where it cannot be one. */
  static String of(Scenario scenario, Address here, int step) {
    boolean can = SmallEnough.is(scenario.net()) && scenario.variations().isEmpty();
    return can ? walk(here).with("step", step).at("/worksheet") : "";
  }

  /** The walk that an address is of, and the reader's wishes. */
  private static Address walk(Address here) {
    Map<String, String> walk = new LinkedHashMap<>();
    here.forEach(
        (name, value) -> {
          if (ScenarioReader.WALK_NAMES.contains(name) || Address.WISHES.contains(name)) {
            walk.put(name, value);
          }
        });
    return Address.of(walk);
  }

  /** The page. */
  public WorksheetPage page() {
    WorksheetParts parts = new WorksheetParts(subject, sheet, wish, address, key);
    List<WorksheetPage.Section> sections = parts.sections();
    String title = parts.title().plain();
    String address = subject.server() + canonical(key).at("/worksheet");
    return new WorksheetPage(
        shell(title),
        key,
        parts.title(),
        asks(),
        words.of("worksheet.rounded", wish.rounding().decimals()),
        setting(),
        picture(),
        code(address),
        parts.givens(),
        sections,
        new WorksheetForm(subject, wish, this.address, parts::titleOf).form(),
        answers(),
        score(sections),
        ways());
  }

  private Shell shell(String title) {
    Walked walked = subject.digits();
    String data =
        walked == null
            ? ""
            : Shell.data(
                words,
                walked.scenario().split(),
                walked.subject().dataTitle(),
                walked.subject().size());
    String walk = walked == null ? address.wishes().at("/step") : walk(address).step(wish.step());
    return Shell.of(
        words,
        words.of(key ? "worksheet.key.document" : "worksheet.document", title),
        data,
        address,
        "/worksheet",
        walk);
  }

  private Html asks() {
    Sheet.Part part = sheet.parts().get(0);
    Step last = part.further() == null ? part.step() : part.further();
    String id = sheet.kind().id() + (part.further() == null ? "" : "-further");
    return words.html("worksheet.asks." + id, Html.symbol(last.target()));
  }

  private String setting() {
    Walked walked = subject.digits();
    Example example = subject.example();
    if (walked != null) {
      Scenario scenario = walked.scenario();
      return new Sentence(words, scenario, address).html().plain()
          + " "
          + sample(scenario, walked.subject());
    }
    return example == null
        ? ""
        : words.of("worksheet.example.setting", example.sample() + 1, example.size());
  }

  private String sample(Scenario scenario, StepPages.Subject of) {
    return scenario.drawn() == null
        ? words.of(
            "worksheet.sample",
            of.label(),
            words.said(of.dataTitle()),
            words.of("split." + scenario.split().id()),
            words.grouped(of.index()))
        : words.of("worksheet.sample.own", of.label());
  }

  private WorksheetPage.@Nullable Picture picture() {
    Walked walked = subject.digits();
    if (walked == null) {
      return null;
    }
    Scenario scenario = walked.scenario();
    StepPages.Subject of = walked.subject();
    StepPage.Digit digit =
        StepPage.Digit.of(scenario, subject.trace(), of.dataTitle(), of.label(), of.index(), words);
    return new WorksheetPage.Picture(digit.picture(), digit.alt());
  }

  private WorksheetPage.Code code(String address) {
    QrCode drawing = QrCode.of(address);
    return new WorksheetPage.Code(address, drawing, drawing != null && isHere(subject.server()));
  }

  private static boolean isHere(String server) {
    return server.matches("https?://(localhost|127\\.[0-9.]+|\\[::1])(:.*)?");
  }

  /** What the sheet is a function of, and no more: so that its code is small. */
  private Address canonical(boolean withKey) {
    Map<String, String> said = new LinkedHashMap<>();
    Walked walked = subject.digits();
    Example example = subject.example();
    if (walked != null) {
      Scenario scenario = walked.scenario();
      said.putAll(scenario.parameters());
      said.entrySet()
          .removeIf(
              entry ->
                  entry.getValue().equals(subject.usual().get(entry.getKey()))
                      && !entry.getKey().equals("data")
                      && !entry.getKey().equals("output")); // usual is what activation is
      if (scenario.output() == scenario.activation()) {
        said.remove("output");
      }
    } else if (example != null) {
      said.put("example", example.id());
      if (example.sample() > 0) {
        said.put("sample", Integer.toString(example.sample()));
      }
    }
    said.put("kind", wish.kind().id());
    if (wish.kind() != Kind.PASS) {
      said.put("step", Integer.toString(wish.step()));
    }
    String blanks = address.get("blanks", "");
    if (!blanks.isEmpty()) {
      said.put("blanks", blanks);
    }
    Blanks chosen = wish.blanks();
    if (chosen.choice() != 1) {
      said.put("choice", Long.toString(chosen.choice()));
    }
    if (wish.rounding().decimals() != Rounding.USUAL) {
      said.put("decimals", Integer.toString(wish.rounding().decimals()));
    }
    if (withKey) {
      said.put("key", "yes");
    }
    return Address.of(said);
  }

  private List<StepPage.Kept> answers() {
    List<StepPage.Kept> kept = new ArrayList<>();
    canonical(false).forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    address.wishes().forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    return kept;
  }

  private String score(List<WorksheetPage.Section> sections) {
    List<Verdict> verdicts =
        sections.stream()
            .flatMap(section -> section.tasks().stream())
            .map(WorksheetPage.Task::verdict)
            .toList();
    if (key || verdicts.stream().allMatch(verdict -> verdict == Verdict.OPEN)) {
      return "";
    }
    long right = verdicts.stream().filter(verdict -> verdict == Verdict.RIGHT).count();
    return right == verdicts.size()
        ? words.of("worksheet.score.all", right)
        : words.of("worksheet.score", right, verdicts.size());
  }

  private List<WorksheetPage.Way> ways() {
    Address sheetOf = canonical(false);
    Address wished = address.wishes();
    List<WorksheetPage.Way> ways = new ArrayList<>();
    if (key) {
      ways.add(way("worksheet.way.sheet", together(sheetOf, wished)));
    } else {
      ways.add(way("worksheet.way.key", together(sheetOf.with("key", "yes"), wished)));
      long next = wish.blanks().choice() + 1;
      if (wish.blanks().names().isEmpty()) {
        ways.add(way("worksheet.way.other", together(sheetOf.with("choice", next), wished)));
      }
    }
    if (subject.digits() != null) {
      ways.add(way("worksheet.way.example", wished.with("example", "2-2-2").with("kind", "pass")));
    } else {
      ways.add(way("worksheet.way.digits", wished));
    }
    return ways;
  }

  private WorksheetPage.Way way(String key, Address to) {
    return new WorksheetPage.Way(words.of(key), to.at("/worksheet"));
  }

  private static Address together(Address one, Address more) {
    Map<String, String> all = new LinkedHashMap<>();
    one.forEach(all::put);
    more.forEach(all::put);
    return Address.of(all);
  }

  /** What an answer's verdict says. */
  static String judged(Words words, Blank blank, Verdict verdict) {
    return switch (verdict) {
      case OPEN -> "";
      case RIGHT ->
          words.of(
              "worksheet.verdict.right",
              Numbers.fixed(blank.accepted().low().doubleValue(), blank.places()),
              Numbers.fixed(blank.accepted().high().doubleValue(), blank.places()));
      default -> words.of("worksheet.verdict." + verdict.id());
    };
  }
}
