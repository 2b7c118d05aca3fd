// Formulas: the server sends MathML, KaTeX sets the same LaTeX more finely where it can.

/** Sets every formula below a node that is not set yet. */
export function setFormulas(root) {
  if (!window.katex) return;
  for (const span of root.querySelectorAll(".tex[data-tex]")) {
    window.katex.render(span.dataset.tex, span, { trust: true, strict: false, throwOnError: true, displayMode: span.classList.contains("display") });
    span.removeAttribute("data-tex");
  }
}
