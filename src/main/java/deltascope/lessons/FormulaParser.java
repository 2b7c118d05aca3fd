package deltascope.lessons;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * {@code $…$} is a formula, {@code $$…$$} one on a line of its own. A dollar sign before a space,
 * or closing before a digit, is a dollar sign.
 */
final class FormulaParser implements InlineContentParser {
  /** A formula in TeX. */
  static final class Formula extends CustomNode {
    private final String tex;
    private final boolean display;

    Formula(String tex, boolean display) {
      this.tex = tex;
      this.display = display;
    }
  }

  /** Tells the parser of Markdown when to ask. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return new FormulaParser();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    boolean display = scanner.matchMultiple('$') == 2;
    if (!display && Character.isWhitespace(scanner.peek())) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    while (scanner.find('$') >= 0) {
      String tex = scanner.getSource(start, scanner.position()).getContent();
      int signs = scanner.matchMultiple('$');
      boolean closes =
          display
              ? signs == 2
              : signs == 1
                  && !tex.isBlank()
                  && !Character.isWhitespace(tex.charAt(tex.length() - 1))
                  && !Character.isDigit(scanner.peek());
      if (closes) {
        return ParsedInline.of(new Formula(tex.strip(), display), scanner.position());
      }
      if (!display) {
        return ParsedInline.none();
      }
    }
    return ParsedInline.none();
  }

  /** Writes a formula: TeX for the script that sets it, and in plain signs for who has none. */
  static final class Renderer implements NodeRenderer {
    private final HtmlWriter html;

    Renderer(HtmlNodeRendererContext context) {
      this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Formula.class);
    }

    @Override
    public void render(Node node) {
      Formula formula = (Formula) node;
      String styleClass = formula.display ? "tex display" : "tex";
      html.tag("span", Map.of("class", styleClass, "data-tex", Values.inFormula(formula.tex)));
      html.raw(PlainTex.html(formula.tex));
      html.tag("/span");
    }
  }
}
