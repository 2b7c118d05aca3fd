package deltascope.web.page;

import deltascope.data.Drawing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pad on which a digit is drawn.
 *
 * @param kept the walk that it is drawn for
 * @param label what the digit drawn before was meant to be; −1 where there is none
 * @param strokes the strokes drawn before, as in an address; empty where there are none
 */
public record DrawPage(Shell shell, List<StepPage.Kept> kept, int label, String strokes) {
  /** The pad, with what was drawn before. */
  public static DrawPage of(Shell shell, @Nullable Drawing drawn) {
    List<StepPage.Kept> kept = new ArrayList<>();
    walk(shell.here()).forEach((name, value) -> kept.add(new StepPage.Kept(name, value)));
    return drawn == null
        ? new DrawPage(shell, kept, -1, "")
        : new DrawPage(shell, kept, drawn.label(), drawn.text().substring(2));
  }

  /** The walk without what belongs to the digit that it is at. */
  static Address walk(Address here) {
    return here.without("drawn", "guesses", "guess", "panel", "story", "stop");
  }
}
