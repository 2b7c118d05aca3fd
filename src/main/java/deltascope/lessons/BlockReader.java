package deltascope.lessons;

import deltascope.checks.Checks;
import deltascope.lessons.Fields.Field;
import deltascope.lessons.Part.Choice;
import deltascope.lessons.Part.Run;
import deltascope.network.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a part of a lesson of each block. */
final class BlockReader {
  /** The kinds of block, by the word behind the fence. */
  static final Set<String> KINDS =
      Set.of(
          "step", "compare", "train", "check", "predict", "choice", "order", "mystery", "tryit",
          "again");

  private static final Set<String> STEP_LOOKS =
      Set.of("step", "unit", "from", "pixel", "view", "blank", "predict");
  private static final Set<String> LANE_LOOKS =
      Set.of("step", "unit", "from", "pixel", "view", "blank", "against", "right");

  private final Block block;

  private BlockReader(Block block) {
    this.block = block;
  }

  /** Reads a block of one of the {@link #KINDS}. */
  static Part read(
      Place place, String kind, String body, Map<String, Query> scenarios, Values values) {
    Fields fields = new Fields(place, kind, body);
    Part part = new BlockReader(new Block(scenarios, values, fields)).part(kind);
    fields.mustBeKnown();
    return part;
  }

  private Part part(String kind) {
    return switch (kind) {
      case "step" ->
          new Part.Step(block.place, block.query("at", STEP_LOOKS), block.text("caption"));
      case "compare" ->
          new Part.Compare(block.place, block.query("at", LANE_LOOKS), block.text("caption"));
      case "check" ->
          new Part.Checked(
              block.place, block.query("at", Set.of("heat")), only(), block.text("caption"));
      case "train" -> new Part.Train(block.place, runs(), block.text("caption"));
      case "predict" -> new QuestionReader(block).predict();
      case "choice" ->
          new Choice(
              block.place,
              block.id(),
              block.must("ask"),
              new QuestionReader(block).options(),
              block.again());
      case "order" -> new TaskReader(block).order();
      case "mystery" -> new TaskReader(block).mystery();
      case "tryit" -> new TaskReader(block).tryIt();
      default -> again(block.fields.required("from"));
    };
  }

  private List<String> only() {
    List<String> ids = Block.list(block.fields.text("only", ""), ",");
    ids.forEach(id -> block.fields.place("only").saidOf(() -> Checks.check(id)));
    return ids;
  }

  private List<Run> runs() {
    Field runs = block.fields.field("runs");
    Field at = block.fields.field("at");
    List<Run> all = new ArrayList<>();
    if (at != null) {
      all.add(run("", at));
    }
    for (Field item : block.fields.items()) {
      all.add(run(item.key(), item));
    }
    if (all.isEmpty()) {
      throw block.place.bad("this train has no “at:”, nor “runs:” with lines as “- correct: run”");
    }
    if (runs != null && block.fields.items().isEmpty()) {
      throw runs.place().bad("expected lines as “- correct: run” below “runs:”");
    }
    if (all.size() > 6) {
      throw block.place.bad("there are " + all.size() + " runs, expected six at most");
    }
    return all;
  }

  private Run run(String title, Field field) {
    Query query = Query.of(field.place(), field.value(), block.scenarios, Set.of());
    Scenario scenario = field.place().saidOf(query::training);
    if (scenario.trained().batches() > 0) {
      throw field.place().bad("a training has whole epochs, expected no batches");
    }
    return new Run(title, query);
  }

  private Part.Again again(Field from) {
    String[] both = from.value().split("#", -1);
    if (both.length != 2 || both[0].isBlank() || both[1].isBlank()) {
      throw from.place().bad("from is “" + from.value() + "”, expected lesson#question");
    }
    return new Part.Again(block.place, both[0], both[1]);
  }
}
