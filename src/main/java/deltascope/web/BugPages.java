package deltascope.web;

import deltascope.bugs.AtHome;
import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.bugs.Measurement;
import deltascope.network.Step;
import deltascope.web.page.Address;
import deltascope.web.page.BugPage;
import deltascope.web.page.BugsPage;
import deltascope.web.page.CardWords;
import deltascope.web.page.Shell;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;

/** {@code /bugs} and {@code /bugs/…}: the catalogue as pages. */
final class BugPages {
  /** How many samples are looked through for a step where a bug shows itself. */
  private static final int SAMPLES = 9;

  private final Walks walks;
  private final Pages pages;

  BugPages(Walks walks, Pages pages) {
    this.walks = walks;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/bugs", this::all);
    routes.get("/bugs/{id}", this::one);
  }

  private void all(Context ctx) {
    Address wishes = wishes(ctx);
    Shell shell = shell(wishes, wishes.words().of("bugs.document"), "/bugs");
    pages.render(ctx, "bugs.jte", BugsPage.of(shell, BugsApi::changes));
  }

  private void one(Context ctx) {
    Bug bug = Catalogue.bug(ctx.pathParam("id"));
    Address wishes = wishes(ctx);
    Words words = wishes.words();
    Shell shell =
        shell(wishes, words.of("bug.document", CardWords.title(words, bug)), "/bugs/" + bug.id());
    pages.render(
        ctx,
        "bug.jte",
        BugPage.of(
            shell, bug.card(), BugsApi.changes(bug), walk(bug, shell.here()), checks(bug, shell)));
  }

  /** The checks of the scenario in which the card's contract is measured. */
  private String checks(Bug bug, Shell shell) {
    AtHome home = AtHome.of(bug, walks.reader(), Map.of("net", Measurement.NET));
    return address(home.parameters(), shell.here()).at("/checks");
  }

  private static Address wishes(Context ctx) {
    Parameters parameters = new Parameters(ctx, Address.WISHES);
    return Address.of(new TreeMap<>(parameters.all()), Languages.words(ctx));
  }

  private static Shell shell(Address wishes, String title, String path) {
    return Shell.of(wishes.words(), title, "", wishes, path, wishes.at("/step"));
  }

  /** The walk to the first step where the bug acts; to the first step where none does. */
  private String walk(Bug bug, Address wishes) {
    AtHome home = AtHome.of(bug, walks.reader(), Map.of());
    Address address = address(home.parameters(), wishes);
    int first = home.bugged().sample();
    for (int sample = first; sample < first + SAMPLES; sample++) {
      for (Step step : walks.glance(home.bugged().at(sample)).steps()) {
        if (step.acting().contains(bug.id())) {
          return address.with("sample", sample).step(step.index());
        }
      }
    }
    return address.step(0);
  }

  private static Address address(Map<String, String> home, Address wishes) {
    Address address = Address.of(home);
    for (String wish : Address.WISHES) {
      address = address.with(wish, wishes.get(wish));
    }
    return address;
  }
}
