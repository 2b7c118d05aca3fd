package deltascope.web.page;

import deltascope.web.mystery.Fault;
import deltascope.web.mystery.Play;
import java.util.ArrayList;
import java.util.List;

/**
 * A mystery made from a scenario in the open: for its instructor.
 *
 * @param choices how it is to be
 * @param kept what the form carries along
 * @param links what to give to whom
 * @param seed whether students can guess what its numbers were drawn from
 * @param answers what is to be found
 * @param back the scenario in the open
 */
public record MysteryMadePage(
    Shell shell,
    List<Choice> choices,
    List<StepPage.Kept> kept,
    List<Given> links,
    String seed,
    List<Html> answers,
    String back) {
  /** A choice, and what can be chosen. */
  public record Choice(String name, String label, List<StepPage.Option> options) {}

  /** An address to be copied, and what it is for. */
  public record Given(String id, String title, String says, String address) {}

  /**
   * The page of a case that was just sealed.
   *
   * @param server the server's own address, such as {@code http://localhost:7070}
   * @param step the step that was looked at
   */
  public static MysteryMadePage of(Shell shell, Play play, String server, int step) {
    Words words = shell.words();
    Address here = shell.here();
    Address student = here.wishes().with("mystery", play.token());
    String projector = student.with("type", "large").step(0);
    List<Choice> choices = new ArrayList<>();
    List<String> levels =
        switch (play.truth().faults().size()) {
          case 0 -> List.of("2", "3");
          case 1 -> List.of("1", "2");
          default -> List.of("3");
        };
    choices.add(choice(words, "level", levels, Integer.toString(play.sealed().level())));
    choices.add(yesOrNo(words, "clean-first", play.sealed().cleanFirst()));
    choices.add(yesOrNo(words, "give-up", play.sealed().mayGiveUp()));
    List<StepPage.Kept> kept = new ArrayList<>();
    here.without("level", "clean-first", "give-up")
        .forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    return new MysteryMadePage(
        shell,
        choices,
        kept,
        List.of(
            given(words, "student", server + student.step(0)),
            given(
                words,
                "projector",
                server + projector + "#reveal=" + play.seal().revealKey(play.token()))),
        here.get("seed") == null
            ? words.of("made.seed.drawn")
            : words.of("made.seed.said", play.scenario().seed()),
        answers(words, play),
        here.without("level", "clean-first", "give-up").step(step));
  }

  private static Given given(Words words, String id, String address) {
    return new Given(id, words.of("made." + id), words.of("made." + id + ".says"), address);
  }

  private static Choice yesOrNo(Words words, String name, boolean yes) {
    return choice(words, name, List.of("yes", "no"), yes ? "yes" : "no");
  }

  private static Choice choice(Words words, String name, List<String> values, String now) {
    List<StepPage.Option> options = new ArrayList<>();
    for (String value : values) {
      String label = words.of("made." + name + "." + value);
      options.add(new StepPage.Option(value, label, value.equals(now)));
    }
    return new Choice(name, words.of("made." + name), options);
  }

  private static List<Html> answers(Words words, Play play) {
    List<Html> answers = new ArrayList<>();
    for (Fault fault : play.truth().faults()) {
      answers.add(
          words.html(
              "made.answer",
              CardWords.title(words, fault.bug()),
              words.grouped(fault.sample()),
              fault.step() + 1,
              Html.symbol(fault.asRun().target()),
              words.of("rule." + fault.rules().iterator().next())));
    }
    if (answers.isEmpty()) {
      answers.add(words.html("made.answer.none"));
    }
    return answers;
  }
}
