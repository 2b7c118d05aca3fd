// A worksheet: its formulas, and a button that prints it.
import { setFormulas } from "./formulas.js";
import { phrase } from "./state.js";

if (window.katex) setFormulas(document);
else addEventListener("load", () => setFormulas(document));

for (const button of document.querySelectorAll("[data-print]")) {
  button.textContent = phrase("worksheet.print");
  button.hidden = false;
  button.addEventListener("click", () => print());
}
