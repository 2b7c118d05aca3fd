package deltascope.web;

import deltascope.algebra.Line;
import deltascope.bugs.LooksWrong;
import deltascope.bugs.Quiz;
import deltascope.data.Digits;
import deltascope.network.Change;
import deltascope.network.Scenario;
import deltascope.network.Trace;
import deltascope.web.page.Address;
import deltascope.web.page.CardWords;
import deltascope.web.page.LooksWrongListPage;
import deltascope.web.page.LooksWrongPage;
import deltascope.web.page.QuizPage;
import deltascope.web.page.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** "Is this a bug?": {@code /bugs/looks-wrong}, its cards, and the quiz that mixes them in. */
final class QuizPages {
  private final Walks walks;
  private final Pages pages;

  QuizPages(Walks walks, Pages pages) {
    this.walks = walks;
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/bugs/looks-wrong", this::list);
    routes.get("/bugs/looks-wrong/{id}", this::card);
    routes.get("/quiz", this::quiz);
  }

  private void list(Context ctx) {
    Parameters parameters = new Parameters(ctx, Address.WISHES);
    Shell shell = shell(ctx, parameters, "/bugs/looks-wrong", "looks.document");
    pages.render(ctx, "looks-wrong.jte", LooksWrongListPage.of(shell));
  }

  private void card(Context ctx) {
    LooksWrong card = LooksWrong.of(ctx.pathParam("id"));
    Parameters parameters =
        new Parameters(ctx, Parameters.names(Address.WISHES, LooksWrongPage.ANSWER));
    answer(parameters);
    String title = CardWords.of(WalkPages.address(ctx, parameters).words(), card).title();
    Shell shell = shell(ctx, parameters, "/bugs/looks-wrong/" + card.id(), "bug.document", title);
    Scenario scenario = scenario(card.parameters());
    Trace trace = walks.glance(scenario);
    Digits digits = walks.digits(scenario);
    int label = digits.label(trace.samples().get(trace.column()));
    pages.render(
        ctx, "looks-wrong-card.jte", LooksWrongPage.of(shell, card, scenario, trace, label));
  }

  private void quiz(Context ctx) {
    Parameters parameters =
        new Parameters(
            ctx, Parameters.names(Address.WISHES, "seed", "question", "right", "answer"));
    answer(parameters);
    int number = parameters.whole("question", 1, 1, Quiz.QUESTIONS + 1);
    int right = parameters.whole("right", 0, 0, number - 1);
    int seed = parameters.whole("seed", 1, 0, Integer.MAX_VALUE - 1);
    Shell shell = shell(ctx, parameters, "/quiz", "quiz.document");
    if (number > Quiz.QUESTIONS) {
      pages.render(ctx, "quiz.jte", QuizPage.end(shell, seed, right));
      return;
    }
    List<Quiz.Question> questions = Quiz.of(seed);
    Quiz.Question question = questions.get(number - 1);
    pages.render(
        ctx, "quiz.jte", QuizPage.question(shell, question, line(question), number, right));
  }

  /** The line that is asked about: a bug's, or that of the step where a card is met. */
  private Line line(Quiz.Question question) {
    Change change = question.change();
    LooksWrong card = question.card();
    if (change != null) {
      return change.line();
    }
    LooksWrong met = Objects.requireNonNull(card);
    return walks.glance(scenario(met.parameters())).steps().get(met.step()).line();
  }

  private Scenario scenario(Map<String, String> parameters) {
    return walks.reader().read(parameters);
  }

  private static void answer(Parameters parameters) {
    parameters.oneOf("answer", "yes", "yes", "no");
  }

  private static Shell shell(
      Context ctx, Parameters parameters, String path, String key, Object... values) {
    Address here = WalkPages.address(ctx, parameters);
    String title = here.words().of(key, values);
    return Shell.of(here.words(), title, "", here, path, here.wishes().at("/step"));
  }
}
