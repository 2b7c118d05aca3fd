package deltascope.web.page;

import deltascope.web.mystery.SealedCase;
import java.util.ArrayList;
import java.util.List;

/**
 * What mysteries are, and where they begin.
 *
 * @param levels what can be played
 * @param why why there are none; empty where there are
 */
public record MysteryPage(Shell shell, List<Level> levels, String why) {
  /** A level, and a fresh mystery of it. */
  public record Level(String title, String says, String href) {}

  public static MysteryPage of(Shell shell, String why) {
    Words words = shell.words();
    List<Level> levels = new ArrayList<>();
    for (int level = 1; level <= SealedCase.LEVELS; level++) {
      levels.add(
          new Level(
              words.of("mystery.level", level),
              words.of("mystery.about." + level),
              shell.here().wishes().with("level", level).at("/mystery/new")));
    }
    return new MysteryPage(shell, levels, why);
  }
}
