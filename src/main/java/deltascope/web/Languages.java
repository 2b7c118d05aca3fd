package deltascope.web;

import deltascope.web.page.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * Which language a page is in: what its address says ({@code lang=de}), else what the browser would
 * like. Programs are answered in English whatever they like.
 */
final class Languages {
  private static final String WORDS = "words";

  private Languages() {}

  static void addTo(RoutesConfig routes) {
    routes.before(ctx -> put(ctx, Words.liked(ctx.header("Accept-Language"))));
  }

  /** The language of a page whose address says none. */
  static void put(Context ctx, Words words) {
    ctx.attribute(WORDS, words);
  }

  /** The language that the browser would like. */
  static Words words(Context ctx) {
    @Nullable Words words = ctx.attribute(WORDS);
    return words == null ? Words.ENGLISH : words;
  }

  /** The language of the page that is answered with, which is told to browsers and caches. */
  static Words spoken(Context ctx) {
    Words spoken = words(ctx).in(ctx.queryParam("lang"));
    ctx.header("Vary", "Accept-Language").header("Content-Language", spoken.language());
    return spoken;
  }
}
