package deltascope.web.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that says in words what went wrong.
 *
 * @param words every sentence
 * @param status the HTTP status, such as 404
 * @param title what happened, in a few words
 * @param detail a sentence with the value found and the range expected
 * @param parameter the parameter at fault, where one is
 */
public record ErrorPage(
    Words words, int status, String title, String detail, @Nullable String parameter) {
  /** The page around it: nothing of the address, which may be at fault. */
  public Shell shell() {
    Address nothing = Address.of(Map.of(), words);
    String document = words.of("error.document", title);
    return Shell.of(words, document, "", nothing, "/", "/step");
  }
}
