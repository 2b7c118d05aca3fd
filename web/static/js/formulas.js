// Formulas: the server sends MathML, KaTeX sets the same LaTeX more finely where it can.

/** Sets every formula below a node that is not set yet. */
export function setFormulas(root) {
  if (!window.katex) return;
  for (const span of root.querySelectorAll(".tex[data-tex]")) {
    window.katex.render(plainFences(span.dataset.tex), span, { trust: true, strict: false, throwOnError: true, displayMode: span.classList.contains("display") });
    span.removeAttribute("data-tex");
  }
}

/** Parentheses grow only around what is taller than a line; a superscript is not. */
function plainFences(tex) {
  return /\\t?frac|\\sum|cases/.test(tex) ? tex : tex.replaceAll("\\left(", "(").replaceAll("\\right)", ")");
}
