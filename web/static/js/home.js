// The first page: only its formula and its picture.
import "./heatmap.js";
import { setFormulas } from "./formulas.js";

if (window.katex) setFormulas(document);
else addEventListener("load", () => setFormulas(document));
