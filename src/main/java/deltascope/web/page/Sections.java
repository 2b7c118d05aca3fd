package deltascope.web.page;

import deltascope.bugs.Catalogue;
import deltascope.network.EquationId;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the sections of one trace. */
final class Sections {
  private final Facts facts;
  private final Address address;
  private final View view;
  private final Words words;
  private final @Nullable Predictions predictions;

  Sections(Facts facts, Address address, View view, Words words) {
    this.facts = facts;
    this.address = address;
    this.view = view;
    this.words = words;
    this.predictions = Predictions.of(facts, address, words);
  }

  /** What is to be told before it is shown; null where nothing is. */
  @Nullable Predictions predictions() {
    return predictions;
  }

  List<Section> all() {
    return facts.steps().stream().map(this::section).toList();
  }

  Section section(Step step) {
    boolean hides = predictions != null && predictions.hides(step);
    Selection selection = selection(step);
    Prediction prediction = prediction(step);
    Figures figures = new Figures(facts, address, view, words, step, selection);
    Html title = title(step);
    String place = words.of("step.place", step.index() + 1, facts.steps().size());
    List<String> bugs =
        step.acting().stream().map(id -> CardWords.of(words, Catalogue.bug(id)).says()).toList();
    String acts = bugs.isEmpty() ? "" : words.of("step.acts-said");
    List<Piece> picture =
        hides ? Pictures.hiding(step, figures) : Pictures.of(step, figures, words);
    Curve curve = Curve.of(step, facts, selection);
    Space rows = selection.rows();
    Space cols = selection.cols();
    Written written = Written.of(step.line());
    return new Section(
        step.index(),
        step.phase().id(),
        words.of("step.document", title.plain(), step.index() + 1),
        said(place, title, acts, prediction),
        eyebrow(step, place),
        bugs,
        title,
        sentence(step),
        written.formula(),
        written.definitions(),
        picture,
        hides && curve != null ? curve.bare() : curve,
        ways(step, picture, figures),
        hides ? null : MemoryLane.of(step, words),
        prediction,
        new Proofs(facts, address, words, step, selection, hides).proof(),
        Listing.around(step, facts, address),
        Ribbon.Light.of(step, facts, selection, words),
        hides
            ? new Section.Choice(selection.row(), selection.col(), "", 0, "", 0)
            : new Section.Choice(
                selection.row(),
                selection.col(),
                rows.parameter(true),
                rows.first(),
                cols.parameter(false),
                cols.first()));
  }

  /** The cell asked for, until it is told and another is chosen. */
  private Selection selection(Step step) {
    AskedCell asked = predictions == null ? null : predictions.asked(step);
    boolean free = predictions == null || (view.chooses() && !predictions.hides(step));
    return asked == null || free
        ? Selection.of(step, view, facts)
        : Selection.at(asked, step, facts);
  }

  private @Nullable Prediction prediction(Step step) {
    AskedCell asked = predictions == null ? null : predictions.asked(step);
    if (predictions == null || asked == null) {
      return null;
    }
    Selection cell = Selection.at(asked, step, facts);
    return predictions.of(step, new Proofs(facts, address, words, step, cell));
  }

  private String said(String place, Html title, String acts, @Nullable Prediction prediction) {
    String said = words.of("step.said", place, title.plain(), acts);
    if (prediction == null) {
      return said;
    }
    return prediction.open()
        ? said + " " + words.of("predict.ask", prediction.asks().plain())
        : prediction.verdict().plain();
  }

  /** Only where the chosen number comes from. */
  Proof proof(Step step) {
    boolean hides = predictions != null && predictions.hides(step);
    return new Proofs(facts, address, words, step, selection(step), hides).proof();
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

  Html sentence(Step step) {
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
