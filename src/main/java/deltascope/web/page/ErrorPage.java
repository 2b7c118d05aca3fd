package deltascope.web.page;

import org.jspecify.annotations.Nullable;

/**
 * A page that says in words what went wrong.
 *
 * @param here the language in which to say it, and nothing else of the address, which may be at
 *     fault
 * @param status the HTTP status, such as 404
 * @param title what happened, in a few words
 * @param detail a sentence with the value found and the range expected
 * @param parameter the parameter at fault, where one is
 */
public record ErrorPage(
    Address here, int status, String title, String detail, @Nullable String parameter) {
  /** The page around it. */
  public Shell shell() {
    Words words = here.words();
    String document = words.of("error.document", words.said(title));
    return Shell.of(words, document, "", here, "/", here.at("/step"));
  }
}
