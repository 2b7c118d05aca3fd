package deltascope.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence of the pages, by key, in one language: words.properties is the one place where
 * they stand, and words_de.properties says the same in German. What is not translated yet is
 * English.
 */
public final class Words {
  /** Where {0}, {1} … stand in a phrase. */
  static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private static final Properties IN_ENGLISH = read("words.properties", null);
  public static final Words ENGLISH = new Words("en", IN_ENGLISH);
  public static final Words GERMAN = new Words("de", read("words_de.properties", IN_ENGLISH));

  private static final Forms FORMS = new Forms(ENGLISH.keys("said."), ENGLISH::of);
  private static final Map<String, Words> BY_LANGUAGE = Map.of("en", ENGLISH, "de", GERMAN);
  private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);

  /** Longer lists of languages are no reader's. */
  private static final int READABLE = 300;

  /** Longer sentences are not Java's, but what was sent to it. */
  private static final int SAYABLE = 2_000;

  /** Digits that stand together. */
  private static final int GROUP = 3;

  private final String language;
  private final Map<String, String> phrases = new HashMap<>();
  private final String forScripts;

  /** Those phrases, and what they stand in for. */
  Words(String language, Properties phrases) {
    this.language = language;
    phrases.stringPropertyNames().forEach(key -> this.phrases.put(key, phrases.getProperty(key)));
    this.forScripts = asJson("js.");
  }

  private static Properties read(String resource, @Nullable Properties otherwise) {
    Properties phrases = otherwise == null ? new Properties() : new Properties(otherwise);
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("No " + resource);
      }
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return phrases;
  }

  /** The language that suits a browser best, by its Accept-Language; English where none does. */
  public static Words liked(@Nullable String accepted) {
    if (accepted == null || accepted.length() > READABLE) {
      return ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), LOCALES);
      return best == null ? ENGLISH : BY_LANGUAGE.getOrDefault(best.getLanguage(), ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return ENGLISH;
    }
  }

  /** In that language, where one is said and known; else these. */
  public Words in(@Nullable String said) {
    return said == null ? this : BY_LANGUAGE.getOrDefault(said, this);
  }

  /** "en" or "de". */
  public String language() {
    return language;
  }

  /** A whole number, each three digits set apart: 60,000. */
  public String grouped(long value) {
    StringBuilder digits = new StringBuilder().append(value);
    int first = value < 0 ? 1 : 0;
    for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
      digits.insert(at, of("js.number.group"));
    }
    return digits.toString();
  }

  /** The phrase with {0}, {1} … filled in. */
  public String of(String key, Object... values) {
    String phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("No words for " + key);
    }
    return values.length == 0
        ? phrase
        : filled(phrase, Arrays.stream(values).map(String::valueOf).toList());
  }

  /** The phrase with values in its places; what looks like a place in a value is none. */
  private static String filled(String phrase, List<String> values) {
    StringBuilder filled = new StringBuilder();
    int done = 0;
    for (int at = phrase.indexOf('{'); at >= 0; at = phrase.indexOf('{', at + 1)) {
      boolean place = at + 2 < phrase.length() && phrase.charAt(at + 2) == '}';
      int number = place ? Character.digit(phrase.charAt(at + 1), 10) : -1;
      if (number >= 0 && number < values.size()) {
        filled.append(phrase, done, at).append(values.get(number));
        done = at + 3;
      }
    }
    return filled.append(phrase, done, phrase.length()).toString();
  }

  /** The phrase, or what stands in its place where this language has none of that key. */
  String or(String key, String otherwise) {
    return phrases.getOrDefault(key, otherwise);
  }

  /**
   * A sentence that Java makes in English, in this language; as it is where its form is unknown.
   */
  public String said(String english) {
    if (this == ENGLISH || english.length() > SAYABLE) {
      return english;
    }
    Optional<String> said = known(english);
    if (said.isEmpty() && english.endsWith(".")) {
      said = known(english.substring(0, english.length() - 1)).map(sentence -> sentence + ".");
    }
    return said.orElse(english);
  }

  private Optional<String> known(String english) {
    return FORMS
        .of(english)
        .map(found -> of(found.key(), found.values().stream().map(this::said).toArray()));
  }

  /** The phrase with markup in its places; the words themselves are escaped. */
  public Html html(String key, Object... values) {
    List<String> markup =
        Arrays.stream(values)
            .map(value -> value instanceof Html html ? html : Html.text(String.valueOf(value)))
            .map(Html::markup)
            .toList();
    return new Html(filled(Html.text(of(key)).markup(), markup));
  }

  public boolean has(String key) {
    return phrases.containsKey(key);
  }

  private List<String> keys(String beginning) {
    return phrases.keySet().stream().filter(key -> key.startsWith(beginning)).sorted().toList();
  }

  /** What scripts have to say, as JSON: the keys below "js.". */
  public String forScripts() {
    return forScripts;
  }

  private String asJson(String beginning) {
    Map<String, String> said = new TreeMap<>();
    for (String key : keys(beginning)) {
      said.put(key.substring(beginning.length()), of(key));
    }
    StringBuilder json = new StringBuilder("{");
    String gap = "";
    for (Map.Entry<String, String> entry : said.entrySet()) {
      json.append(gap).append(quoted(entry.getKey())).append(':').append(quoted(entry.getValue()));
      gap = ",";
    }
    return json.append('}').toString();
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("<", "\\u003c");
    return '"' + escaped + '"';
  }
}
