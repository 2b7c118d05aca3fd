// The pages of mysteries: formulas, and buttons that copy.
import { copying } from "./instruct.js";
import { setFormulas } from "./formulas.js";

if (window.katex) setFormulas(document);
else addEventListener("load", () => setFormulas(document));
copying();
