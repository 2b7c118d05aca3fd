package deltascope.web.page;

import deltascope.data.Split;

/**
 * What every page has around it.
 *
 * @param words every sentence
 * @param title the document's title
 * @param theme "light", "dark", or empty for the browser's own
 * @param type "large" for a projector, else empty
 * @param code "java" where listings are in Java, else empty
 * @param checks "closed" where the panel of checks is folded away, else empty
 * @param data which data is shown, said on every page
 * @param here the page's own address, for links that change one thing
 * @param path the page's path
 * @param walk where the walk goes on
 */
public record Shell(
    Words words,
    String title,
    String theme,
    String type,
    String code,
    String checks,
    String data,
    Address here,
    String path,
    String walk) {

  /** Whether the page stands within another, with nothing around it. */
  public boolean embedded() {
    return here.get("look", "").equals("embed");
  }

  /** What is walked through, as every page names it: the data set, its split and how large. */
  public static String data(Words words, Split split, String title, int size) {
    return words.of("data." + split.id(), words.said(title), words.grouped(size));
  }

  public static Shell of(
      Words words, String title, String data, Address here, String path, String walk) {
    return new Shell(
        words,
        title,
        chosen(here, "theme", "light", "dark"),
        chosen(here, "type", "large"),
        chosen(here, "code", "java"),
        chosen(here, "checks", "closed"),
        data,
        here,
        path,
        walk);
  }

  /** A wish that is not known is not granted, but no reason to refuse the page. */
  private static String chosen(Address here, String name, String... known) {
    String wish = here.get(name, "");
    for (String each : known) {
      if (each.equals(wish)) {
        return wish;
      }
    }
    return "";
  }

  /**
   * The walk beside the textbook's, where the walk's step is a step of the right lane. What is
   * sealed is compared with nothing.
   */
  public String compare() {
    if (here.get("mystery") != null) {
      return here.wishes().at("/compare");
    }
    return walk.replaceFirst("^/step", "/compare").replaceFirst("([?&])step=", "$1right=");
  }

  /** This page in the other language. */
  public String otherLanguage() {
    return wishing("lang", words.of("other.language.id"));
  }

  /** This page with one wish changed; empty takes it away. */
  public String wishing(String name, String value) {
    return here.with(name, value.isEmpty() ? null : value).at(path);
  }
}
