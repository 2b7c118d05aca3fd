package deltascope.web.page;

import deltascope.lessons.Part;
import deltascope.lessons.Query;
import deltascope.network.ScenarioReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages that a lesson shows within its own. */
final class LessonFrames {
  /** What a training has no use for. */
  private static final Set<String> WALKED = Set.of("split", "sample", "batches", "learn");

  private final Address here;
  private final Words words;

  LessonFrames(Address here) {
    this.here = here;
    this.words = here.words();
  }

  LessonBit.Frame frame(Part.Frame frame, Html caption) {
    if (frame instanceof Part.Step step) {
      return framed("step", "/step", walk(step.at()), caption);
    }
    if (frame instanceof Part.Compare compare) {
      return framed("compare", "/compare", walk(compare.at()), caption);
    }
    if (frame instanceof Part.Checked check) {
      Address all = walk(check.at());
      String only = String.join(",", check.only());
      return framed("check", "/checks", only.isEmpty() ? all : all.with("only", only), caption);
    }
    return framed("train", "/train", runs(((Part.Train) frame).runs()), titled(frame, caption));
  }

  private LessonBit.Frame framed(String kind, String path, Address address, Html caption) {
    String title = words.of("lesson.frame." + kind);
    String plain = caption.plain();
    return new LessonBit.Frame(
        kind,
        plain.isEmpty() ? title : title + ": " + plain,
        address.with("look", "embed").at(path),
        address.at(path),
        caption);
  }

  /** Which runs there are, before what is said of them. */
  private static Html titled(Part.Frame frame, Html caption) {
    String titles =
        ((Part.Train) frame)
            .runs().stream()
                .map(Part.Run::title)
                .filter(title -> !title.isEmpty())
                .collect(Collectors.joining(" · "));
    return titles.isEmpty()
        ? caption
        : Html.join(Html.text(titles).in("runs"), caption.isEmpty() ? "" : " ", caption);
  }

  /** The address of a walk with the reader's own wishes. */
  Address walk(Query query) {
    Address address = here.wishes().without("look");
    for (Map.Entry<String, String> each : query.parameters().entrySet()) {
      address = address.with(each.getKey(), each.getValue());
    }
    return address;
  }

  /** The address of trainings side by side: what all share, and what each has of its own. */
  private Address runs(List<Part.Run> runs) {
    List<Map<String, String>> resolved =
        runs.stream().map(run -> run.at().training().parameters()).toList();
    Set<String> given = new LinkedHashSet<>();
    runs.forEach(run -> given.addAll(run.at().parameters().keySet()));
    given.retainAll(ScenarioReader.NAMES);
    given.removeAll(WALKED);
    given.remove("bugs");
    Address shared = here.wishes().without("look");
    Set<String> own = new LinkedHashSet<>(List.of("bugs"));
    for (String name : given) {
      Set<String> values =
          resolved.stream().map(one -> one.getOrDefault(name, "")).collect(Collectors.toSet());
      if (values.size() == 1) {
        shared = shared.with(name, resolved.get(0).get(name));
      } else {
        own.add(name);
      }
    }
    List<Map<String, String>> each = new ArrayList<>();
    for (Map<String, String> one : resolved) {
      Map<String, String> mine = new LinkedHashMap<>();
      own.stream()
          .filter(name -> !one.getOrDefault(name, "").isEmpty())
          .forEach(name -> mine.put(name, one.get(name)));
      each.add(mine);
    }
    return new Runs(shared, each).address();
  }
}
