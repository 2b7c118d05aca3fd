package deltascope.web.page;

import deltascope.bugs.Catalogue;
import deltascope.network.EquationId;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;

/** Makes the sections of one trace. */
final class Sections {
  private final Facts facts;
  private final Address address;
  private final View view;
  private final Words words;

  Sections(Facts facts, Address address, View view, Words words) {
    this.facts = facts;
    this.address = address;
    this.view = view;
    this.words = words;
  }

  List<Section> all() {
    return facts.steps().stream().map(this::section).toList();
  }

  Section section(Step step) {
    Selection selection = Selection.of(step, view, facts);
    Figures figures = new Figures(facts, address, view, words, step, selection);
    Html title = title(step);
    String place = words.of("step.place", step.index() + 1, facts.steps().size());
    List<String> bugs =
        step.acting().stream().map(id -> CardWords.of(words, Catalogue.bug(id)).says()).toList();
    String acts = bugs.isEmpty() ? "" : words.of("step.acts-said");
    List<Piece> picture = Pictures.of(step, figures, words);
    Space rows = selection.rows();
    Space cols = selection.cols();
    Written written = Written.of(step.line());
    return new Section(
        step.index(),
        step.phase().id(),
        words.of("step.document", title.plain(), step.index() + 1),
        words.of("step.said", place, title.plain(), acts),
        eyebrow(step, place),
        bugs,
        title,
        sentence(step),
        written.formula(),
        written.definitions(),
        picture,
        Curve.of(step, facts, selection),
        ways(step, picture, figures),
        MemoryLane.of(step, words),
        new Proofs(facts, address, words, step, selection).proof(),
        Listing.around(step, facts, address),
        Ribbon.Light.of(step, facts, selection, words),
        new Section.Choice(
            selection.row(),
            selection.col(),
            rows.parameter(true),
            rows.first(),
            cols.parameter(false),
            cols.first()));
  }

  /** Only where the chosen number comes from. */
  Proof proof(Step step) {
    return new Proofs(facts, address, words, step, Selection.of(step, view, facts)).proof();
  }

  Html eyebrow(Step step, String place) {
    String phase = words.of("phase." + step.phase().id());
    return step.layer() == 0
        ? Html.join(phase, " · ", place)
        : Html.join(phase, " · ", words.of("step.layer", step.layer()), " · ", place);
  }

  Html title(Step step) {
    return words.html(key("title", step), step.layer(), step.layer() - 1);
  }

  private Html sentence(Step step) {
    return words.html(
        key("sentence", step),
        step.layer(),
        step.layer() - 1,
        words.grouped(facts.net().inputs()),
        facts.label());
  }

  /** The words for the equation, by what suits best: for this activation or layer, or for all. */
  private String key(String kind, Step step) {
    EquationId equation = step.equation();
    String general = kind + "." + equation.id();
    List<String> special = new ArrayList<>();
    switch (equation) {
      case ACTIVATION ->
          special.add(general + "." + facts.net().layer(step.layer()).activation().id());
      case WEIGHTED_SUM -> special.add(general + (step.layer() == 1 ? ".first" : ""));
      default -> {}
    }
    return special.stream().filter(words::has).findFirst().orElse(general);
  }

  private List<Section.Way> ways(Step step, List<Piece> picture, Figures figures) {
    List<Section.Way> ways = new ArrayList<>();
    boolean wide =
        picture.stream()
            .anyMatch(
                piece ->
                    piece instanceof Figure f
                        && f.heat() != null
                        && f.rows() > 1
                        && f.colsAre().equals("pixel"));
    boolean pixels =
        picture.stream()
            .anyMatch(
                piece ->
                    piece instanceof Figure f
                        && f.heat() != null
                        && (f.colsAre().equals("pixel") || f.rowsAre().equals("pixel")));
    if (wide) {
      ways.add(
          new Section.Way(
              words.of(view.images() ? "way.matrix" : "way.images"),
              address.with("view", view.images() ? null : "images").step(step.index())));
    }
    if (pixels && !view.images()) {
      if (view.blanks()) {
        ways.add(
            new Section.Way(words.of("way.crop"), address.without("blank").step(step.index())));
      } else if (figures.crops() && figures.inked() < facts.net().inputs()) {
        ways.add(
            new Section.Way(
                words.of("way.blanks", words.grouped(facts.net().inputs() - figures.inked())),
                address.with("blank", "shown").step(step.index())));
      }
    }
    if (address.get("bugs") != null) {
      String lanes = address.without("step").with("right", step.index()).at("/compare");
      ways.add(new Section.Way(words.of("compare.with-textbook"), lanes));
    }
    return ways;
  }
}
