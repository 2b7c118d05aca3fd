package deltascope.web;

import deltascope.bugs.AtHome;
import deltascope.bugs.Bug;
import deltascope.bugs.Card;
import deltascope.bugs.Catalogue;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import deltascope.network.Change;
import deltascope.network.ScenarioReader;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code /api/bugs}: the catalogue as JSON. */
final class BugsApi {
  private BugsApi() {}

  static void all(Context ctx) {
    new Parameters(ctx, Set.of());
    Json.write(ctx, Catalogue.bugs().stream().map(BugsApi::document).toList());
  }

  static void one(Context ctx) {
    new Parameters(ctx, Set.of());
    Json.write(ctx, document(Catalogue.bug(ctx.pathParam("id"))));
  }

  /** The lines that the bug changes, in the scenario where it is at home. */
  static List<Change> changes(Bug bug) {
    ScenarioReader reader = ScenarioReader.stepping("made", Catalogue::variation);
    return Change.by(bug.id(), AtHome.of(bug, reader, Map.of()).bugged().setup());
  }

  private static Map<String, Object> document(Bug bug) {
    Card card = bug.card();
    List<Change> changes = changes(bug);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", card.id());
    document.put("title", card.title());
    document.put("family", card.family().id());
    document.put("severity", card.severity().id());
    document.put("equation", card.actsOn());
    document.put(
        "textbook", changes.isEmpty() ? "" : changes.get(0).line().textbookFormula().latex());
    document.put("formula", changes.isEmpty() ? "" : changes.get(0).line().formula().latex());
    document.put("code", code(card, changes));
    document.put("says", card.says());
    document.put("symptom", card.symptom());
    document.put("reason", card.reason());
    document.put("cure", card.cure());
    document.put("seen", card.seen());
    document.put("contract", contract(card));
    return document;
  }

  private static Map<String, Object> code(Card card, List<Change> changes) {
    Card.Listing listing = card.listing();
    Map<String, Object> code = new LinkedHashMap<>();
    if (listing != null) {
      code.put("numpy", pair(listing.numpyCorrect(), listing.numpyBugged()));
      code.put("java", pair(listing.javaCorrect(), listing.javaBugged()));
    } else if (!changes.isEmpty()) {
      var line = changes.get(0).line();
      var right = line.asTextbook();
      code.put("numpy", pair(right.plainNumpy().text(), line.plainNumpy().text()));
      code.put("java", pair(right.plainJava().text(), line.plainJava().text()));
    }
    return code;
  }

  private static Map<String, String> pair(String correct, String bugged) {
    return new TreeMap<>(Map.of("correct", correct, "bugged", bugged));
  }

  private static Map<String, Object> contract(Card card) {
    List<String> silent =
        Checks.checks().stream()
            .map(Check::id)
            .filter(id -> !card.noticedBy().contains(id))
            .toList();
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("firstBroken", card.firstBroken());
    contract.put("detectedBy", card.noticedBy().stream().sorted().toList());
    contract.put("silent", silent);
    return contract;
  }
}
