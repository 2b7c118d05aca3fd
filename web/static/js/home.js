// The first page: only its formula and its picture.
import "./heatmap.js";
import { setFormulas } from "./formulas.js";
import { downloads } from "./download.js";

if (window.katex) setFormulas(document);
else addEventListener("load", () => setFormulas(document));
downloads();
