package deltascope.lessons;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as lessons have it: CommonMark, tables, and formulas between dollar signs. */
final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .customInlineContentParserFactory(new FormulaParser.Factory())
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(FormulaParser.Renderer::new)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                      attributes.put("id", id(heading));
                    }
                  })
          .build();

  private Markdown() {}

  /** The document. */
  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /** A short text of a block. */
  static deltascope.lessons.Text text(Place place, String text, Values values) {
    Node document = parse(text);
    settle(place.file(), place.line(), document);
    return new deltascope.lessons.Text(html(document), values);
  }

  /** As HTML, with marks where numbers go. */
  static String html(Node node) {
    return RENDERER
        .render(node)
        .replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table>")
        .replace("</table>", "</table></div>");
  }

  /** Puts headings below the lesson's title, keeps a % with its number, and refuses HTML. */
  static void settle(String file, int firstLine, Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
            visitChildren(heading);
          }

          @Override
          public void visit(Text text) {
            text.setLiteral(text.getLiteral().replace(" %", "\u00a0%"));
          }

          @Override
          public void visit(HtmlBlock html) {
            if (html.getLiteral().startsWith("<!--")) {
              html.unlink();
              return;
            }
            throw refused(html, html.getLiteral());
          }

          @Override
          public void visit(HtmlInline html) {
            throw refused(html, html.getLiteral());
          }

          private BadLesson refused(Node html, String literal) {
            return new Place(file, firstLine + line(html))
                .bad(literal.strip() + " is HTML, expected Markdown");
          }
        });
  }

  /** The node's first line within its document, from 0. */
  static int line(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.getSourceSpans().isEmpty()) {
        return at.getSourceSpans().get(0).getLineIndex();
      }
    }
    return 0;
  }

  /** A heading's address within the page. */
  static String id(Heading heading) {
    String words = plain(heading).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "s-" + words.replaceAll("^-|-$", "");
  }

  /** A node's words without markup. */
  static String plain(Node node) {
    StringBuilder out = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            out.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            out.append(code.getLiteral());
          }
        });
    return out.toString();
  }

  /** Languages in which a block of code is shown as it stands. */
  static final Set<String> LANGUAGES =
      Set.of("", "text", "python", "numpy", "java", "json", "sh", "markdown");
}
