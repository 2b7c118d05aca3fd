package deltascope.web;

import deltascope.web.page.Address;
import deltascope.web.page.StepPage;
import deltascope.web.page.Words;
import java.util.Arrays;
import java.util.List;

/** The prepared starting points as links. */
final class Starts {
  private Starts() {}

  /** All of them; {@code here} gives the language and the reader's wishes, which go along. */
  static List<StepPage.Start> of(Address here) {
    Words words = here.words();
    return Arrays.stream(StartingPoint.values())
        .map(
            point ->
                new StepPage.Start(
                    words.of("start." + point.id() + ".title"),
                    words.of("start." + point.id() + ".says"),
                    here.wishes().at("/start/" + point.id())))
        .toList();
  }
}
