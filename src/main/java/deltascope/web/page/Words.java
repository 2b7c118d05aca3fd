package deltascope.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Every sentence of the pages, by key: words.properties is the one place where they stand. */
public final class Words {
  public static final Words ENGLISH = new Words("words.properties");

  private final Properties phrases = new Properties();

  private Words(String resource) {
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("No " + resource);
      }
      phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The phrase with {0}, {1} … filled in. */
  public String of(String key, Object... values) {
    String phrase = phrases.getProperty(key);
    if (phrase == null) {
      throw new IllegalArgumentException("No words for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return phrase;
  }

  /** The phrase with markup in its places; the words themselves are escaped. */
  public Html html(String key, Object... values) {
    String phrase = Html.text(of(key)).markup();
    for (int i = 0; i < values.length; i++) {
      Html value = values[i] instanceof Html html ? html : Html.text(String.valueOf(values[i]));
      phrase = phrase.replace("{" + i + "}", value.markup());
    }
    return new Html(phrase);
  }

  public boolean has(String key) {
    return phrases.containsKey(key);
  }

  /** What scripts have to say, as JSON: the keys below "js.". */
  public String forScripts() {
    Map<String, String> said = new TreeMap<>();
    for (String key : phrases.stringPropertyNames()) {
      if (key.startsWith("js.")) {
        said.put(key.substring(3), phrases.getProperty(key));
      }
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
