package deltascope.web;

import deltascope.network.ScenarioReader;
import deltascope.web.page.Address;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /start/…}: leads to a prepared place; a place once found is not looked for again. */
final class StartingPoints {
  private final Walks walks;
  private final Map<String, StartingPoint.Place> found = new ConcurrentHashMap<>();

  StartingPoints(Walks walks) {
    this.walks = walks;
  }

  private static String wish(Parameters wishes, String name) {
    return URLEncoder.encode(wishes.text(name, ""), StandardCharsets.UTF_8);
  }

  void get(Context ctx) {
    StartingPoint point = StartingPoint.of(ctx.pathParam("id"));
    ScenarioReader reader = walks.reader();
    StringBuilder address =
        new StringBuilder(
            found
                .computeIfAbsent(
                    point.id() + " in " + reader.defaultData(), key -> point.find(walks, reader))
                .address());
    Parameters wishes = new Parameters(ctx, Address.WISHES);
    wishes.all().keySet().stream()
        .filter(wishes::has)
        .sorted()
        .forEach(name -> address.append('&').append(name).append('=').append(wish(wishes, name)));
    ctx.redirect(address.toString());
  }
}
