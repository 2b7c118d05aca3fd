package deltascope.lessons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** Reads a lesson's file; docs/lesson-author.md has its syntax. */
public final class LessonReader {
  private static final Pattern NAME = Pattern.compile("(\\d\\d)-([a-z0-9]+(?:-[a-z0-9]+)*)\\.md");
  private static final Pattern FRONT = Pattern.compile("([a-z]+)(?: ([^:]*))?:(.*)");
  private static final Pattern SCENARIO = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*");
  private static final Set<String> KEYS = Set.of("title", "minutes", "needs", "goal", "scenario");
  private static final String FENCE = "---";

  private final String file;
  private final Map<String, String> front = new TreeMap<>();
  private final Map<String, Query> scenarios = new LinkedHashMap<>();
  private final Values values = new Values();
  private final List<Part> parts = new ArrayList<>();

  private LessonReader(String file) {
    this.file = file;
  }

  /** Whether a file of that name is a lesson's. */
  static boolean isLesson(String file) {
    return NAME.matcher(file).matches();
  }

  /**
   * Reads one.
   *
   * @param file its name, as 01-one-neuron.md
   * @throws BadLesson naming file and line
   */
  public static Lesson read(String file, String text) {
    return new LessonReader(file).lesson(text.replace("\r\n", "\n").replace("\uFEFF", ""));
  }

  private Lesson lesson(String text) {
    Matcher name = NAME.matcher(file);
    if (!name.matches()) {
      throw place(1).bad("the file is “" + file + "”, expected a name as 01-one-neuron.md");
    }
    String[] lines = text.split("\n", -1);
    int end = front(lines);
    String body = text.substring(lengthOf(lines, end + 1));
    // Blank lines stand for the front matter, so that every line keeps its number.
    String marked = values.marked(file, "\n".repeat(end + 1) + body, scenarios);
    parts(marked);
    mustBeUnique();
    return new Lesson(
        name.group(2),
        Integer.parseInt(name.group(1)),
        file,
        required("title"),
        minutes(),
        required("needs"),
        required("goal"),
        scenarios,
        List.copyOf(parts),
        values.all());
  }

  private Place place(int line) {
    return new Place(file, line);
  }

  private static int lengthOf(String[] lines, int count) {
    int length = 0;
    for (int k = 0; k < count; k++) {
      length += lines[k].length() + 1;
    }
    return length;
  }

  // Front matter.

  /** Reads it, and says in which line, from 0, it ends. */
  private int front(String[] lines) {
    if (!lines[0].strip().equals(FENCE)) {
      throw place(1).bad("expected --- and title, minutes, needs, goal in the lines below it");
    }
    for (int k = 1; k < lines.length - 1; k++) {
      String line = lines[k].strip();
      if (line.equals(FENCE)) {
        return k;
      }
      if (!line.isEmpty()) {
        front(place(k + 1), line);
      }
    }
    throw place(1).bad("the front matter does not end, expected a line --- below it");
  }

  private void front(Place at, String line) {
    Matcher field = FRONT.matcher(line);
    if (!field.matches() || !KEYS.contains(field.group(1))) {
      throw at.bad(
          "“" + line + "” is unknown, expected title:, minutes:, needs:, goal: or scenario NAME:");
    }
    String value = field.group(3).strip();
    boolean scenario = field.group(1).equals("scenario");
    String name = field.group(2) == null ? "" : field.group(2).strip();
    if (scenario) {
      if (!SCENARIO.matcher(name).matches() || scenarios.containsKey(name)) {
        throw at.bad("“" + name + "” is no name for a scenario, expected one word, each but once");
      }
      scenarios.put(name, Query.of(at, value, scenarios, Set.of()));
    } else if (!name.isEmpty() || front.put(field.group(1), value) != null) {
      throw at.bad("“" + line + "”: expected " + field.group(1) + ": once, with a value");
    }
  }

  private String required(String key) {
    String value = front.getOrDefault(key, "");
    if (value.isEmpty()) {
      throw place(1).bad("the front matter has no " + key + ":");
    }
    return value;
  }

  private int minutes() {
    String minutes = required("minutes");
    if (!minutes.matches("[1-9]\\d?")) {
      throw place(1).bad("minutes is “" + minutes + "”, expected 1…99");
    }
    return Integer.parseInt(minutes);
  }

  // The text and its blocks.

  private void parts(String marked) {
    Node document = Markdown.parse(marked);
    Markdown.settle(file, 1, document);
    Document prose = new Document();
    int from = 1;
    for (Node node = document.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      if (node instanceof FencedCodeBlock block && isBlock(block)) {
        prose(from, prose);
        prose = new Document();
        parts.add(block(block));
      } else {
        mustHoldNoBlock(node);
        from = prose.getFirstChild() == null ? 1 + Markdown.line(node) : from;
        prose.appendChild(node);
      }
      node = next;
    }
    prose(from, prose);
  }

  private void prose(int from, Document prose) {
    if (prose.getFirstChild() != null) {
      parts.add(new Part.Prose(place(from), new Text(Markdown.html(prose), values)));
    }
  }

  private Part block(FencedCodeBlock block) {
    Place place = place(1 + Markdown.line(block));
    if (block.getClosingFenceLength() == null) {
      throw place.bad("the block is not closed, expected a line " + "`".repeat(3) + " below it");
    }
    return BlockReader.read(place, kind(block), block.getLiteral(), scenarios, values);
  }

  private boolean isBlock(FencedCodeBlock block) {
    String kind = kind(block);
    if (BlockReader.KINDS.contains(kind)) {
      return true;
    }
    if (Markdown.LANGUAGES.contains(kind)) {
      return false;
    }
    throw place(1 + Markdown.line(block))
        .bad(
            "“"
                + kind
                + "” is no block, expected one of "
                + String.join(", ", new TreeSet<>(BlockReader.KINDS))
                + ", or a language as python");
  }

  private static String kind(FencedCodeBlock block) {
    return block.getInfo() == null ? "" : block.getInfo().strip();
  }

  private void mustHoldNoBlock(Node node) {
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            if (isBlock(block)) {
              throw place(1 + Markdown.line(block))
                  .bad(
                      "a "
                          + kind(block)
                          + " stands within a list or a quotation, expected it at the margin");
            }
          }
        });
  }

  private void mustBeUnique() {
    Set<String> ids = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Task task && !ids.add(task.id())) {
        throw task.place()
            .bad("there is another “id: " + task.id() + "” above, expected a new one");
      }
    }
  }
}
