package deltascope.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is answered where nothing has to be run. */
final class Answers {
  private Answers() {}

  static Map<String, ?> kernelInfo() {
    String java = String.valueOf(Runtime.version().feature());
    Map<String, Object> language = new LinkedHashMap<>();
    language.put("name", "java");
    language.put("version", java);
    language.put("mimetype", "text/x-java");
    language.put("file_extension", ".jshell");
    language.put("pygments_lexer", "java");
    language.put("codemirror_mode", "text/x-java");
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("status", "ok");
    info.put("protocol_version", Message.PROTOCOL);
    info.put("implementation", "deltascope");
    info.put("implementation_version", java);
    info.put("language_info", language);
    info.put("banner", "Deltascope's engine in Java " + java);
    info.put("help_links", List.of());
    return info;
  }

  static Map<String, ?> completeness(Snippets snippets) {
    String status = snippets.status();
    return status.equals("incomplete")
        ? Map.of("status", status, "indent", "    ")
        : Map.of("status", status);
  }

  static Map<String, ?> completions(JavaSession java, JsonNode content) {
    String code = content.path("code").asText();
    int at = cursor(content, code);
    JavaSession.Completions found = java.completions(code, at);
    return Map.of(
        "status", "ok",
        "matches", found.words(),
        "cursor_start", code.codePointCount(0, found.start()),
        "cursor_end", code.codePointCount(0, at),
        "metadata", Map.of());
  }

  static Map<String, ?> inspection(JavaSession java, JsonNode content) {
    String code = content.path("code").asText();
    List<String> found = java.signatures(code, cursor(content, code));
    return Map.of(
        "status",
        "ok",
        "found",
        !found.isEmpty(),
        "data",
        found.isEmpty() ? Map.of() : Map.of("text/plain", String.join("\n", found)),
        "metadata",
        Map.of());
  }

  /** Between which chars the cursor is: Jupyter counts whole letters, Java counts chars. */
  private static int cursor(JsonNode content, String code) {
    int letters = code.codePointCount(0, code.length());
    int cursor = Math.max(0, Math.min(content.path("cursor_pos").asInt(letters), letters));
    return code.offsetByCodePoints(0, cursor);
  }

  /** The reply to a cell that failed, which says what everybody has heard. */
  static Map<String, ?> failed(Map<String, ?> error, int count) {
    Map<String, Object> reply = new LinkedHashMap<>(error);
    reply.put("status", "error");
    reply.put("execution_count", count);
    return reply;
  }
}
