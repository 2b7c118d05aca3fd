package deltascope.lessons;

import deltascope.lessons.Fields.Field;
import deltascope.lessons.Part.Goal;
import deltascope.lessons.Part.Mystery;
import deltascope.lessons.Part.Order;
import deltascope.lessons.Part.TryIt;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is to be done with lines, cases and knobs. */
final class TaskReader {
  private static final Pattern GOAL = Pattern.compile("([<>=])\\s*(.+)", Pattern.DOTALL);

  private final Block block;

  TaskReader(Block block) {
    this.block = block;
  }

  Order order() {
    String id = block.id();
    Text ask = block.must("ask");
    Query of = block.query("at", Set.of());
    Scenario scenario = of.walking();
    Field right = block.fields.required("lines");
    List<ProgramLine> lines = lines(right.place(), right.value(), false, scenario);
    if (lines.size() < 2) {
      throw right.place().bad("expected two lines or more");
    }
    String wrong = block.fields.text("wrong", "");
    List<ProgramLine> bugged = lines(block.fields.place("wrong"), wrong, true, scenario);
    return new Order(block.place, id, ask, of, lines, bugged, free(lines), block.text("because"));
  }

  private static List<ProgramLine> lines(Place at, String text, boolean bugs, Scenario scenario) {
    return Block.list(text, ",").stream()
        .map(one -> ProgramLine.of(at, one, bugs, scenario))
        .toList();
  }

  /** Lines that are named in one group get one number; all others get their own. */
  private List<Integer> free(List<ProgramLine> lines) {
    List<String> names = lines.stream().map(ProgramLine::toString).toList();
    List<Integer> groups = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      groups.add(k);
    }
    for (String group : Block.list(block.fields.text("free", ""), ",")) {
      int first = -1;
      for (String name : Block.list(group, "\\s+")) {
        int k = names.indexOf(name);
        if (k < 0) {
          throw block.fields.place("free").bad("“" + name + "” is none of the lines");
        }
        first = first < 0 ? k : first;
        groups.set(k, first);
      }
    }
    return groups;
  }

  Mystery mystery() {
    String id = block.id();
    String text = block.fields.text("level", "2");
    if (!text.matches("[123]")) {
      throw block.fields.place("level").bad("level is “" + text + "”, expected 1, 2 or 3");
    }
    Query sealed = block.query("case", Set.of());
    int bugs = sealed.walking().variations().size();
    int level = Integer.parseInt(text);
    if (bugs > 2 || (bugs == 2 && level < 3) || (bugs == 0 && level == 1)) {
      throw block
          .fields
          .place("case")
          .bad(
              "it has "
                  + bugs
                  + " bugs, expected one at level 1, one or none at 2, two or none at 3");
    }
    return new Mystery(block.place, id, block.text("ask"), level, sealed, block.text("hint"));
  }

  TryIt tryIt() {
    String id = block.id();
    Query at = block.query("at", Set.of());
    Map<String, List<String>> vary = new LinkedHashMap<>();
    for (Field field : block.fields.all("vary")) {
      String[] both = field.value().split("\\s+", 2);
      if (both.length < 2 || !ScenarioReader.NAMES.contains(both[0])) {
        throw field
            .place()
            .bad(
                "vary is “"
                    + field.value()
                    + "”, expected a parameter and values, as eta 0.1, 1, 3");
      }
      List<String> choices = Ladder.of(field.place(), both[1]);
      choices.forEach(one -> field.place().saidOf(() -> at.with(both[0], one).walking()));
      vary.put(both[0], choices);
    }
    if (vary.isEmpty() || vary.size() > 2) {
      throw block.place.bad(
          "this tryit varies " + vary.size() + " parameters, expected one or two");
    }
    Field watch = block.fields.required("watch");
    Field until = block.fields.required("until");
    Matcher goal = GOAL.matcher(until.value());
    if (!goal.matches()) {
      throw until
          .place()
          .bad("until is “" + until.value() + "”, expected as > 9.5, with >, < or =");
    }
    Value bound = block.values.alone(until.place(), goal.group(2));
    return new TryIt(
        block.place,
        id,
        block.must("task"),
        at,
        vary,
        watched(watch),
        new Goal(goal.group(1).charAt(0), bound),
        block.text("because"));
  }

  private Value watched(Field watch) {
    return Values.isMarked(watch.value())
        ? block.value(watch)
        : ReckoningReader.value(watch.place(), watch.value(), block.scenarios);
  }
}
