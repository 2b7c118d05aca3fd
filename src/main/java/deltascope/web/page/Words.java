package deltascope.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
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

  public static final Words ENGLISH = new Words("en", read("words.properties"));
  public static final Words GERMAN = new Words("de", read("words_de.properties", ENGLISH.phrases));

  private static final Forms FORMS = new Forms(ENGLISH.keys("said."), ENGLISH::of);
  private static final Map<String, Words> BY_LANGUAGE = Map.of("en", ENGLISH, "de", GERMAN);
  private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);

  /** Longer lists of languages are no reader's. */
  private static final int READABLE = 300;

  /** Longer sentences are not Java's, but what was sent to it. */
  private static final int SAYABLE = 2_000;

  private final String language;
  private final Properties phrases;

  /** Those phrases, as they are or behind those that they stand in for. */
  Words(String language, Properties phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  private static Properties read(String resource) {
    return read(resource, new Properties());
  }

  private static Properties read(String resource, Properties otherwise) {
    Properties phrases = new Properties(otherwise);
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
    return String.format(Locale.ROOT, "%,d", value).replace(",", of("js.number.group"));
  }

  /** The phrase with {0}, {1} … filled in. */
  public String of(String key, Object... values) {
    String phrase = phrases.getProperty(key);
    if (phrase == null) {
      throw new IllegalArgumentException("No words for " + key);
    }
    return values.length == 0
        ? phrase
        : filled(phrase, Arrays.stream(values).map(String::valueOf).toList());
  }

  /** The phrase with values in its places; what looks like a place in a value is none. */
  private static String filled(String phrase, List<String> values) {
    return PLACE
        .matcher(phrase)
        .replaceAll(
            place -> {
              int number = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  number < values.size() ? values.get(number) : place.group());
            });
  }

  /** The phrase, or what stands in its place where this language has none of that key. */
  String or(String key, String otherwise) {
    return phrases.getProperty(key, otherwise);
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
    return phrases.getProperty(key) != null;
  }

  private List<String> keys(String beginning) {
    return phrases.stringPropertyNames().stream()
        .filter(key -> key.startsWith(beginning))
        .sorted()
        .toList();
  }

  /** What scripts have to say, as JSON: the keys below "js.". */
  public String forScripts() {
    Map<String, String> said = new TreeMap<>();
    for (String key : keys("js.")) {
      said.put(key.substring(3), of(key));
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
