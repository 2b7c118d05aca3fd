package deltascope.web;

import deltascope.web.page.Address;
import deltascope.web.page.Words;
import io.javalin.http.Context;
import java.util.Map;

/**
 * Which language a page is in: what its address says ({@code lang=de}), else what the browser would
 * like. Programs are answered in English whatever they like.
 */
final class Languages {
  private static final String WORDS = "words";

  private Languages() {}

  /** The language of this request's page, unless its address says another. */
  static void put(Context ctx, Words words) {
    ctx.attribute(WORDS, words);
  }

  /** The language that the browser would like. */
  static Words words(Context ctx) {
    Words known = ctx.attribute(WORDS);
    if (known != null) {
      return known;
    }
    Words liked = Words.liked(ctx.header("Accept-Language"));
    put(ctx, liked);
    return liked;
  }

  /** The language that is wished, and nothing else of the address. */
  static Address address(Context ctx) {
    String wished = ctx.queryParam("lang");
    boolean known = wished != null && words(ctx).in(wished).language().equals(wished);
    return Address.of(known ? Map.of("lang", wished) : Map.of(), words(ctx));
  }

  /** The language of the page that is answered with, which is told to browsers and caches. */
  static Words spoken(Context ctx) {
    Words spoken = words(ctx).in(ctx.queryParam("lang"));
    ctx.header("Vary", "Accept-Language").header("Content-Language", spoken.language());
    return spoken;
  }
}
