package deltascope.web;

import deltascope.web.page.HomePage;
import io.javalin.config.RoutesConfig;

/** Every address the server answers, in one table. */
final class Routes {
  private Routes() {}

  static void addTo(RoutesConfig routes, Pages pages, ServerOptions options) {
    routes.get("/", ctx -> pages.render(ctx, "home.jte", new HomePage(Version.NAME)));

    routes.get("/healthz", ctx -> ctx.contentType(Json.TYPE).result("{\"status\":\"ok\"}"));

    StaticFiles files = new StaticFiles();
    routes.get("/static/<path>", files);
    routes.get("/vendor/<path>", files);
  }
}
