package deltascope.algebra;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula as it is set: symbols, scripts, fractions and fences. It writes itself as LaTeX, plain
 * or with the style classes that colour quantities and mark changes, and as MathML.
 */
public interface Maths {
  /** Appends LaTeX; {@code styled} adds {@code \htmlClass} around what has a style class. */
  void latex(StringBuilder out, boolean styled);

  /** Appends presentation MathML. */
  void mathml(StringBuilder out);

  /** Plain LaTeX, as a person would type it. */
  default String latex() {
    StringBuilder out = new StringBuilder();
    latex(out, false);
    return out.toString();
  }

  /** LaTeX with style classes, for a renderer that trusts {@code \htmlClass}. */
  default String styledLatex() {
    StringBuilder out = new StringBuilder();
    latex(out, true);
    return out.toString();
  }

  /** A whole {@code <math>} element. */
  default String mathml() {
    StringBuilder out = new StringBuilder("<math>");
    mathml(out);
    return out.append("</math>").toString();
  }

  /** An identifier: a letter or a word such as {@code tanh}. */
  static Maths identifier(String latex, String symbol) {
    return new Token("mi", latex, symbol);
  }

  static Maths number(String text) {
    return new Token("mn", text, text);
  }

  static Maths operator(String latex, String symbol) {
    return new Token("mo", latex, symbol);
  }

  /** Upright words inside a formula. */
  static Maths words(String text) {
    return new Token("mtext", "\\text{" + text + "}", text);
  }

  static Maths row(Maths... parts) {
    return new Row(List.of(parts));
  }

  static Maths fenced(Maths inner) {
    return new Fence(inner);
  }

  static Maths superscript(Maths base, Maths exponent) {
    return new Script(base, null, exponent);
  }

  static Maths subscript(Maths base, Maths index) {
    return new Script(base, index, null);
  }

  static Maths fraction(Maths above, Maths below) {
    return new Fraction(above, below);
  }

  /** What carries a style class: a quantity's colour, or a mark. */
  static Maths styled(String styleClass, Maths inner) {
    return new Styled(styleClass, inner);
  }

  /** One letter, number, word or sign. */
  record Token(String element, String latex, String symbol) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      out.append(latex);
    }

    @Override
    public void mathml(StringBuilder out) {
      String text = symbol.replace("&", "&amp;").replace("<", "&lt;");
      out.append('<').append(element).append('>').append(text);
      out.append("</").append(element).append('>');
    }
  }

  /** Parts side by side. */
  record Row(List<Maths> parts) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      String gap = "";
      for (Maths part : parts) {
        out.append(gap);
        part.latex(out, styled);
        gap = " ";
      }
    }

    @Override
    public void mathml(StringBuilder out) {
      out.append("<mrow>");
      parts.forEach(part -> part.mathml(out));
      out.append("</mrow>");
    }
  }

  /** A base with an index, an exponent or both. */
  record Script(Maths base, @Nullable Maths index, @Nullable Maths exponent) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      base.latex(out, styled);
      script(out, '^', exponent, styled);
      script(out, '_', index, styled);
    }

    private static void script(
        StringBuilder out, char sign, @Nullable Maths script, boolean styled) {
      if (script != null) {
        out.append(sign).append('{');
        script.latex(out, styled);
        out.append('}');
      }
    }

    @Override
    public void mathml(StringBuilder out) {
      String element = index == null ? "msup" : exponent == null ? "msub" : "msubsup";
      out.append('<').append(element).append('>');
      base.mathml(out);
      if (index != null) {
        index.mathml(out);
      }
      if (exponent != null) {
        exponent.mathml(out);
      }
      out.append("</").append(element).append('>');
    }
  }

  /** A fraction. */
  record Fraction(Maths above, Maths below) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      out.append("\\frac{");
      above.latex(out, styled);
      out.append("}{");
      below.latex(out, styled);
      out.append('}');
    }

    @Override
    public void mathml(StringBuilder out) {
      out.append("<mfrac>");
      above.mathml(out);
      below.mathml(out);
      out.append("</mfrac>");
    }
  }

  /** Parentheses around a part. */
  record Fence(Maths inner) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      out.append("\\left(");
      inner.latex(out, styled);
      out.append("\\right)");
    }

    @Override
    public void mathml(StringBuilder out) {
      out.append("<mrow><mo>(</mo>");
      inner.mathml(out);
      out.append("<mo>)</mo></mrow>");
    }
  }

  /** A choice by cases: value, then condition, in words. */
  record Cases(List<Maths> values, List<Maths> conditions) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      out.append("\\begin{cases}");
      for (int i = 0; i < values.size(); i++) {
        out.append(i == 0 ? "" : " \\\\ ");
        values.get(i).latex(out, styled);
        out.append(" & ");
        conditions.get(i).latex(out, styled);
      }
      out.append("\\end{cases}");
    }

    @Override
    public void mathml(StringBuilder out) {
      out.append("<mrow><mo>{</mo><mtable>");
      for (int i = 0; i < values.size(); i++) {
        out.append("<mtr><mtd>");
        values.get(i).mathml(out);
        out.append("</mtd><mtd>");
        conditions.get(i).mathml(out);
        out.append("</mtd></mtr>");
      }
      out.append("</mtable></mrow>");
    }
  }

  /** A part with a style class. */
  record Styled(String styleClass, Maths inner) implements Maths {
    @Override
    public void latex(StringBuilder out, boolean styled) {
      if (styled) {
        out.append("\\htmlClass{").append(styleClass).append("}{");
      }
      inner.latex(out, styled);
      if (styled) {
        out.append('}');
      }
    }

    @Override
    public void mathml(StringBuilder out) {
      out.append("<mrow class=\"").append(styleClass).append("\">");
      inner.mathml(out);
      out.append("</mrow>");
    }
  }
}
