package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.bugs.Catalogue;
import deltascope.lessons.Amount;
import deltascope.lessons.Cell;
import deltascope.lessons.Lesson;
import deltascope.lessons.Look;
import deltascope.lessons.Part;
import deltascope.lessons.ProgramLine;
import deltascope.lessons.Query;
import deltascope.lessons.Spot;
import deltascope.lessons.Text;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.network.Scenario;
import deltascope.network.Step;
import deltascope.network.Trace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a lesson's parts on its page. */
final class LessonBits {
  private final Lesson lesson;
  private final Look look;
  private final Address here;
  private final Words words;
  private final String prefix;
  private final boolean key;

  /**
   * @param here the address of the page
   * @param prefix before the names of what there is to be done
   * @param key whether it is for who teaches
   */
  LessonBits(Lesson lesson, Look look, Address here, String prefix, boolean key) {
    this.lesson = lesson;
    this.look = look;
    this.here = here;
    this.words = here.words();
    this.prefix = prefix;
    this.key = key;
  }

  /** One part of it. */
  LessonBit bit(Part part) {
    Query absent = LessonParts.absent(part, look);
    if (absent != null) {
      return new LessonBit.Missing(words.of("lesson.missing", words.of("data." + absent.data())));
    }
    if (part instanceof Part.Prose prose) {
      return new LessonBit.Prose(html(prose.text()));
    }
    if (part instanceof Part.Frame frame) {
      return new LessonFrames(here).frame(frame, inline(frame.caption()));
    }
    if (part instanceof Part.Predict predict) {
      return predict.cell() == null ? predicted(predict) : cell(predict, predict.cell());
    }
    if (part instanceof Part.Choice choice) {
      return choice(choice);
    }
    if (part instanceof Part.Order order) {
      return order(order);
    }
    if (part instanceof Part.Mystery mystery) {
      return mystery(mystery);
    }
    if (part instanceof Part.TryIt tryIt) {
      return new LessonKnobs(look, here, prefix).bit(tryIt);
    }
    throw new IllegalStateException("no bit for " + part.getClass());
  }

  private Html html(Text text) {
    return new Html(text.html(look));
  }

  private Html inline(Text text) {
    return new Html(text.inline(look));
  }

  // Predict.

  private LessonBit predicted(Part.Predict predict) {
    Amount right = predict.right(look);
    if (right.missing()) {
      return new LessonBit.Missing(words.of("lesson.missing", words.of("data.mnist")));
    }
    boolean sign = predict.kind() == Part.Kind.SIGN;
    double answer = right.value();
    double near = sign ? 0 : predict.near(answer);
    List<LessonBit.Hint> hints = new ArrayList<>();
    for (Part.When when : predict.whens()) {
      double wrong = predict.given(when.value(), look);
      Html shown = Html.text(sign ? sign(wrong) : when.value().text(look));
      hints.add(new LessonBit.Hint(Double.toString(wrong), shown, html(when.says())));
    }
    return new LessonBit.Predict(
        prefix + predict.id(),
        html(predict.ask()),
        sign ? "sign" : "number",
        Double.toString(answer),
        near,
        sign || near == 0 ? "" : words.of("lesson.near", rounded(near)),
        Html.text(sign ? sign(answer) : predict.answer().text(look)),
        because(predict),
        hints,
        null);
  }

  private static String sign(double value) {
    return value > 0 ? "+" : value < 0 ? "−" : "0";
  }

