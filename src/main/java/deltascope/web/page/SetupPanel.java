package deltascope.web.page;

import deltascope.network.Activation;
import deltascope.network.Cost;
import deltascope.network.Init;
import deltascope.network.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The panel behind the scenario's sentence. */
final class SetupPanel {
  /** 784, 196, 49 or 16 inputs, up to five layers of 1…1024 units, 10 outputs. */
  private static final String NET =
      "(784|196|49|16)(-([1-9][0-9]{0,2}|10[01][0-9]|102[0-4])){0,5}-10";

  private final Words words;
  private final Scenario scenario;
  private final StepPages.Subject subject;
  private final Address address;

  SetupPanel(Words words, Scenario scenario, StepPages.Subject subject, Address address) {
    this.words = words;
    this.scenario = scenario;
    this.subject = subject;
    this.address = address;
  }

  StepPage.Setup setup() {
    List<StepPage.Field> fields = new ArrayList<>();
    fields.add(text("net", scenario.net().toString(), "784-16-16-10", NET));
    fields.add(choice("activation", scenario.activation().id(), "tanh", activations(false)));
    fields.add(output());
    fields.add(choice("cost", scenario.cost().id(), "squared-error", costs()));
    fields.add(
        number("eta", Numbers.significantPlain(scenario.eta()), "0.1", "1e-300", "100", "any"));
    fields.add(number("batch", Integer.toString(scenario.batch()), "4", "1", "1024", "1"));
    fields.add(choice("init", scenario.init().id(), "xavier", inits()));
    fields.add(number("seed", Long.toString(scenario.seed()), "1", "", "", "1"));
    fields.add(number("epochs", Integer.toString(scenario.epochs()), "0", "0", "100", "1"));
    int batches = scenario.trained().batches();
    if (batches > 0) {
      // Seldom there, but then in sight: other batches or epochs may leave no room for so many.
      fields.add(number("batches", Integer.toString(batches), "0", "0", "", "1"));
    }
    fields.add(choice("data", scenario.data(), "", subject.dataIds()));
    fields.add(choice("split", scenario.split().id(), "train", List.of("train", "test")));
    String most = Integer.toString(subject.size() - 1);
    fields.add(number("sample", Integer.toString(scenario.sample()), "0", "0", most, "1"));
    boolean missing = !subject.dataIds().contains("mnist");
    return new StepPage.Setup(fields, kept(), address.get("panel") != null, missing);
  }

  /** The panel of a page that trains: no sample is chosen there, but how many of them train. */
  StepPage.Setup training(List<String> kept) {
    List<StepPage.Field> fields = new ArrayList<>();
    for (StepPage.Field field : setup().fields()) {
      switch (field.name()) {
        case "batch" -> fields.add(number("batch", field.value(), "100", "1", "1024", "1"));
        case "epochs" -> {
          fields.add(
              number("epochs", field.value(), "3", "0", "100", "1")
                  .labelled(words.of("field.train-epochs")));
          fields.add(limit());
        }
        case "split", "sample" -> {}
        default -> fields.add(field);
      }
    }
    boolean missing = !subject.dataIds().contains("mnist");
    return new StepPage.Setup(fields, kept(kept), address.get("panel") != null, missing);
  }

  private StepPage.Field limit() {
    String most = Integer.toString(subject.size());
    int limit = Math.min(scenario.limit(), subject.size());
    return number("limit", Integer.toString(limit), most, "1", "", "1");
  }

  private List<StepPage.Kept> kept() {
    return kept(
        List.of(
            "limit", "learn", "bugs", "against", "view", "blank", "theme", "type", "lang", "code",
            "predict", "drawn"));
  }

  private List<StepPage.Kept> kept(List<String> names) {
    List<StepPage.Kept> kept = new ArrayList<>();
    for (String name : names) {
      String value = address.get(name);
      if (value != null && !value.isEmpty()) {
        kept.add(new StepPage.Kept(name, value));
      }
    }
    return kept;
  }

  private StepPage.Field text(String name, String value, String usual, String pattern) {
    return new StepPage.Field(
        name,
        label(name),
        value,
        usual,
        "text",
        pattern,
        "",
        "",
        "",
        words.of("range." + name),
        List.of());
  }

  private StepPage.Field number(
      String name, String value, String usual, String min, String max, String step) {
    return new StepPage.Field(
        name,
        label(name),
        value,
        usual,
        "number",
        "",
        min,
        max,
        step,
        words.of("range." + name, name.equals("limit") ? usual : max),
        List.of());
  }

  private StepPage.Field choice(String name, String value, String usual, List<String> ids) {
    List<StepPage.Option> options = new ArrayList<>();
    for (String id : ids) {
      options.add(new StepPage.Option(id, words.of(name + "." + id), id.equals(value)));
    }
    return new StepPage.Field(
        name, label(name), value, usual, "select", "", "", "", "", "", options);
  }

  /** The output is as the other layers unless said otherwise. */
  private StepPage.Field output() {
    boolean same = scenario.output() == scenario.activation();
    List<StepPage.Option> options = new ArrayList<>();
    options.add(new StepPage.Option("", words.of("output.same"), same));
    for (String id : activations(true)) {
      boolean selected = !same && id.equals(scenario.output().id());
      options.add(new StepPage.Option(id, words.of("activation." + id), selected));
    }
    String value = same ? "" : scenario.output().id();
    return new StepPage.Field(
        "output", label("output"), value, "", "select", "", "", "", "", "", options);
  }

  private String label(String name) {
    return words.of("field." + name);
  }

  private static List<String> activations(boolean output) {
    return Arrays.stream(Activation.values())
        .filter(activation -> output || activation != Activation.SOFTMAX)
        .map(Activation::id)
        .toList();
  }

  private static List<String> costs() {
    return Arrays.stream(Cost.values()).map(Cost::id).toList();
  }

  private static List<String> inits() {
    return Arrays.stream(Init.values()).map(Init::id).toList();
  }
}
