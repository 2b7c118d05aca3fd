package deltascope.web;

import deltascope.data.Digits;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.network.TwoWalks;
import deltascope.web.page.Address;
import deltascope.web.page.ComparePages;
import deltascope.web.page.NoticePage;
import deltascope.web.page.Shell;
import deltascope.web.page.StepPages;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /compare}: two lanes from one seed on one digit, step by step. */
final class LanePages {
  private static final Set<String> NAMES =
      Parameters.names(
          Parameters.names(ScenarioReader.WALK_NAMES, "against", "right"), Address.LOOKS);

  private final Walks walks;
  private final Distances distances;
  private final Pages pages;

  LanePages(Walks walks, Pages pages) {
    this.walks = walks;
    this.distances = new Distances(walks);
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/compare", this::page);
    routes.get(
        "/compare/sections", ctx -> pages.render(ctx, "pairs.jte", asked(ctx).lanes().all()));
    routes.get(
        "/compare/explain", ctx -> pages.render(ctx, "proof.jte", asked(ctx).lanes().chosen()));
    routes.get("/compare/first", this::first);
  }

  /** What an address asks for. */
  private record Asked(Scenario left, Scenario right, Address address, ComparePages lanes) {}

  private Asked asked(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    ScenarioReader reader = walks.reader();
    Scenario right = reader.read(parameters.all());
    Scenario left = CompareApi.left(right, reader, parameters);
    Address address = WalkPages.address(ctx, parameters);
    ComparePages.Side rightSide = side(right);
    StepPages.Subject subject =
        new StepPages.Subject(
            walks.library().get(right.data()).title(),
            walks.digits(right).size(),
            rightSide.label(),
            rightSide.index(),
            walks.library().ids(),
            List.of(),
            Map.of(),
            null,
            null);
    return new Asked(
        left, right, address, new ComparePages(side(left), rightSide, subject, address));
  }

  private ComparePages.Side side(Scenario scenario) {
    Trace trace = walks.trace(scenario);
    Digits digits = walks.digits(scenario);
    int index = trace.samples().get(trace.column());
    return new ComparePages.Side(
        scenario, trace, digits.label(index), index, walks.hidden(scenario));
  }

  private void page(Context ctx) {
    Asked asked = asked(ctx);
    String ofRight = asked.lanes().ofRightStep();
    if (ofRight != null) {
      ctx.redirect(ofRight, HttpStatus.SEE_OTHER);
      return;
    }
    pages.render(
        ctx, "compare.jte", asked.lanes().page(distances.around(asked.left(), asked.right())));
  }

  /** Leads to the first step that differs, or says how far it was looked for. */
  private void first(Context ctx) {
    Asked asked = asked(ctx);
    Distances.Search search = distances.first(asked.left(), asked.right());
    Optional<TwoWalks.Place> found = search.found();
    Address address = asked.address();
    if (found.isPresent()) {
      TwoWalks.Place place = found.get();
      ctx.redirect(
          address.with("sample", place.position()).compare(place.pair()), HttpStatus.SEE_OTHER);
      return;
    }
    Words words = address.words();
    Shell shell =
        Shell.of(words, words.of("compare.none.document"), "", address, "/compare/first", "/step");
    pages.render(
        ctx,
        "notice.jte",
        new NoticePage(
            shell,
            words.of("compare.none.title"),
            words.of("compare.none.says", words.grouped(search.looked())),
            words.of("compare.none.back"),
            address.at("/compare")));
  }
}
