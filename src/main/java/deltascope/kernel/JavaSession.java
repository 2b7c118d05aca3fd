package deltascope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's shell in this process, so that a cell's matrices are the engine's own. One cell at a
 * time; {@link #interrupt} may come from another thread.
 */
final class JavaSession implements AutoCloseable {
  /** What every notebook has without asking. */
  private static final List<String> BEGINNING =
      List.of(
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.stream.*;",
          "import deltascope.algebra.*;",
          "import deltascope.bugs.*;",
          "import deltascope.data.*;",
          "import deltascope.math.*;",
          "import deltascope.network.*;",
          "import deltascope.kernel.Walked;",
          "import static deltascope.kernel.Notebook.*;");

  /** Between one attempt to stop a cell and the next. */
  private static final int PAUSE_MILLIS = 20;

  private final JShell shell;

  /** Held while a cell ends or is stopped: a stop that comes late must not hit the next. */
  private final Object turn = new Object();

  /** The number of the cell that runs; 0 where none does. */
  private volatile int running;

  private volatile int interrupted;
  private int cells;

  /** Ready to run cells. */
  JavaSession() {
    shell =
        JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .compilerOptions("-classpath", System.getProperty("java.class.path"), "-Xlint:-options")
            .build();
    for (String line : BEGINNING) {
      List<SnippetEvent> events = shell.eval(line);
      if (events.stream().anyMatch(event -> event.status() != Snippet.Status.VALID)) {
        throw new IllegalStateException(line + " is not understood");
      }
    }
  }

  /** Runs a cell to its end, or to the first snippet that fails. */
  Outcome run(String code) {
    int cell = ++cells;
    running = cell;
    try {
      Outcome outcome = Outcome.DONE;
      for (String source : Snippets.of(code, shell.sourceCodeAnalysis()).sources()) {
        outcome = snippet(source);
        if (interrupted == cell) {
          return Outcome.failed("Interrupted", "stopped", List.of("Interrupted."));
        }
        if (outcome.error() != null) {
          return outcome;
        }
      }
      return outcome;
    } finally {
      synchronized (turn) {
        running = 0;
      }
    }
  }

  /** Stops what runs, and nothing if nothing does. What was computed stays. */
  void interrupt() {
    int cell = running;
    if (cell != 0) {
      interrupted = cell;
      Thread stopping = new Thread(() -> stop(cell), "interrupt");
      stopping.setDaemon(true);
      stopping.start();
    }
  }

  /**
   * Until it has ended: between two of its snippets the shell has nothing to stop, and would run
   * the next.
   */
  private void stop(int cell) {
    try {
      while (stopped(cell)) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the cell ran still, and its snippet was told to stop. */
  private boolean stopped(int cell) {
    synchronized (turn) {
      if (running != cell) {
        return false;
      }
      shell.stop();
      return true;
    }
  }

  private Outcome snippet(String source) {
    Outcome outcome = Outcome.DONE;
    for (SnippetEvent event : shell.eval(source)) {
      if (event.causeSnippet() != null) {
        continue; // an earlier one that this one changes
      }
      Snippet snippet = event.snippet();
      JShellException exception = event.exception();
      if (event.status() == Snippet.Status.REJECTED) {
        return rejected(snippet);
      }
      if (exception != null) {
        return thrown(exception);
      }
      Optional<String> waits = waits(snippet);
      if (waits.isPresent()) {
        return Outcome.failed("Unresolved", waits.get(), List.of(waits.get()));
      }
      outcome = new Outcome(value(event, source), null);
    }
    return outcome;
  }

  /** The value that is to be shown of an expression without a semicolon; null where none is. */
  private @Nullable Object value(SnippetEvent event, String source) {
    String name =
        event.snippet() instanceof ExpressionSnippet expression
            ? expression.name()
            : event.snippet() instanceof VarSnippet variable
                    && variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                ? variable.name()
                : "";
    String said = event.value();
    if (name.isEmpty() || said == null || said.equals("null") || source.strip().endsWith(";")) {
      return null;
    }
    // The shell gives a value's text alone; in one process the value itself can be handed over.
    List<SnippetEvent> handed = shell.eval("deltascope.kernel.Notebook.hand(" + name + ");");
    handed.forEach(event2 -> shell.drop(event2.snippet()));
    return Notebook.handed().orElse(said);
  }

  /** What a declaration names that is not there yet. */
  private Optional<String> waits(Snippet snippet) {
    if (shell.status(snippet).isDefined()) {
      return Optional.empty();
    }
    String names =
        snippet instanceof jdk.jshell.DeclarationSnippet declaration
            ? shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "))
            : "";
    return Optional.of("Not declared yet: " + names);
  }

  private Outcome rejected(Snippet snippet) {
    List<String> lines = new ArrayList<>();
    String source = snippet.source();
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    for (Diag error : errors) {
      lines.add(said(error));
      int at = (int) Math.max(0, Math.min(error.getPosition(), source.length()));
      int from = source.lastIndexOf('\n', at - 1) + 1;
      int to = source.indexOf('\n', at);
      lines.add("    " + source.substring(from, to < 0 ? source.length() : to));
      lines.add("    " + " ".repeat(at - from) + "^");
    }
    String first = errors.isEmpty() ? "not understood" : said(errors.get(0));
    return Outcome.failed("CompileError", first, lines);
  }

  /** Without the place in the class that the shell makes around a cell, which has no name. */
  private static String said(Diag error) {
    return error.getMessage(Locale.ROOT).replaceAll("\\n\\s*location: class $", "");
  }

  private static Outcome thrown(JShellException exception) {
    if (exception instanceof EvalException thrown) {
      List<String> lines = new ArrayList<>();
      describe(thrown, "", lines);
      String message = thrown.getMessage() == null ? "" : thrown.getMessage();
      return Outcome.failed(thrown.getExceptionClassName(), message, lines);
    }
    String message =
        exception instanceof UnresolvedReferenceException unresolved
            ? unresolved.getSnippet().source().lines().findFirst().orElse("")
                + " needs what is not declared yet"
            : String.valueOf(exception.getMessage());
    return Outcome.failed("Unresolved", message, List.of(message));
  }

  /** With the frames of the notebook and of the engine, and none of the shell's own. */
  private static void describe(EvalException thrown, String prefix, List<String> lines) {
    String message = thrown.getMessage();
    lines.add(prefix + thrown.getExceptionClassName() + (message == null ? "" : ": " + message));
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (String.valueOf(frame.getFileName()).startsWith("#")) {
        lines.add("    at cell code, line " + frame.getLineNumber());
      } else if (frame.getClassName().startsWith("deltascope.")) {
        lines.add("    at " + frame);
      }
    }
    if (thrown.getCause() instanceof EvalException cause) {
      describe(cause, "Caused by: ", lines);
    }
  }

  /** Whether the code could be run as it is. */
  Snippets cut(String code) {
    return Snippets.of(code, shell.sourceCodeAnalysis());
  }

  /**
   * What could stand at the cursor.
   *
   * @param start from where on the word would be replaced
   */
  record Completions(int start, List<String> words) {}

  /** The completions at {@code cursor}, a place between chars. */
  Completions completions(String code, int cursor) {
    String before = code.substring(0, cursor);
    List<String> sources = cut(before).sources();
    String last = sources.isEmpty() ? "" : sources.get(sources.size() - 1);
    int offset = before.lastIndexOf(last);
    int[] anchor = {0};
    List<String> words =
        shell.sourceCodeAnalysis().completionSuggestions(last, last.length(), anchor).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .sorted()
            .toList();
    return new Completions(Math.max(0, offset) + anchor[0], words);
  }

  /**
   * What the word at {@code cursor}, a place between chars, stands for: a variable with its type, a
   * class, the ways to call a method; a line each, none where it is not known.
   */
  List<String> signatures(String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    List<String> sources = cut(code.substring(0, end)).sources();
    String last = sources.isEmpty() ? "" : sources.get(sources.size() - 1);
    List<String> found = documented(last);
    return found.isEmpty() ? documented(last + "(") : found;
  }

  private List<String> documented(String source) {
    return shell.sourceCodeAnalysis().documentation(source, source.length(), false).stream()
        .map(SourceCodeAnalysis.Documentation::signature)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    shell.close();
  }
}
