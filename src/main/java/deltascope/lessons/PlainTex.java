package deltascope.lessons;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula in letters and signs, for who runs no scripts. It knows what lessons use; what it does
 * not know it leaves as it is written.
 */
final class PlainTex {
  static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("delta", "δ"),
          Map.entry("Delta", "Δ"),
          Map.entry("varphi", "φ"),
          Map.entry("phi", "φ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("sigma", "σ"),
          Map.entry("Sigma", "Σ"),
          Map.entry("sum", "Σ"),
          Map.entry("nabla", "∇"),
          Map.entry("partial", "∂"),
          Map.entry("cdot", "·"),
          Map.entry("times", "×"),
          Map.entry("odot", "⊙"),
          Map.entry("approx", "≈"),
          Map.entry("leq", "≤"),
          Map.entry("le", "≤"),
          Map.entry("geq", "≥"),
          Map.entry("ge", "≥"),
          Map.entry("neq", "≠"),
          Map.entry("ne", "≠"),
          Map.entry("pm", "±"),
          Map.entry("to", "→"),
          Map.entry("rightarrow", "→"),
          Map.entry("leftarrow", "←"),
          Map.entry("gets", "←"),
          Map.entry("infty", "∞"),
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("cdots", "⋯"),
          Map.entry("prime", "′"),
          Map.entry("top", "⊤"),
          Map.entry("epsilon", "ε"),
          Map.entry("varepsilon", "ε"),
          Map.entry("kappa", "κ"),
          Map.entry("rho", "ρ"),
          Map.entry("lVert", "‖"),
          Map.entry("rVert", "‖"),
          Map.entry("lvert", "|"),
          Map.entry("rvert", "|"),
          Map.entry("langle", "⟨"),
          Map.entry("rangle", "⟩"),
          Map.entry("quad", "  "),
          Map.entry("qquad", "    "),
          Map.entry("sqrt", "√"));

  private static final String GROUP = "\\{([^{}]*)}";
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[td]?frac\\s*" + GROUP + "\\s*" + GROUP);
  private static final Pattern WRAPPED =
      Pattern.compile("\\\\(?:mathrm|mathbf|mathit|text|operatorname|tilde|hat|bar)\\s*" + GROUP);
  private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]+)");
  private static final Pattern SCRIPT =
      Pattern.compile("([_^])(?:" + GROUP + "|(\uE000\\d+\uE001|\\\\[a-zA-Z]+|[^\\s{}\\\\]))");

  private PlainTex() {}

  /** The formula as HTML; marks of numbers stay. */
  static String html(String tex) {
    String text = tex.replace("&", "").replace("<", "&lt;").replace(">", "&gt;");
    String before;
    do {
      before = text;
      text = WRAPPED.matcher(text).replaceAll("$1");
      text = scripts(text);
      text = FRACTION.matcher(text).replaceAll("($1)/($2)");
    } while (!text.equals(before));
    text = COMMAND.matcher(text).replaceAll(PlainTex::sign);
    return text.replaceAll("\\\\[,;:! ]", " ")
        .replaceAll("\\\\\\\\", " ")
        .replaceAll("[{}]", "")
        .replace("\\|", "‖")
        .replace("'", "′")
        .replace("-", "−")
        .replaceAll("\\\\(?=\\W)", "");
  }

  private static String scripts(String text) {
    return SCRIPT
        .matcher(text)
        .replaceAll(
            script -> {
              String tag = script.group(1).equals("_") ? "sub" : "sup";
              String inner = script.group(2) == null ? script.group(3) : script.group(2);
              return Matcher.quoteReplacement("<" + tag + ">" + inner + "</" + tag + ">");
            });
  }

  private static String sign(java.util.regex.MatchResult command) {
    String name = command.group(1);
    boolean bracket = name.equals("left") || name.equals("right");
    return Matcher.quoteReplacement(bracket ? "" : SIGNS.getOrDefault(name, name));
  }
}
