package deltascope.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English sentences that other packages make, known by their form: what is written of one, with
 * {0}, {1} … where something was filled in. So a check or a refusal knows nothing of languages.
 */
final class Forms {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final List<Form> forms = new ArrayList<>();

  /** One sentence. */
  private record Form(String key, Pattern pattern, List<Integer> places, int letters) {}

  /** A sentence found: which it is, and what was filled in, by number. */
  record Found(String key, List<String> values) {}

  /** The phrases of those keys as forms. */
  Forms(Iterable<String> keys, Function<String, String> phrase) {
    for (String key : keys) {
      forms.add(form(key, phrase.apply(key)));
    }
    forms.sort(Comparator.comparingInt(Form::letters).reversed().thenComparing(Form::key));
  }

  private static Form form(String key, String phrase) {
    Matcher place = PLACE.matcher(phrase);
    StringBuilder pattern = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int from = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(phrase.substring(from, place.start()))).append("(.+?)");
      places.add(Integer.parseInt(place.group(1)));
      from = place.end();
    }
    pattern.append(Pattern.quote(phrase.substring(from)));
    int letters = PLACE.matcher(phrase).replaceAll("").length();
    return new Form(key, Pattern.compile(pattern.toString()), List.copyOf(places), letters);
  }

  /** The form of a sentence; with an empty key where it has none that is known. */
  Found of(String sentence) {
    for (Form form : forms) {
      Matcher match = form.pattern().matcher(sentence);
      if (match.matches()) {
        String[] values = new String[form.places().size()];
        for (int n = 0; n < values.length; n++) {
          values[form.places().get(n)] = match.group(n + 1);
        }
        return new Found(form.key(), List.of(values));
      }
    }
    return new Found("", List.of());
  }
}
