package deltascope.web;

import deltascope.data.Digits;
import deltascope.network.Scenario;
import deltascope.network.ScenarioReader;
import deltascope.network.Trace;
import deltascope.web.mystery.Play;
import deltascope.web.page.Address;
import deltascope.web.page.CardWords;
import deltascope.web.page.HomePage;
import deltascope.web.page.KeysPage;
import deltascope.web.page.MysteryBar;
import deltascope.web.page.SamplesPage;
import deltascope.web.page.Shell;
import deltascope.web.page.StepPages;
import deltascope.web.page.StoryBar;
import deltascope.web.page.TablePage;
import deltascope.web.page.View;
import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of the walk: home, the step and its parts, the sample picker, the tables, the keys. */
final class WalkPages {
  private static final Set<String> NAMES = Parameters.names(ScenarioReader.NAMES, Address.LOOKS);
  private static final Set<String> WALK_NAMES = Parameters.names(NAMES, Cases.NAMES);
  private static final Set<String> TABLE_NAMES =
      Parameters.names(WALK_NAMES, "name", "which", "against", "turned", "top", "left");
  private static final Set<String> SAMPLES_NAMES = Parameters.names(WALK_NAMES, "digit", "first");

  private final Walks walks;
  private final Cases cases;
  private final Mysteries mysteries;
  private final Pages pages;
  private final KeptAnswers answers;

  WalkPages(Walks walks, Cases cases, Mysteries mysteries, Pages pages) {
    this.answers = new KeptAnswers(walks.library());
    this.walks = walks;
    this.cases = cases;
    this.mysteries = mysteries;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/", this::home);
    kept(routes, "/step", this::step);
    kept(routes, "/step/sections", ctx -> pages.render(ctx, "sections.jte", walk(ctx).all()));
    kept(routes, "/step/explain", ctx -> pages.render(ctx, "proof.jte", walk(ctx).proof()));
    routes.get("/step/table", this::table);
    routes.get("/samples", this::samples);
    routes.get("/keys", this::keys);
  }

  private void kept(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, answers.of(handler));
  }

  private void step(Context ctx) {
    StepPages walk = walk(ctx);
    String typed = walk.typed();
    if (typed == null) {
      pages.render(ctx, "step.jte", walk.page());
    } else {
      ctx.redirect(typed, HttpStatus.SEE_OTHER);
    }
  }

  private StepPages walk(Context ctx) {
    Parameters parameters = new Parameters(ctx, WALK_NAMES);
    Cases.Seen seen = cases.of(parameters);
    Address address = address(ctx, parameters);
    return new StepPages(seen.scenario(), seen.trace(), subject(seen, address), address);
  }

  /** The parameters in the order in which they came, empty ones left out. */
  static Address address(Context ctx, Parameters parameters) {
    Map<String, String> inOrder = new LinkedHashMap<>();
    for (String name : ctx.queryParamMap().keySet()) {
      if (parameters.has(name)) {
        inOrder.put(name, parameters.text(name, ""));
      }
    }
    return Address.of(inOrder, Languages.words(ctx));
  }

  private StepPages.Subject subject(Cases.Seen seen, Address address) {
    Scenario scenario = seen.scenario();
    Trace trace = seen.trace();
    Digits digits = walks.digits(scenario);
    int index = trace.samples().get(trace.column());
    return new StepPages.Subject(
        title(scenario),
        digits.size(),
        digits.label(index),
        index,
        walks.library().ids(),
        Starts.of(address),
        walks.hidden(scenario),
        seen.mystery() == null ? StoryBar.of(address, scenario, walks.reader()) : null,
        bar(seen, address));
  }

  private @Nullable MysteryBar bar(Cases.Seen seen, Address address) {
    Play play = seen.mystery();
    if (play == null) {
      return null;
    }
    int last = seen.trace().steps().size() - 1;
    int step = Math.min(last, View.of(address).step());
    return MysteryBar.of(play, address, step, last, seen.veiled(), () -> noticed(play, address));
  }

  /** What a check says of the case, as a hint. */
  private String noticed(Play play, Address address) {
    Words words = address.words();
    return mysteries
        .notice(play, play.clue(play.solved(address.get("solved", ""))))
        .map(
            found ->
                words.of(
                    "mystery.hint.check",
                    CardWords.title(words, found.check()),
                    words.said(found.finding().detail())))
        .orElseGet(() -> words.of("mystery.hint.silent"));
  }

  private String title(Scenario scenario) {
    return walks.library().get(scenario.data()).title();
  }

  private void home(Context ctx) {
    Parameters parameters = new Parameters(ctx, NAMES);
    Scenario scenario = walks.reader().read(parameters.all());
    Trace trace = walks.trace(scenario);
    Address address = address(ctx, parameters);
    Digits digits = walks.digits(scenario);
    Words words = address.words();
    String data = Shell.data(words, scenario.split(), title(scenario), digits.size());
    Shell shell = Shell.of(words, words.of("home.document"), data, address, "/", address.step(0));
    int label = digits.label(trace.samples().get(trace.column()));
    pages.render(
        ctx,
        "home.jte",
        HomePage.of(
            shell,
            scenario,
            trace,
            label,
            Starts.of(address),
            !walks.library().ids().contains("mnist")));
  }

  private void keys(Context ctx) {
    Address address = address(ctx, new Parameters(ctx, NAMES));
    Words words = address.words();
    Shell shell = Shell.of(words, words.of("keys.document"), "", address, "/keys", "/step");
    pages.render(ctx, "keys.jte", KeysPage.of(shell));
  }

  private void samples(Context ctx) {
    Parameters parameters = new Parameters(ctx, SAMPLES_NAMES);
    Cases.Seen seen = cases.of(parameters);
    Scenario scenario = seen.scenario();
    Digits digits = walks.digits(scenario.at(scenario.sample()));
    Address address = address(ctx, parameters).without("drawn");
    int digit = parameters.whole("digit", -1, parameters.has("digit") ? 0 : -1, 9);
    int from = parameters.whole("first", 0, 0, digits.size() - 1);
    Shell shell =
        Shell.of(
            address.words(),
            address.words().of("samples.document"),
            "",
            address,
            "/samples",
            address.without("digit", "first").at("/step"));
    pages.render(
        ctx,
        "samples.jte",
        SamplesPage.of(
            shell,
            scenario,
            digits,
            title(scenario),
            digit,
            from,
            seen.mystery() == null ? Starts.of(address) : List.of()));
  }

  private void table(Context ctx) {
    Parameters parameters = new Parameters(ctx, TABLE_NAMES);
    Cases.Seen seen = cases.of(parameters);
    Scenario scenario = seen.scenario();
    Tensor tensor = Tensor.find(cases, seen, parameters);
    Address address = address(ctx, parameters);
    Shell shell =
        Shell.of(
            address.words(),
            address.words().of("table.document", tensor.ref().symbol()),
            "",
            address,
            "/step/table",
            address.without("against").step(tensor.step()));
    int side = (int) Math.round(Math.sqrt(scenario.net().inputs()));
    TablePage.Subject subject =
        new TablePage.Subject(
            tensor.ref(),
            tensor.matrix(),
            scenario.net().depth(),
            side,
            parameters.has("turned"),
            tensor.step());
    int top = parameters.whole("top", 0, 0, 1_000_000);
    int left = parameters.whole("left", 0, 0, 1_000_000);
    pages.render(ctx, "table.jte", TablePage.of(shell, subject, top, left));
  }
}
