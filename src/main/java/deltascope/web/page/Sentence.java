package deltascope.web.page;

import deltascope.network.Scenario;

/** The scenario as a sentence whose words are the controls. */
final class Sentence {
  private final Words words;
  private final Scenario scenario;
  private final Address address;
  private final boolean sealed;
  private final String path;

  Sentence(Words words, Scenario scenario, Address address) {
    this(words, scenario, address, false);
  }

  /** Of a sealed scenario it has no controls, and leaves the seed out. */
  Sentence(Words words, Scenario scenario, Address address, boolean sealed) {
    this(words, scenario, address, sealed, "/step");
  }

  /** The sentence of a page that has a panel of its own, at {@code path}. */
  Sentence(Words words, Scenario scenario, Address address, boolean sealed, String path) {
    this.sealed = sealed;
    this.path = path;
    this.words = words;
    this.scenario = scenario;
    this.address = address;
  }

  Html html() {
    boolean other = scenario.output() != scenario.activation() && scenario.net().depth() > 1;
    String hidden =
        scenario.net().depth() > 1 ? scenario.activation().id() : scenario.output().id();
    Html output =
        other
            ? words.html(
                "scenario.output", word("output", words.of("activation." + scenario.output().id())))
            : Html.NOTHING;
    Html eta =
        Html.join(
            new Html("<span class=\"sym\">η</span>"),
            " = " + Numbers.significantPlain(scenario.eta()));
    return words.html(
        "scenario.sentence",
        word("activation", words.of("activation." + hidden)),
        word("net", scenario.net().toString().replace('-', '–')),
        output,
        word("cost", words.of("cost." + scenario.cost().id())),
        word("eta", eta),
        batch(),
        word("init", words.of("init." + scenario.init().id())),
        sealed
            ? words.of("scenario.seed.sealed")
            : word("seed", words.of("scenario.seed", scenario.seed())),
        word("epochs", trained()));
  }

  private String trained() {
    String trained = before();
    return scenario.learns() ? trained : words.of("scenario.still", trained);
  }

  private String before() {
    if (scenario.untrained()) {
      return words.of("scenario.untrained");
    }
    return scenario.limit() == Scenario.ALL
        ? length()
        : words.of("scenario.limited", length(), words.grouped(scenario.limit()));
  }

  private String length() {
    int epochs = scenario.epochs();
    String whole = words.of(epochs == 1 ? "scenario.epoch" : "scenario.epochs", epochs);
    int batches = scenario.trained().batches();
    return batches == 0
        ? whole
        : words.of(batches == 1 ? "scenario.andone" : "scenario.and", whole, batches);
  }

  private Html batch() {
    return scenario.batch() == 1
        ? words.html("scenario.single", word("batch", words.of("scenario.one")))
        : words.html("scenario.batches", word("batch", Integer.toString(scenario.batch())));
  }

  private Html word(String field, String text) {
    return word(field, Html.text(text));
  }

  /** A word that opens the panel at its field; without scripts, the panel as a page's part. */
  private Html word(String field, Html text) {
    if (sealed) {
      return text;
    }
    String href = Html.text(address.with("panel", "open").at(path) + "#f-" + field).markup();
    return new Html(
        "<a href=\"" + href + "\" data-field=\"" + field + "\">" + text.markup() + "</a>");
  }
}
