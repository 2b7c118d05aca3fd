package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.network.Scenario;
import deltascope.web.mystery.Fault;
import deltascope.web.mystery.Play;
import deltascope.web.mystery.Progress;
import deltascope.web.mystery.Repair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mystery was.
 *
 * @param title what it comes to
 * @param lead what there is to learn from it
 * @param score how it was found; empty where there is nothing to say
 * @param culprits its bugs, the first to show first
 * @param walk the walk in the open
 * @param another a fresh one
 */
public record MysteryRevealPage(
    Shell shell,
    String title,
    String lead,
    String score,
    List<Culprit> culprits,
    String walk,
    String another) {
  /**
   * A bug, and where it is seen.
   *
   * @param card what there is to say of it
   * @param where the place of its first wrong step
   * @param formula the line, compared with the textbook's; null for a rule that no formula tells
   * @param lines what ran, and what should have, in numpy and Java
   * @param step the first wrong step in the open
   * @param compare the same step beside the textbook's
   * @param page the bug's page
   */
  public record Culprit(
      CardWords card,
      Html where,
      Piece.@Nullable Term formula,
      List<BugPage.Lines> lines,
      String step,
      String compare,
      String page) {}

  public static MysteryRevealPage of(Shell shell, Play play) {
    Words words = shell.words();
    Progress progress = Progress.read(name -> shell.here().get(name, ""));
    int found = play.solved(progress.solved()).size();
    Address wishes = shell.here().wishes();
    List<Culprit> culprits = new ArrayList<>();
    for (Fault fault : play.truth().faults()) {
      culprits.add(culprit(words, play, fault, wishes));
    }
    boolean clean = culprits.isEmpty();
    String lead =
        !clean
            ? words.of("reveal.lead")
            : words.of(progress.misses() == 0 ? "reveal.clean.lead" : "reveal.clean.accused");
    return new MysteryRevealPage(
        shell,
        words.of(clean ? "reveal.clean" : culprits.size() == 1 ? "reveal.one" : "reveal.more"),
        lead,
        MysteryBar.score(words, progress, found),
        culprits,
        open(play.scenario(), wishes).step(0),
        wishes.with("level", play.sealed().level()).with("walked", "yes").at("/mystery/new"));
  }

  /** Everything in the open. */
  private static Address open(Scenario scenario, Address wishes) {
    Map<String, String> told = new LinkedHashMap<>(scenario.parameters());
    told.values().removeIf(String::isEmpty);
    Address[] address = {Address.of(told)};
    wishes.forEach((name, value) -> address[0] = address[0].with(name, value));
    return address[0];
  }

  private static Culprit culprit(Words words, Play play, Fault fault, Address wishes) {
    Bug bug = Catalogue.bug(fault.bug());
    Address at = open(play.scenario().at(fault.sample()), wishes);
    var line = fault.asRun().line();
    boolean told = !line.statement().equals(line.textbook());
    var maths = told ? line.comparedFormula() : null;
    Repair repair = play.repair(fault);
    Repair.Candidate ran = repair.lines().get(repair.runs());
    Repair.Candidate right = repair.lines().get(repair.right());
    return new Culprit(
        CardWords.of(words, bug),
        words.html(
            fault.leftOut() ? "reveal.after" : "reveal.where",
            words.grouped(fault.sample()),
            fault.step() + 1,
            Html.symbol(fault.asRun().target())),
        maths == null ? null : Piece.Term.of(maths),
        List.of(
            new BugPage.Lines(words.of("code.numpy"), ran.numpy(), right.numpy()),
            new BugPage.Lines(words.of("code.java"), ran.java(), right.java())),
        at.step(fault.step()),
        at.with("right", fault.step()).at("/compare"),
        wishes.at("/bugs/" + bug.id()));
  }
}
