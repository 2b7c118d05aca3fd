package deltascope.web.page;

import java.util.List;

/**
 * A lesson.
 *
 * @param id its name
 * @param number its place
 * @param title in a few words
 * @param minutes it takes
 * @param missing a sentence where some data are not here; else empty
 * @param again what the lesson before asks again
 * @param bits the lesson itself
 * @param tasks names of what there is to be done, as answers are kept; what is asked again is
 *     another lesson's
 * @param back the lesson before; empty where this is the first
 * @param next the lesson after; empty where this is the last
 */
public record LessonPage(
    Shell shell,
    String id,
    int number,
    String title,
    int minutes,
    String needs,
    String goal,
    String missing,
    List<LessonBit> again,
    List<LessonBit> bits,
    String tasks,
    Link back,
    Link next) {
  /** Where the lesson is that set a mystery, by the address of the mystery; empty for none. */
  static String setting(Address here) {
    String[] both = here.get("lesson", "").split("/", -1);
    boolean readable = both.length == 2 && (both[0] + both[1]).matches("[a-z0-9-]+");
    return readable ? here.wishes().at("/lesson/" + both[0]) + "#" + both[1] : "";
  }

  /** A lesson to go to; empty where there is none. */
  public record Link(String title, String href) {
    static final Link NOWHERE = new Link("", "");
  }
}
