package deltascope.kernel;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A cell, cut into what the shell takes one at a time.
 *
 * @param sources one after the other; the last may be unfinished
 * @param last how whole the last is; {@link Completeness#EMPTY} where there is none
 */
record Snippets(List<String> sources, Completeness last) {
  Snippets {
    sources = List.copyOf(sources);
  }

  static Snippets of(String code, SourceCodeAnalysis analysis) {
    List<String> sources = new ArrayList<>();
    Completeness last = Completeness.EMPTY;
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break; // nothing but comments
      }
      last = info.completeness();
      if (!last.isComplete() || info.remaining().length() >= rest.length()) {
        sources.add(rest);
        break;
      }
      sources.add(info.source());
      rest = info.remaining();
    }
    return new Snippets(sources, last);
  }

  /** As Jupyter asks for it: "complete", "incomplete" or "invalid". */
  String status() {
    return switch (last) {
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "incomplete";
      case UNKNOWN -> "invalid";
      default -> "complete";
    };
  }
}
