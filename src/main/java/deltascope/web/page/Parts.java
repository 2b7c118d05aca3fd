package deltascope.web.page;

import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of findings' parts as a page writes them: "dW2" as ∇W². */
final class Parts {
  private static final Pattern LAYERED = Pattern.compile("([A-Za-z]+)(\\d+)");

  private Parts() {}

  static Html html(String name) {
    return ref(name).map(Html::symbol).orElseGet(() -> Html.text(name + ":"));
  }

  static String plain(String name) {
    return ref(name).map(Ref::symbol).orElse(name);
  }

  /** The layer that a part's name tells; 0 where it tells none. */
  static int layer(String name) {
    return ref(name).map(Ref::layer).orElse(0);
  }

  private static Optional<Ref> ref(String name) {
    Matcher named = LAYERED.matcher(name);
    if (!named.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Quantity.values())
        .filter(quantity -> quantity.layered() && quantity.id().equals(named.group(1)))
        .findFirst()
        .map(quantity -> quantity.of(Integer.parseInt(named.group(2))));
  }
}
