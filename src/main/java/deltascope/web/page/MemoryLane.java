package deltascope.web.page;

import deltascope.algebra.Ref;
import deltascope.network.Held;
import deltascope.network.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the accumulators of a layer stand for after a step, as a debugger draws it: names, boxes,
 * and an arrow from each name to its box.
 *
 * @param groups the weights' accumulator with the zeros it is copied from, and the biases'
 * @param says what is worth a sentence
 */
public record MemoryLane(List<Group> groups, List<Html> says) {
  /** Where names end, boxes begin, and how far apart rows are, in the drawing's own units. */
  private static final int NAMES_END = 92;

  private static final int BOXES_BEGIN = 148;
  private static final int ROW = 62;

  /** Names and boxes that belong together. */
  public record Group(String said, int height, List<Name> names, List<Box> boxes) {}

  /**
   * A name and its arrow.
   *
   * @param styleClass its quantity's colour
   * @param y the middle of its row
   * @param arrow a path to its box
   * @param now whether the step set it
   */
  public record Name(String code, String styleClass, int y, String arrow, boolean now) {}

  /**
   * An object.
   *
   * @param title its number
   * @param value its size in words and numbers
   * @param before what it was before the step, where the step changed it in place
   * @param rows how many rows are one object; 0 where each is its own
   * @param shared whether more than one name stands for it
   */
  public record Box(
      int y,
      String title,
      String shape,
      Html value,
      String before,
      Thumbnail picture,
      int rows,
      boolean shared) {}

  /** After every step of accumulation and update; null after others. */
  static @Nullable MemoryLane of(Step step, Words words) {
    if (step.accumulators().isEmpty()) {
      return null;
    }
    return new MemoryLane(groups(step, words), says(step, words));
  }

  /** No more than the accumulator that the step is about. */
  static @Nullable MemoryLane ofTarget(Step step, Words words) {
    MemoryLane whole = of(step, words);
    if (whole == null) {
      return null;
    }
    boolean biases = pair(step, 1).stream().anyMatch(held -> about(step, held.name()));
    return new MemoryLane(List.of(whole.groups().get(biases ? 1 : 0)), whole.says());
  }

  private static List<Group> groups(Step step, Words words) {
    return List.of(group(step, pair(step, 0), words), group(step, pair(step, 1), words));
  }

  /** An accumulator and its zeros: of the weights, or of the biases. */
  private static List<Held> pair(Step step, int which) {
    return step.accumulators().subList(2 * which, 2 * which + 2);
  }

  /** Whether the step sets or reads that name. */
  private static boolean about(Step step, Ref name) {
    return step.target().equals(name) || step.operands().contains(name);
  }

  private static Group group(Step step, List<Held> pair, Words words) {
    Map<Integer, List<Held>> objects = new LinkedHashMap<>();
    pair.forEach(held -> objects.computeIfAbsent(held.object(), k -> new ArrayList<>()).add(held));
    int height = ROW * pair.size();
    List<Name> names = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (List<Held> same : objects.values()) {
      // A box stands at the middle of the rows of its names.
      int first = names.size() * ROW + ROW / 2;
      int middle = first + ROW * (same.size() - 1) / 2;
      for (Held held : same) {
        int y = names.size() * ROW + ROW / 2;
        names.add(
            new Name(
                held.name().code(),
                held.name().quantity().styleClass(),
                y,
                arrow(y, middle),
                step.target().equals(held.name())));
      }
      boxes.add(box(step, same, middle, words));
    }
    return new Group(words.of("memory.said", said(objects, words)), height, names, boxes);
  }

  private static String arrow(int from, int to) {
    int half = (NAMES_END + BOXES_BEGIN) / 2;
    return "M%d %dC%d %d %d %d %d %d"
        .formatted(NAMES_END, from, half, from, half, to, BOXES_BEGIN - 7, to);
  }

  private static Box box(Step step, List<Held> names, int middle, Words words) {
    Held held = names.get(0);
    double norm = held.value().norm();
    boolean inPlace = step.line().statement().changedInPlace().contains(held.name());
    return new Box(
        middle,
        words.of("memory.object", held.object()),
        held.value().shape(),
        norm == 0 ? words.html("memory.zero") : size(held),
        inPlace && step.memory().has(held.name())
            ? words.of("memory.was", Numbers.significant(step.operand(held.name()).norm(), 3))
            : "",
        Thumbnail.of(held.value()),
        held.oneRow() ? held.value().rows() : 0,
        names.size() > 1);
  }

  private static Html size(Held held) {
    return Html.text("‖·‖ = " + Numbers.significant(held.value().norm(), 3));
  }

  /** "sumW[2] and zeroW[2] are object 1, which holds ‖·‖ = 2.3". */
  private static String said(Map<Integer, List<Held>> objects, Words words) {
    List<String> said = new ArrayList<>();
    for (List<Held> same : objects.values()) {
      Held held = same.get(0);
      String names = String.join(" " + words.of("memory.and") + " ", codes(same));
      String value = held.value().norm() == 0 ? words.of("memory.zero") : size(held).plain();
      said.add(words.of("memory.stands", names, held.object(), value));
    }
    return String.join("; ", said);
  }

  private static List<String> codes(List<Held> same) {
    return same.stream().map(held -> held.name().code()).toList();
  }

  private static List<Html> says(Step step, Words words) {
    List<Html> says = new ArrayList<>();
    for (int which = 0; which < 2; which++) {
      Held sum = pair(step, which).get(0);
      Held zeros = pair(step, which).get(1);
      if (!about(step, sum.name())) {
        continue;
      }
      Html name = Html.symbol(sum.name());
      boolean made = step.target().equals(sum.name()) && !inPlace(step, sum);
      if (sum.object() == zeros.object()) {
        says.add(words.html("memory.one", name, Html.symbol(zeros.name())));
        if (made && sum.value().norm() != 0) {
          says.add(words.html("memory.not-zero", name, size(sum)));
        }
      } else if (made && sum.value().norm() == 0) {
        says.add(words.html("memory.fresh", name));
      }
      if (sum.oneRow()) {
        says.add(words.html("memory.row", sum.value().rows(), name));
      }
    }
    return says;
  }

  private static boolean inPlace(Step step, Held held) {
    return step.line().statement().changedInPlace().contains(held.name());
  }
}
