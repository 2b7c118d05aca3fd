package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.network.ScenarioReader;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /start/…}: leads to a prepared place; a place once found is not looked for again. */
final class StartingPoints {
  private final Walks walks;
  private final Map<String, StartingPoint.Place> found = new ConcurrentHashMap<>();

  StartingPoints(Walks walks) {
    this.walks = walks;
  }

  void get(Context ctx) {
    StartingPoint point = StartingPoint.of(ctx.pathParam("id"));
    String data = walks.library().defaultId();
    ScenarioReader reader = ScenarioReader.stepping(data, Catalogue::variation);
    ctx.redirect(
        found
            .computeIfAbsent(point.id() + " in " + data, key -> point.find(walks, reader))
            .address());
  }
}
