package deltascope.web.page;

import deltascope.algebra.Ref;
import java.util.List;

/** Markup that may be written as it is: made here from escaped text and known tags only. */
public record Html(String markup) {
  public static final Html NOTHING = new Html("");

  /** Text, with every special character escaped. */
  public static Html text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return new Html(out.toString());
  }

  /** One after the other; strings are escaped. */
  public static Html join(Object... parts) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(part instanceof Html html ? html.markup : text(String.valueOf(part)).markup);
    }
    return new Html(out.toString());
  }

  /** One after the other. */
  public static Html join(List<Html> parts) {
    return join(parts.toArray());
  }

  /** A quantity's symbol in its colour, its layer above: {@code W} with a raised 2. */
  public static Html symbol(Ref ref) {
    return symbol(ref, "");
  }

  /** A symbol with an index below: unit 4 of δ². */
  public static Html symbol(Ref ref, String index) {
    String layer = ref.quantity().layered() ? "<sup>" + ref.layer() + "</sup>" : "";
    String below = index.isEmpty() ? "" : "<sub>" + text(index).markup + "</sub>";
    String body =
        switch (ref.quantity()) {
          case SLOPE -> "φ<sup>′</sup>(z" + layer + below + ")";
          case ZERO_W -> "0<sub>W" + layer + "</sub>" + below;
          case ZERO_B -> "0<sub>b" + layer + "</sub>" + below;
          default -> text(ref.quantity().symbol()).markup + layer + below;
        };
    return new Html("<span class=\"sym " + ref.quantity().styleClass() + "\">" + body + "</span>");
  }

  /** In a span of that class. */
  public Html in(String styleClass) {
    return new Html("<span class=\"" + styleClass + "\">" + markup + "</span>");
  }

  /** As a link. */
  public Html linked(String href) {
    return new Html("<a href=\"" + text(href).markup + "\">" + markup + "</a>");
  }

  public boolean isEmpty() {
    return markup.isEmpty();
  }

  /** The text without its tags, for titles and readers. */
  public String plain() {
    return markup
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
