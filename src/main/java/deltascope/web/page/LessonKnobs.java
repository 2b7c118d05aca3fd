package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.bugs.Catalogue;
import deltascope.lessons.Amount;
import deltascope.lessons.Look;
import deltascope.lessons.Part;
import deltascope.lessons.Query;
import deltascope.network.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be turned in a lesson, and the number that is watched meanwhile. */
public final class LessonKnobs {
  private static final Pattern TENSOR =
      Pattern.compile("[\\w-]+(?:@\\d+)?\\.([a-zA-Z]+\\d?)(?:\\[(\\d+)(?:,(\\d+))?])?(\\.norm)?");

  private final Look look;
  private final Address here;
  private final Words words;
  private final String prefix;

  /**
   * @param here the address of the page, with what is tried
   * @param prefix before its name
   */
  public LessonKnobs(Look look, Address here, String prefix) {
    this.look = look;
    this.here = here;
    this.words = here.words();
    this.prefix = prefix;
  }

  /** The part of the page. */
  public LessonBit.TryIt bit(Part.TryIt tryIt) {
    boolean tried = tryIt.id().equals(here.get("try", ""));
    Map<String, String> chosen = new LinkedHashMap<>();
    Map<String, String> usual = tryIt.at().walking().parameters();
    List<LessonBit.Knob> knobs = new ArrayList<>();
    tryIt
        .vary()
        .forEach(
            (name, values) -> {
              String now = tried ? here.get(name, "") : usual.getOrDefault(name, "");
              String value = values.contains(now) ? now : values.get(0);
              chosen.put(name, value);
              knobs.add(knob(name, values, value));
            });
    Amount amount = tryIt.watched(look, chosen);
    Query there = tryIt.at();
    for (Map.Entry<String, String> each : chosen.entrySet()) {
      there = there.with(each.getKey(), each.getValue());
    }
    return new LessonBit.TryIt(
        prefix + tryIt.id(),
        new Html(tryIt.ask().html(look)),
        knobs,
        name(tryIt),
        tryIt.watch().text(amount),
        words.of("lesson.try.goal." + goal(tryIt), tryIt.until().bound().text(look)),
        tried && tryIt.until().met(amount.value(), look),
        tried,
        new LessonFrames(here).walk(there).at("/step"),
        new Html(tryIt.because().html(look)),
        List.of());
  }

  /** The same, with all choices that reach the goal. */
  LessonBit.TryIt solved(Part.TryIt tryIt) {
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, List<String>> vary : tryIt.vary().entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> one : all) {
        for (String value : vary.getValue()) {
          Map<String, String> more = new LinkedHashMap<>(one);
          more.put(vary.getKey(), value);
          longer.add(more);
        }
      }
      all = longer;
    }
    List<String> solutions = new ArrayList<>();
    for (Map<String, String> one : all) {
      Amount amount = tryIt.watched(look, one);
      if (tryIt.until().met(amount.value(), look)) {
        List<String> said = new ArrayList<>();
        one.forEach((name, value) -> said.add(label(name) + " " + title(name, value)));
        solutions.add(String.join(", ", said) + ": " + tryIt.watch().text(amount));
      }
    }
    LessonBit.TryIt bit = bit(tryIt);
    return new LessonBit.TryIt(
        bit.id(),
        bit.ask(),
        bit.knobs(),
        bit.name(),
        bit.now(),
        bit.goal(),
        false,
        false,
        bit.walk(),
        bit.because(),
        solutions);
  }

  private static String goal(Part.TryIt tryIt) {
    return switch (tryIt.until().sign()) {
      case '>' -> "above";
      case '<' -> "below";
      default -> "equal";
    };
  }

  private LessonBit.Knob knob(String name, List<String> values, String chosen) {
    List<StepPage.Option> options = new ArrayList<>();
    for (String value : values) {
      options.add(new StepPage.Option(value, title(name, value), value.equals(chosen)));
    }
    return new LessonBit.Knob(name, label(name), options);
  }

  private String label(String name) {
    return name.equals("bugs") ? words.of("lesson.knob.bugs") : words.of("field." + name);
  }

  private String title(String name, String value) {
    if (name.equals("bugs")) {
      List<String> titles = new ArrayList<>();
      for (String id : value.split(",")) {
        titles.add(Catalogue.bug(id).title());
      }
      return String.join(" + ", titles);
    }
    String key = (name.equals("output") ? "activation" : name) + "." + value;
    return words.has(key) ? words.of(key) : value;
  }

  /** The symbol of what is watched, where it is a tensor or a cell of one. */
  private Html name(Part.TryIt tryIt) {
    Matcher tensor = TENSOR.matcher(tryIt.watch().written());
    if (!tensor.matches()) {
      return Html.text(words.of("lesson.try.number"));
    }
    Scenario scenario = tryIt.at().walking();
    Facts facts = new Facts(look.numbers().trace(scenario), scenario.net(), 0);
    for (Quantity quantity : Quantity.values()) {
      for (int layer = 0; layer <= scenario.net().depth(); layer++) {
        Ref ref = quantity.of(layer);
        if (ref.name().equals(tensor.group(1))) {
          return named(ref, tensor, facts);
        }
      }
    }
    return Html.text(words.of("lesson.try.number"));
  }

  private static Html named(Ref ref, Matcher tensor, Facts facts) {
    if (tensor.group(4) != null) {
      return Html.join("‖", Html.symbol(ref), "‖");
    }
    if (tensor.group(2) == null) {
      return Html.symbol(ref);
    }
    int row = Integer.parseInt(tensor.group(2));
    int col = tensor.group(3) == null ? 0 : Integer.parseInt(tensor.group(3));
    return Html.symbol(ref, Index.of(ref, row, col, facts));
  }
}
