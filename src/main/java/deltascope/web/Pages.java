package deltascope.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.http.Context;
import java.nio.file.Path;

/** Renders templates: one record per page, named {@code page} in its template. */
final class Pages {
  static final String TYPE = "text/html; charset=utf-8";

  private final TemplateEngine engine;

  Pages() {
    engine =
        Development.ON
            ? TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("web/templates")), ContentType.Html)
            : TemplateEngine.createPrecompiled(ContentType.Html);
    engine.setTrimControlStructures(true);
    engine.setBinaryStaticContent(true);
  }

  void render(Context ctx, String template, Record page) {
    Languages.spoken(ctx);
    ctx.contentType(TYPE).result(bytes(template, page));
  }

  byte[] bytes(String template, Record page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    // As an Object: the overload for a Map would take the names of parameters.
    engine.render(template, (Object) page, output);
    return output.toByteArray();
  }
}
