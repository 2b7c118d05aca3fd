package deltascope.web;

import deltascope.bugs.Catalogue;
import deltascope.data.Dataset;
import deltascope.data.Library;
import deltascope.math.Refused;
import deltascope.network.Epoch;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.web.page.Address;
import deltascope.web.page.Runs;
import deltascope.web.page.TrainPages;
import deltascope.web.train.Order;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code /train}: up to six trainings side by side. */
final class LabPages {
  private static final Set<String> NAMES = names();
  private static final Set<String> OWN_NAMES = ownNames();

  private final Library library;
  private final Function<Order, List<Epoch>> known;
  private final Function<Scenario, Map<String, String>> hidden;
  private final Pages pages;

  /**
   * @param known the epochs of a training, as far as it is; none where it is not known
   * @param hidden the bugs of a run that change nothing beside its others ({@link Walks#hidden})
   */
  LabPages(
      Library library,
      Function<Order, List<Epoch>> known,
      Function<Scenario, Map<String, String>> hidden,
      Pages pages) {
    this.library = library;
    this.known = known;
    this.hidden = hidden;
    this.pages = pages;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(ScenarioReader.NAMES);
    names.removeAll(Set.of("split", "sample", "batches"));
    names.addAll(Address.WISHES);
    names.addAll(Set.of("runs", "at", "panel"));
    return names;
  }

  private static Set<String> ownNames() {
    Set<String> names = new TreeSet<>();
    for (String name : Runs.OWN) {
      names.add(TrainPages.OWN + name);
    }
    names.remove(TrainPages.OWN + "bugs");
    return names;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/train", this::page);
    routes.get("/train/change", this::change);
  }

  private void page(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    at(parameters);
    pages.render(ctx, "train.jte", pages(Runs.of(WalkPages.address(ctx, parameters))).page());
  }

  private TrainPages pages(Runs runs) {
    ScenarioReader reader = ScenarioReader.training(library.defaultId(), Catalogue::variation);
    Scenario shared = reader.read(runs.common());
    Dataset dataset = library.get(shared.data());
    return new TrainPages(
        runs,
        shared,
        reader,
        new TrainPages.Subject(
            dataset.title(),
            dataset.train().size(),
            library.ids(),
            scenario -> known.apply(Order.of(scenario, library)),
            hidden));
  }

  private static void at(Parameters parameters) {
    String at = parameters.text("at", "0");
    if (!at.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      throw new Refused("at", at, "epochs done, such as 0.35 or 2");
    }
  }

  /** A run's own form leads to the page that shows it. */
  private void change(Context ctx) {
    Parameters parameters = new Parameters(ctx, Parameters.names(withWhich(), OWN_NAMES));
    Address address = WalkPages.address(ctx, parameters);
    Runs runs = Runs.of(address.without("which").without(OWN_NAMES.toArray(String[]::new)));
    int which = parameters.whole("which", 1, 1, runs.size()) - 1;
    for (String name : OWN_NAMES) {
      String value = parameters.text(name, "");
      if (value.contains("/") || value.contains(";")) {
        throw new Refused(name, value, "a value without / and ;, which part the runs");
      }
      runs = runs.with(which, name.substring(TrainPages.OWN.length()), value);
    }
    ctx.redirect(runs.address().at("/train"), HttpStatus.SEE_OTHER);
  }

  private static Set<String> withWhich() {
    return Parameters.names(NAMES, "which");
  }
}
