package deltascope.lessons;

import deltascope.algebra.Ref;
import deltascope.lessons.Fields.Field;
import deltascope.lessons.Part.Kind;
import deltascope.lessons.Part.Option;
import deltascope.lessons.Part.Predict;
import deltascope.lessons.Part.Tolerance;
import deltascope.lessons.Part.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads questions: what is to be predicted, and what is to be chosen. */
final class QuestionReader {
  private static final Pattern CELL_OF = Pattern.compile("(.+?)(?:@(\\d{1,4}))?\\.([a-zA-Z]+\\d?)");

  private final Block block;

  QuestionReader(Block block) {
    this.block = block;
  }

  Predict predict() {
    String id = block.id();
    Text ask = block.must("ask");
    Kind kind = kind();
    Field answer = block.fields.required("answer");
    Cell cell = null;
    Value right;
    if (kind == Kind.CELL) {
      List<String> parts = Block.list(answer.value(), ",");
      boolean said = !Set.of("largest", "smallest", "farthest").contains(answer.value());
      Value col =
          said && parts.size() == 2 ? block.values.alone(answer.place(), parts.get(1)) : null;
      if (parts.size() > 2) {
        throw answer.place().bad("answer has more than a row and a column, expected 2 or 2,5");
      }
      right = block.values.alone(answer.place(), said ? parts.get(0) : "0");
      cell = cell(said ? "said" : answer.value(), col);
    } else {
      right = sign(kind, answer);
    }
    List<When> whens = new ArrayList<>();
    for (Field when : block.fields.all("when")) {
      whens.add(when(kind, when));
    }
    return new Predict(
        block.place,
        id,
        ask,
        kind,
        right,
        within(),
        cell,
        block.text("because"),
        block.text("reveal"),
        whens,
        block.again());
  }

  private When when(Kind kind, Field when) {
    Text says = Markdown.text(when.place(), when.value(), block.values);
    List<String> parts = Block.list(when.more(), kind == Kind.CELL ? "," : "$");
    if (parts.isEmpty() || parts.size() > 2) {
      throw when.place().bad("expected the wrong answer after “when”, as when 0.42: or when 2,5:");
    }
    Value wrong = sign(kind, new Field(when.place(), "when", "", parts.get(0), false));
    Value col = parts.size() == 2 ? block.values.alone(when.place(), parts.get(1)) : null;
    return new When(wrong, col, says);
  }

  private Kind kind() {
    String kind = block.fields.text("kind", "");
    boolean signed = block.fields.text("answer", "").matches("[+−-]");
    return switch (kind) {
      case "" -> signed ? Kind.SIGN : block.fields.field("of") == null ? Kind.NUMBER : Kind.CELL;
      case "number" -> Kind.NUMBER;
      case "sign" -> Kind.SIGN;
      case "cell" -> Kind.CELL;
      default ->
          throw block
              .fields
              .place("kind")
              .bad("kind is “" + kind + "”, expected number, sign or cell");
    };
  }

  /** Of a sign, + and − will do. */
  private Value sign(Kind kind, Field field) {
    String text = field.value();
    boolean signed = kind == Kind.SIGN && text.matches("[+−-]");
    return signed
        ? block.values.alone(field.place(), text.equals("+") ? "1" : "-1")
        : block.value(field);
  }

  private Tolerance within() {
    Field field = block.fields.field("within");
    if (field == null) {
      return new Tolerance(-1, false);
    }
    boolean share = field.value().endsWith("%");
    String text = share ? field.value().replace("%", "") : field.value();
    if (!text.strip().matches("[0-9]*\\.?[0-9]+")) {
      throw field.place().bad("within is “" + field.value() + "”, expected 0.01 or 5%");
    }
    double size = Double.parseDouble(text.strip());
    return new Tolerance(share ? size / 100 : size, share);
  }

  private Cell cell(String which, @Nullable Value col) {
    Field of = block.fields.required("of");
    Matcher matcher = CELL_OF.matcher(of.value());
    if (!matcher.matches()) {
      throw of.place().bad("of is “" + of.value() + "”, expected a tensor as tiny.z1");
    }
    Query query = Query.of(of.place(), matcher.group(1), block.scenarios, Set.of());
    int step = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
    Ref tensor = Reference.tensor(of.place(), matcher.group(3), query.walking());
    return new Cell(query, tensor, step, which, col, hidden());
  }

  /** Whether the cells are to be chosen unseen. */
  private boolean hidden() {
    Field numbers = block.fields.field("numbers");
    if (numbers != null && !numbers.value().equals("hidden")) {
      throw numbers
          .place()
          .bad("numbers is “" + numbers.value() + "”, expected hidden, or nothing");
    }
    return numbers != null;
  }

  List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (Field item : block.fields.items()) {
      if (!item.key().equals("right") && !item.key().equals("wrong")) {
        throw item.place().bad("“- " + item.key() + ":” is no option, expected right or wrong");
      }
      String[] parts = item.value().split(" \\| ", 2);
      if (parts.length < 2) {
        throw item.place().bad("this option has no “ | ” and words for who chooses it");
      }
      options.add(
          new Option(
              item.key().equals("right"),
              Markdown.text(item.place(), parts[0], block.values),
              Markdown.text(item.place(), parts[1].strip(), block.values)));
    }
    if (options.size() < 2 || options.stream().noneMatch(Option::right)) {
      throw block.place.bad("expected two options or more, and one of them right");
    }
    return options;
  }
}
