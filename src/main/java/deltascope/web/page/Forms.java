package deltascope.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * English sentences that other packages make, known by their form: what is written of one, with
 * {0}, {1} … where something was filled in. So a check or a refusal knows nothing of languages.
 */
final class Forms {
  private final List<Form> forms = new ArrayList<>();

  /**
   * One sentence.
   *
   * @param parts what is written before, between and after its places
   * @param places the number of each, in the order of the sentence
   */
  private record Form(String key, List<String> parts, List<Integer> places) {
    static Form of(String key, String phrase) {
      return new Form(
          key,
          List.of(Words.PLACE.split(phrase, -1)),
          Words.PLACE
              .matcher(phrase)
              .results()
              .map(found -> Integer.parseInt(found.group(1)))
              .toList());
    }

    int letters() {
      return parts.stream().mapToInt(String::length).sum();
    }

    /**
     * What stands in the places, by number, each at least a letter; null where the sentence has
     * another form. Each part is taken where it comes first, which leaves most to those after it:
     * no sentence has to be read twice.
     */
    @Nullable List<String> values(String sentence) {
      String last = parts.get(places.size());
      if (places.isEmpty()) {
        return sentence.equals(last) ? List.of() : null;
      }
      if (!sentence.startsWith(parts.get(0)) || !sentence.endsWith(last)) {
        return null;
      }
      String[] values = new String[places.size()];
      int from = parts.get(0).length();
      for (int n = 0; n < values.length; n++) {
        int to =
            n + 1 < values.length
                ? sentence.indexOf(parts.get(n + 1), from + 1)
                : sentence.length() - last.length();
        if (to <= from) {
          return null;
        }
        values[places.get(n)] = sentence.substring(from, to);
        from = to + parts.get(n + 1).length();
      }
      return List.of(values);
    }
  }

  /** A sentence found: which it is, and what was filled in, by number. */
  record Found(String key, List<String> values) {}

  /** The phrases of those keys as forms. */
  Forms(Iterable<String> keys, Function<String, String> phrase) {
    for (String key : keys) {
      forms.add(Form.of(key, phrase.apply(key)));
    }
    forms.sort(Comparator.comparingInt(Form::letters).reversed().thenComparing(Form::key));
  }

  /** The form of a sentence, where it has one that is known. */
  Optional<Found> of(String sentence) {
    for (Form form : forms) {
      List<String> values = form.values(sentence);
      if (values != null) {
        return Optional.of(new Found(form.key(), values));
      }
    }
    return Optional.empty();
  }
}
