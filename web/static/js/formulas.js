// Formulas: the server sends MathML, KaTeX sets the same LaTeX more finely where it can.

const done = new WeakSet();

/** Sets every formula below a node that is not set yet. */
export function setFormulas(root) {
  if (!window.katex) return;
  for (const span of root.querySelectorAll("[data-tex]")) {
    if (done.has(span)) continue;
    done.add(span);
    window.katex.render(plainFences(span.dataset.tex), span, { trust: true, strict: false, throwOnError: true, displayMode: span.classList.contains("display") });
  }
}

/** Parentheses grow only around what is taller than a line; a superscript is not. */
function plainFences(tex) {
  return /\\t?frac|\\sum|cases/.test(tex) ? tex : tex.replaceAll("\\left(", "(").replaceAll("\\right)", ")");
}
