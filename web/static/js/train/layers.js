// Saturation, update ratio and error norm of each layer over the epochs, small and side by side.

import { Pen, line, mark, rem, svg } from "./pen.js";
import { epochs, linear, logarithmic, short } from "./scales.js";
import { phrase } from "../state.js";
import { html } from "./words.js";

const MEASURES = ["saturated", "updateRatio", "errorNorm"];

export class Layers {
  #plots = new Map();

  constructor(place) {
    this.place = place;
  }

  draw(runs, most, at) {
    const depth = Math.max(0, ...runs.flatMap((run) => run.moments.map((moment) => moment.layers.length)));
    const keys = MEASURES.flatMap((measure) => Array.from({ length: depth }, (_, k) => ({ measure, layer: k + 1 })));
    if (this.#plots.size !== keys.length) this.#lay(keys, depth);
    for (const { measure, layer } of keys) this.#plot(this.#plots.get(`${measure} ${layer}`), measure, layer, runs, most, at);
  }

  /** A row for each measure, a column for each layer. */
  #lay(keys, depth) {
    this.#plots = new Map();
    this.place.style.setProperty("--layers", depth);
    this.place.replaceChildren(
      ...keys.map(({ measure, layer }) => {
        const root = svg("svg", { class: "curve-map small-map", role: "img" });
        this.#plots.set(`${measure} ${layer}`, { root, pen: new Pen(root) });
        return html("figure", {}, html("figcaption", {}, `${phrase("train.layer", { n: layer })} · ${phrase(`train.${measure}`)}`), root);
      }),
    );
  }

  #plot({ root, pen }, measure, layer, runs, most, at) {
    const r = rem();
    const width = root.parentElement.clientWidth;
    const height = 8.5 * r;
    const box = { left: 2.9 * r, right: width - 0.6 * r, top: 0.6 * r, bottom: height - 1.5 * r };
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    root.setAttribute("width", width);
    root.setAttribute("height", height);
    const value = (moment) => moment.layers[layer - 1]?.[measure] ?? NaN;
    const x = epochs(most, box.left, box.right, 1.3 * r);
    const y = scale(measure, runs.flatMap((run) => run.moments.map(value)), box);
    for (const { value: v, text } of y.ticks) {
      pen.draw(`y ${text}`, "path", { class: "grid", d: `M${box.left} ${y.at(v)}H${box.right}` });
      pen.draw(`yt ${text}`, "text", { class: "tick end", x: box.left - 0.4 * r, y: y.at(v) + 0.3 * r }, { text });
    }
    pen.draw("axis", "path", { class: "axis", d: `M${box.left} ${box.bottom}H${box.right}` });
    for (const { value: v, text } of x.ticks) pen.draw(`x ${v}`, "text", { class: "tick middle", x: x.at(v), y: box.bottom + 1.15 * r }, { text });
    pen.draw("now", "path", { class: "now", d: at === null ? "" : `M${x.at(at)} ${box.top}V${box.bottom}` });
    const said = [];
    for (const run of runs) {
      const points = run.moments.map((moment) => [x.at(moment.t), y.at(value(moment))]);
      pen.draw(`line ${run.number}`, "path", { class: `line run-${run.number}`, d: line(points) });
      const looked = run.momentAt(at);
      if (looked && Number.isFinite(value(looked))) {
        pen.draw(`mark ${run.number}`, "path", { class: `mark looked run-${run.number}`, d: mark(run.number, x.at(looked.t), y.at(value(looked)), 0.24 * r) });
        said.push(`${run.title}: ${short(value(looked))}`);
      }
    }
    root.setAttribute("aria-label", `${phrase("train.layer", { n: layer })}, ${phrase(`train.${measure}`)}. ${said.join("; ")}`);
    pen.lift();
  }
}

/** A share is of the whole; the others by their size. */
function scale(measure, values, box) {
  if (measure === "saturated") return linear(1, box.bottom, box.top, 2);
  const finite = values.filter((value) => Number.isFinite(value) && value > 0);
  if (finite.length === 0) return linear(1, box.bottom, box.top, 2);
  return logarithmic(Math.min(...finite), Math.max(...finite), box.bottom, box.top);
}
