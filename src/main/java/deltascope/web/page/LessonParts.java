package deltascope.web.page;

import deltascope.lessons.Look;
import deltascope.lessons.Part;
import deltascope.lessons.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of lessons ask of their parts. */
final class LessonParts {
  private LessonParts() {}

  /** The first scenario of a part whose data are not here; null where all are. */
  static @Nullable Query absent(Part part, Look look) {
    for (Query query : queries(part)) {
      if (!look.numbers().has(query.data())) {
        return query;
      }
    }
    return null;
  }

  private static List<Query> queries(Part part) {
    if (part instanceof Part.Frame frame) {
      return frame.queries();
    }
    if (part instanceof Part.Predict predict && predict.cell() != null) {
      return List.of(predict.cell().of());
    }
    if (part instanceof Part.Order order) {
      return List.of(order.of());
    }
    if (part instanceof Part.Mystery mystery) {
      return List.of(mystery.sealed());
    }
    return part instanceof Part.TryIt tryIt ? List.of(tryIt.at()) : List.of();
  }

  /** A figure in which nothing is chosen. */
  static Figure unselected(Figure figure) {
    Figure.Table table = figure.table();
    if (table == null) {
      return figure;
    }
    List<Figure.Row> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(new Figure.Row(row.head(), false, row.cells())));
    return figure.with(
        new Figure.Table(table.styleClass(), table.caption(), table.corner(), table.heads(), rows));
  }
}
