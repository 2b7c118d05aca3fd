package deltascope.web.page;

import deltascope.network.Step;
import deltascope.web.worksheet.Blanks;
import deltascope.web.worksheet.Kind;
import deltascope.web.worksheet.Rounding;
import deltascope.web.worksheet.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The form by which a sheet is made another. */
final class WorksheetForm {
  private final Worksheets.Subject subject;
  private final Sheet.Wish wish;
  private final Address address;
  private final Words words;
  private final Function<Step, Html> titles;

  /**
   * The form of a sheet.
   *
   * @param titles what steps are called
   */
  WorksheetForm(
      Worksheets.Subject subject, Sheet.Wish wish, Address address, Function<Step, Html> titles) {
    this.subject = subject;
    this.titles = titles;
    this.wish = wish;
    this.address = address;
    this.words = address.words();
  }

  WorksheetPage.Form form() {
    List<StepPage.Field> network = new ArrayList<>();
    List<StepPage.Kept> kept = new ArrayList<>();
    Worksheets.Walked walked = subject.digits();
    Worksheets.Example example = subject.example();
    if (walked != null) {
      StepPage.Setup setup =
          new SetupPanel(words, walked.scenario(), walked.subject(), address).setup();
      for (StepPage.Field field : setup.fields()) {
        network.add(
            field.name().equals("net") ? ranged(field, words.of("worksheet.range.net")) : field);
      }
      keep(kept, "limit", "learn", "drawn");
    } else if (example != null) {
      int most = example.size() - 1;
      network.add(number("sample", example.sample(), 0, most, words.of("range.sample", most)));
      keep(kept, "example");
    }
    keep(kept, Address.WISHES.toArray(String[]::new));
    return new WorksheetPage.Form(exercise(), network, kept);
  }

  private void keep(List<StepPage.Kept> kept, String... names) {
    for (String name : names) {
      String value = address.get(name, "");
      if (!value.isEmpty()) {
        kept.add(new StepPage.Kept(name, value));
      }
    }
  }

  private List<StepPage.Field> exercise() {
    List<StepPage.Option> kinds =
        Arrays.stream(Kind.values())
            .map(
                kind ->
                    new StepPage.Option(
                        kind.id(), words.of("worksheet.kind." + kind.id()), kind == wish.kind()))
            .toList();
    List<StepPage.Option> steps = new ArrayList<>();
    for (Step step : subject.trace().steps()) {
      steps.add(
          new StepPage.Option(
              Integer.toString(step.index()),
              "%d · %s · %s"
                  .formatted(step.index() + 1, step.target().symbol(), titles.apply(step).plain()),
              step.index() == wish.step()));
    }
    Blanks blanks = wish.blanks();
    return List.of(
        select("kind", kinds),
        select("step", steps),
        new StepPage.Field(
            "blanks",
            words.of("worksheet.field.blanks"),
            address.get("blanks", ""),
            Integer.toString(wish.kind().usual()),
            "text",
            "",
            "",
            "",
            "",
            words.of("worksheet.range.blanks"),
            List.of()),
        number(
            "choice",
            blanks.choice(),
            0,
            Integer.MAX_VALUE - 1,
            words.of("worksheet.range.choice")),
        number(
            "decimals",
            wish.rounding().decimals(),
            Rounding.LEAST,
            Rounding.MOST,
            Rounding.LEAST + " … " + Rounding.MOST));
  }

  private StepPage.Field select(String name, List<StepPage.Option> options) {
    return new StepPage.Field(
        name, words.of("worksheet.field." + name), "", "", "select", "", "", "", "", "", options);
  }

  private StepPage.Field number(String name, long value, long least, long most, String range) {
    String label =
        name.equals("sample") ? words.of("field.sample") : words.of("worksheet.field." + name);
    return new StepPage.Field(
        name,
        label,
        Long.toString(value),
        "",
        "number",
        "",
        Long.toString(least),
        Long.toString(most),
        "1",
        range,
        List.of());
  }

  private static StepPage.Field ranged(StepPage.Field field, String range) {
    return new StepPage.Field(
        field.name(),
        field.label(),
        field.value(),
        field.usual(),
        field.type(),
        field.pattern(),
        field.min(),
        field.max(),
        field.step(),
        range,
        field.options());
  }
}