  /** With two digits, and no zero at the end. */
  private static String rounded(double near) {
    return new BigDecimal(near).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  private Html because(Part.Predict predict) {
    return Html.join(html(predict.because()), html(predict.reveal()));
  }

  private LessonBit cell(Part.Predict predict, Cell cell) {
    Matrix matrix = Objects.requireNonNull(cell.matrix(look, predict.place()));
    Spot right = cell.right(matrix, predict.answer(), look);
    Facts facts = facts(cell.of());
    String index = Index.of(cell.tensor(), right.row(), right.col(), facts);
    String number = Numbers.significant(matrix.at(right.row(), right.col()), 3);
    List<LessonBit.Hint> hints = new ArrayList<>();
    for (Part.When when : predict.whens()) {
      Spot wrong = cell.said(matrix, when.value(), when.col(), look);
      String place = Index.of(cell.tensor(), wrong.row(), wrong.col(), facts);
      hints.add(
          new LessonBit.Hint(
              wrong.row() + "," + wrong.col(),
              Html.symbol(cell.tensor(), place),
              html(when.says())));
    }
    return new LessonBit.Predict(
        prefix + predict.id(),
        html(predict.ask()),
        "cell",
        right.row() + "," + right.col(),
        0,
        "",
        Html.join(Html.symbol(cell.tensor(), index), " = ", number),
        because(predict),
        hints,
        figure(cell, facts, cell.shownIn(look, predict.place())));
  }

  private Facts facts(Query of) {
    Scenario scenario = of.walking();
    Trace trace = look.numbers().trace(scenario);
    return new Facts(trace, scenario.net(), look.numbers().label(scenario));
  }

  private Figure figure(Cell cell, Facts facts, Step step) {
    Address walk = new LessonFrames(here).walk(cell.of());
    View view = View.of(walk);
    Selection nothing = Selection.of(step, view, facts);
    Figures figures = new Figures(facts, walk, view, words, step, nothing);
    Ref ref = cell.tensor();
    boolean made = step.target().equals(ref);
    Figure figure = made ? figures.result(null, null) : figures.operand(ref, false);
    return LessonParts.unselected(cell.hidden() && !key ? figure.blank() : figure);
  }

  // Choose, order, hunt.

  private LessonBit choice(Part.Choice choice) {
    List<LessonBit.Option> options =
        choice.options().stream()
            .map(
                option ->
                    new LessonBit.Option(
                        option.right(), inline(option.text()), inline(option.because())))
            .toList();
    List<LessonBit.Option> shown = key ? options : shuffled(choice.id(), options);
    boolean several = options.stream().filter(LessonBit.Option::right).count() > 1;
    return new LessonBit.Choice(prefix + choice.id(), html(choice.ask()), shown, several);
  }

  /** In an order that tells nothing, and is always the same. */
  private static <T> List<T> shuffled(String id, List<T> all) {
    List<T> shuffled = new ArrayList<>();
    var random = Randomness.stream(id.hashCode(), "order of lines", 0);
    for (int k : Randomness.permutation(random, all.size())) {
      shuffled.add(all.get(k));
    }
    return shuffled;
  }

  private LessonBit order(Part.Order order) {
    List<LessonBit.ListedLine> right = new ArrayList<>();
    for (int k = 0; k < order.lines().size(); k++) {
      right.add(listed(order.lines().get(k), order.of(), order.free().get(k)));
    }
    List<LessonBit.ListedLine> all = new ArrayList<>(right);
    order.wrong().forEach(line -> all.add(listed(line, order.of(), -1)));
    return new LessonBit.Order(
        prefix + order.id(),
        html(order.ask()),
        shuffled(order.id(), all),
        String.join(",", order.free().stream().map(String::valueOf).toList()),
        right,
        html(order.because()));
  }

  private LessonBit.ListedLine listed(ProgramLine line, Query of, int group) {
    var code = line.line(look, of);
    String why = line.bug() ? Catalogue.bug(line.id()).says() : "";
    return new LessonBit.ListedLine(group, code.plainNumpy().text(), code.plainJava().text(), why);
  }

  private LessonBit mystery(Part.Mystery mystery) {
    String href =
        here.wishes().with("task", mystery.id()).at("/lesson/" + lesson.id() + "/mystery");
    String sealed =
        String.join(
            ", ",
            mystery.sealed().walking().variations().stream()
                .map(bug -> Catalogue.bug(bug.id()).title())
                .toList());
    return new LessonBit.Mystery(
        prefix + mystery.id(),
        html(mystery.ask()),
        words.of("mystery.level", mystery.level()),
        html(mystery.hint()),
        href,
        sealed.isEmpty() ? words.of("lesson.key.nothing") : sealed);
  }
}
