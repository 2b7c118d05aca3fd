package deltascope.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.BiConsumer;

/**
 * What the browser is told not to do: no foreign origin, no inline script, frames of its own pages
 * only.
 */
final class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";
  private static final String NONCE = "nonce";

  private SecurityHeaders() {}

  static void addTo(RoutesConfig routes) {
    routes.before(ctx -> forEach(ctx::header));
  }

  static void forEach(BiConsumer<String, String> header) {
    header.accept(POLICY, policy("'self'"));
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Referrer-Policy", "no-referrer");
    header.accept("Cross-Origin-Opener-Policy", "same-origin");
    header.accept("Cross-Origin-Resource-Policy", "same-origin");
    header.accept("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  }

  /**
   * The nonce that lets one inline script (an import map) of this response run. Only a response
   * that asks for it carries one, so that all others stay the same byte for byte.
   */
  static String nonce(Context ctx) {
    String known = ctx.attribute(NONCE);
    if (known != null) {
      return known;
    }
    byte[] random = new byte[16];
    Randomness.SOURCE.nextBytes(random);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    ctx.attribute(NONCE, nonce);
    ctx.header(POLICY, policy("'self' 'nonce-" + nonce + "'"));
    return nonce;
  }

  private static String policy(String scripts) {
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self';"
        + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
  }

  /** Loaded when the first nonce is wanted. */
  private static final class Randomness {
    static final SecureRandom SOURCE = new SecureRandom();
  }
}
