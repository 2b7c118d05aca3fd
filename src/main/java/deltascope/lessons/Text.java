package deltascope.lessons;

/**
 * A piece of a lesson's text, ready but for its numbers.
 *
 * @param markup HTML, with marks where numbers go
 * @param values the numbers
 */
public record Text(String markup, Values values) {
  /** As HTML. */
  public String html(Look look) {
    return values.filled(markup, look);
  }

  /** As HTML that may stand within a paragraph: one paragraph loses its own. */
  public String inline(Look look) {
    return new Text(unwrapped(), values).html(look);
  }

  private String unwrapped() {
    String text = markup.strip();
    boolean one = text.startsWith("<p>") && text.endsWith("</p>") && text.indexOf("<p>", 3) < 0;
    return one ? text.substring(3, text.length() - 4) : text;
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return markup.isBlank();
  }
}
