package deltascope.web.page;

import deltascope.bugs.Bug;
import deltascope.bugs.Catalogue;
import deltascope.bugs.LooksWrong;
import deltascope.bugs.Story;
import deltascope.checks.Check;
import deltascope.checks.Checks;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A language in which every phrase is English between ⟦ and ⟧, and what is filled into it is
 * outside of these: whatever a page says outside was never given to a translator.
 */
public final class Marked {
  /** What is no phrase. */
  private static final Set<String> PLAIN = Set.of("other.language.id", "js.number.group");

  private Marked() {}

  /** All phrases, and what cards say, so marked. */
  public static Words words() {
    Properties marked = new Properties();
    phrases("words.properties")
        .forEach((key, phrase) -> marked.setProperty(key, mark(key, phrase)));
    cards().forEach((key, phrase) -> marked.setProperty(key, mark(key, phrase)));
    return new Words("zz", marked);
  }

  private static String mark(String key, String phrase) {
    if (PLAIN.contains(key) || phrase.isEmpty()) {
      return phrase;
    }
    return ("⟦" + phrase.replaceAll("(\\{\\w+})", "⟧$1⟦") + "⟧").replace("⟦⟧", "");
  }

  /** The phrases of a file by their keys. */
  static Map<String, String> phrases(String resource) {
    Properties phrases = new Properties();
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(resource))) {
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, String> read = new TreeMap<>();
    phrases.stringPropertyNames().forEach(key -> read.put(key, phrases.getProperty(key)));
    return read;
  }

  /** What the cards say in English, by the keys of a translation. */
  static Map<String, String> cards() {
    Map<String, String> said = new TreeMap<>();
    for (Bug bug : Catalogue.bugs()) {
      String key = "bug." + bug.id() + ".";
      said.put(key + "title", bug.card().title());
      said.put(key + "says", bug.card().says());
      said.put(key + "symptom", bug.card().symptom());
      said.put(key + "reason", bug.card().reason());
      said.put(key + "cure", bug.card().cure());
      said.put(key + "seen", bug.card().seen());
    }
    for (Check check : Checks.checks()) {
      said.put("check." + check.id() + ".title", check.title());
      said.put("check." + check.id() + ".says", check.says());
    }
    for (LooksWrong card : LooksWrong.all()) {
      said.put("looks." + card.id() + ".title", card.title());
      said.put("looks." + card.id() + ".looks", card.looks());
      said.put("looks." + card.id() + ".right", card.right());
    }
    for (Story story : Story.all()) {
      String key = "story." + story.id() + ".";
      said.put(key + "title", story.title());
      said.put(key + "lead", story.lead());
      said.put(key + "moral", story.moral());
      for (int k = 0; k < story.stops().size(); k++) {
        said.put(key + (k + 1), story.stops().get(k).says());
      }
    }
    return said;
  }
}
