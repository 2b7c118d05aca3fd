package deltascope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A Markdown file for readers of the project, taken apart.
 *
 * @param fences fenced code, with the word behind the fence
 * @param code code within the text
 * @param links where links lead, and what images show
 * @param strong what stands in bold
 * @param anchors the names of its headings in links
 */
record Document(
    Path file,
    List<Found> fences,
    List<Found> code,
    List<Found> links,
    List<Found> strong,
    Set<String> anchors) {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /**
   * Something found in the text.
   *
   * @param where file and line
   * @param kind the word behind a fence, else empty
   */
  record Found(String where, String kind, String text) {}

  /** All there are: those beside the README, and the folder {@code docs}. */
  static List<Document> all() {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Document::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A part of each of them. */
  static Stream<Found> found(Function<Document, List<Found>> part) {
    return all().stream().map(part).flatMap(List::stream);
  }

  /** All fenced code of a kind. */
  static Stream<Found> fences(String kind) {
    return found(Document::fences).filter(fence -> fence.kind().equals(kind));
  }

  static Document read(Path file) {
    try {
      return of(file, Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Document of(Path file, String text) {
    Document document =
        new Document(
            file,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new HashSet<>());
    PARSER.parse(text).accept(document.new Reader());
    return document;
  }

  private final class Reader extends AbstractVisitor {
    private int line = 1;

    private Found found(Node node, String kind, String text) {
      if (!node.getSourceSpans().isEmpty()) {
        line = node.getSourceSpans().get(0).getLineIndex() + 1;
      }
      return new Found(file + ":" + line, kind, text);
    }

    @Override
    public void visit(FencedCodeBlock block) {
      fences.add(found(block, block.getInfo(), block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      fences.add(found(block, "", block.getLiteral()));
    }

    @Override
    public void visit(Code span) {
      code.add(found(span, "", span.getLiteral()));
    }

    @Override
    public void visit(Link link) {
      links.add(found(link, "", link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(found(image, "", image.getDestination()));
      visitChildren(image);
    }

    @Override
    public void visit(StrongEmphasis bold) {
      strong.add(found(bold, "", words(bold)));
      visitChildren(bold);
    }

    @Override
    public void visit(Heading heading) {
      anchors.add(
          words(heading)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-'));
      visitChildren(heading);
    }
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code span) {
            words.append(span.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak end) {
            words.append(' ');
          }
        });
    return words.toString();
  }
}
