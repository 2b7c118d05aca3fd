package deltascope.web;

import deltascope.web.page.Address;
import deltascope.web.page.StepPage;
import deltascope.web.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prepared starting points: scenarios chosen for what they show. They were found by looking at the
 * first few hundred samples, and stay what they are because every number depends on the address
 * alone; a test looks whether they still show it.
 */
final class Starts {
  /** After one gentle epoch most digits are told apart, and some only just. */
  private static final Map<String, String> TRAINED = Map.of("eta", "0.05", "epochs", "1");

  private static final Map<String, String> TIES = Map.of("mnist", "167", "made", "3");
  private static final Map<String, String> RIGHT = Map.of("mnist", "82", "made", "0");

  /** The outputs' answer, the outputs' error and the first layer's error of the default network. */
  private static final int ANSWER = 7;

  private static final int ERROR = 9;
  private static final int FIRST_HIDDEN_ERROR = 15;

  private Starts() {}

  /** Those for a data set; {@code here} gives the reader's wishes. */
  static List<StepPage.Start> of(String data, Address here, Words words) {
    Address plain = here.wishes().with("data", data);
    Address trained = plain;
    for (String name : List.of("eta", "epochs")) {
      trained = trained.with(name, TRAINED.get(name));
    }
    List<StepPage.Start> starts = new ArrayList<>();
    starts.add(start("first", plain.step(0), words));
    starts.add(start("saturated", plain.with("init", "normal").step(FIRST_HIDDEN_ERROR), words));
    if (TIES.containsKey(data)) {
      starts.add(start("tie", trained.with("sample", TIES.get(data)).step(ANSWER), words));
      starts.add(start("right", trained.with("sample", RIGHT.get(data)).step(ERROR), words));
    }
    return starts;
  }

  private static StepPage.Start start(String name, String href, Words words) {
    return new StepPage.Start(
        words.of("start." + name + ".title"), words.of("start." + name + ".says"), href);
  }
}
