// Draws SVG that is drawn again and again: what stays keeps its element, and with it the focus.

const SVG = "http://www.w3.org/2000/svg";

export class Pen {
  #kept = new Map();
  #used = new Set();

  /** Draws below that element. */
  constructor(root) {
    this.root = root;
  }

  /** An element by its key, below another one; text where it has some. */
  draw(key, name, attributes, { into = this.root, text } = {}) {
    this.#used.add(key);
    let element = this.#kept.get(key);
    if (!element || element.localName !== name) {
      element?.remove();
      element = document.createElementNS(SVG, name);
      this.#kept.set(key, element);
    }
    for (const [attribute, value] of Object.entries(attributes)) {
      const written = String(value);
      if (value === null || value === undefined) element.removeAttribute(attribute);
      else if (element.getAttribute(attribute) !== written) element.setAttribute(attribute, written);
    }
    if (text !== undefined && element.textContent !== text) element.textContent = text;
    if (element.parentNode !== into) into.append(element);
    return element;
  }

  /** Takes away what was not drawn since the last time. */
  lift() {
    for (const [key, element] of this.#kept) {
      if (this.#used.has(key)) continue;
      element.remove();
      this.#kept.delete(key);
    }
    this.#used = new Set();
  }
}

/** A new SVG element. */
export function svg(name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

/** One rem on paper, as walk.css has it there. */
const ON_PAPER = 11.5;

/** One rem in pixels: everything grows with the type. */
export const rem = () => (document.querySelector("[data-paper]") ? ON_PAPER : parseFloat(getComputedStyle(document.documentElement).fontSize));

const round = (x) => Math.round(x * 10) / 10;

/** The path of a run's mark around a point: each run has a shape of its own. */
export function mark(run, x, y, r) {
  const at = (dx, dy) => `${round(x + dx * r)} ${round(y + dy * r)}`;
  const shapes = [
    () => `M${at(-1, 0)}A${r} ${r} 0 1 1 ${at(1, 0)}A${r} ${r} 0 1 1 ${at(-1, 0)}Z`,
    () => `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`,
    () => `M${at(0, -1.2)}L${at(1.1, 0.8)}L${at(-1.1, 0.8)}Z`,
    () => `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`,
    () => `M${at(0, 1.2)}L${at(1.1, -0.8)}L${at(-1.1, -0.8)}Z`,
    () => `M${at(-0.4, -1.2)}L${at(0.4, -1.2)}L${at(0.4, -0.4)}L${at(1.2, -0.4)}L${at(1.2, 0.4)}L${at(0.4, 0.4)}L${at(0.4, 1.2)}L${at(-0.4, 1.2)}L${at(-0.4, 0.4)}L${at(-1.2, 0.4)}L${at(-1.2, -0.4)}L${at(-0.4, -0.4)}Z`,
  ];
  return shapes[(run - 1) % shapes.length]();
}

/** A line through points; it breaks where there is no number. */
export function line(points) {
  let path = "";
  let broken = true;
  for (const [x, y] of points) {
    if (!Number.isFinite(y)) broken = true;
    else {
      path += `${broken ? "M" : "L"}${round(x)} ${round(y)}`;
      broken = false;
    }
  }
  return path;
}
