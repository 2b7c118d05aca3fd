package deltascope.web;

import deltascope.network.ScenarioReader;
import deltascope.web.page.Address;
import deltascope.web.page.DrawPage;
import deltascope.web.page.Shell;
import deltascope.web.page.View;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** {@code /draw}: a pad for a digit of one's own, which then is walked like any other. */
final class DrawPages {
  private static final Set<String> NAMES =
      Parameters.names(ScenarioReader.WALK_NAMES, Address.LOOKS);

  private final Walks walks;
  private final Pages pages;

  DrawPages(Walks walks, Pages pages) {
    this.walks = walks;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/draw", this::pad);
  }

  private void pad(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    Address address = WalkPages.address(ctx, parameters);
    Words words = address.words();
    String walk = address.step(View.of(address).step());
    Shell shell = Shell.of(words, words.of("draw.document"), "", address, "/draw", walk);
    pages.render(
        ctx, "draw.jte", DrawPage.of(shell, walks.reader().read(parameters.all()).drawn()));
  }
}
