// A curve for each run, with its name at its end. It draws itself at the size that it has.

import { Pen, line, mark, rem, svg } from "./pen.js";
import { epochs, linear, logarithmic, short } from "./scales.js";
import { phrase } from "../state.js";

/** From here on one scale would flatten everything but the largest. */
const TOO_FAR_APART = 30;

/** From line to line of a label, in rem. */
const LINE = 1.02;

/** What a chart shows: the name of the value in a moment, and how it is written. */
const KINDS = {
  accuracy: { value: "testAccuracy", write: (v) => phrase("train.percent", { n: v.toFixed(2) }), landmark: "accuracy" },
  cost: { value: "testCost", write: (v) => short(v, 4), landmark: "cost" },
};

export class Chart {
  constructor(figure) {
    this.kind = KINDS[figure.dataset.chart];
    this.name = figure.dataset.chart;
    this.figure = figure;
    this.root = svg("svg", { class: "curve-map", role: "group", "aria-label": phrase(`train.chart.${this.name}`) });
    figure.querySelector(".drawn").replaceChildren(this.root);
    this.pen = new Pen(this.root);
  }

  /** Draws the runs; `most` epochs, `at` the moment chosen. */
  draw(runs, most, at) {
    const r = rem();
    const width = this.root.parentElement.clientWidth;
    const narrow = width < 30 * r;
    const height = Math.max(15 * r, Math.min(24 * r, width * 0.58));
    const right = narrow ? 3.6 * r : Math.min(11.5 * r, width * 0.27);
    const box = { left: 2.5 * r, right: width - right, top: 0.9 * r, bottom: height - 1.8 * r };
    this.root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.root.setAttribute("width", width);
    this.root.setAttribute("height", height);
    const x = epochs(most, box.left, box.right, 1.3 * r);
    const y = this.#scale(runs, box);
    this.#axes(x, y, box, r);
    this.#landmarks(runs, y, box, r, narrow);
    const now = at === null ? null : x.at(at);
    this.pen.draw("now", "path", { class: "now", d: now === null ? "" : `M${now} ${box.top}V${box.bottom}` });
    const ends = [];
    for (const run of runs) {
      const points = run.moments.map((moment) => [x.at(moment.t), y.at(moment[this.kind.value])]);
      this.pen.draw(`line ${run.number}`, "path", { class: `line run-${run.number}`, d: line(points) });
      if (points.length > 0) ends.push(this.#end(run, points, box, r));
    }
    for (const run of runs) this.#points(run, x, y, at, box, r);
    this.#labels(ends, box, r, narrow);
    this.pen.lift();
  }

  #scale(runs, box) {
    if (this.name === "accuracy") return linear(100, box.bottom, box.top);
    const costs = runs.flatMap((run) => run.moments.map((moment) => moment.testCost));
    const finite = costs.filter((cost) => Number.isFinite(cost) && cost > 0);
    const most = Math.max(...finite, 0);
    const least = Math.min(...finite, Infinity);
    const far = finite.length > 0 && most / least > TOO_FAR_APART;
    this.figure.querySelector(".scale").textContent = far ? `· ${phrase("train.log")}` : "";
    return far ? logarithmic(least, most, box.bottom, box.top) : linear(finite.length > 0 ? most : 1, box.bottom, box.top);
  }

  #axes(x, y, box, r) {
    for (const { value, text } of y.ticks) {
      const at = y.at(value);
      this.pen.draw(`y ${text}`, "path", { class: value === 0 ? "axis" : "grid", d: `M${box.left} ${at}H${box.right}` });
      this.pen.draw(`yt ${text}`, "text", { class: "tick end", x: box.left - 0.5 * r, y: at + 0.3 * r }, { text });
    }
    this.pen.draw("x axis", "path", { class: "axis", d: `M${box.left} ${box.bottom}H${box.right}` });
    for (const { value, text } of x.ticks) {
      this.pen.draw(`x ${value}`, "path", { class: "axis", d: `M${x.at(value)} ${box.bottom}v${0.3 * r}` });
      this.pen.draw(`xt ${value}`, "text", { class: "tick middle", x: x.at(value), y: box.bottom + 1.25 * r }, { text });
    }
  }

  /** The constants that give a broken net away; those that a run sits on are drawn firm and named. */
  #landmarks(runs, y, box, r, narrow) {
    const known = new Map();
    for (const run of runs) {
      const hit = new Set(run.moments.at(-1)?.landmarks ?? []);
      for (const [n, { name, kind, value }] of run.landmarks.entries()) {
        if (kind !== this.kind.landmark) continue;
        const key = `${name} ${value.toPrecision(6)}`;
        known.set(key, { name, value, hit: hit.has(n) || (known.get(key)?.hit ?? false) });
      }
    }
    const all = [...known.entries()].sort(([, a], [, b]) => b.value - a.value);
    let lowest = -Infinity;
    for (const [key, { name, value, hit }] of all) {
      if (value > y.most) continue;
      const at = y.at(value);
      this.pen.draw(`c ${key}`, "path", { class: hit ? "constant hit" : "constant", d: `M${box.left} ${at}H${box.right}` });
      if (this.name === "accuracy" || narrow || at - lowest < 0.95 * r) continue;
      this.pen.draw(`ct ${key}`, "text", { class: "constant-name end", x: box.right - 0.4 * r, y: at - 0.25 * r }, { text: name });
      lowest = at;
    }
    if (this.name === "accuracy" && all.length > 0 && !narrow) {
      const [from, to] = [all.at(-1)[1].value, all[0][1].value];
      const text = phrase("train.one-digit", { from: from.toFixed(2), to: to.toFixed(2) });
      this.pen.draw("ct", "text", { class: "constant-name end", x: box.right - 0.4 * r, y: y.at(from) + 1.1 * r }, { text });
    }
  }

  /** Where a run's name stands: at its last number. */
  #end(run, points, box, r) {
    const last = points.findLast(([, at]) => Number.isFinite(at));
    return { run, x: points.at(-1)[0], at: Math.max(box.top + 0.3 * r, last?.[1] ?? box.top) };
  }

  #points(run, x, y, at, box, r) {
    const looked = run.moments.findLast((moment) => at === null || moment.t <= at + 1e-9);
    for (const moment of run.moments) {
      const value = moment[this.kind.value];
      const [px, py] = [x.at(moment.t), Number.isFinite(value) ? y.at(value) : box.top];
      const key = `${run.number} ${moment.t}`;
      const said = phrase("train.point", { run: run.title, moment: moment.said, value: this.kind.write(value) });
      const link = this.pen.draw(`p ${key}`, "a", { class: `point run-${run.number}`, href: run.walkAt(moment), "data-run": run.number, "data-t": moment.t, "aria-label": said });
      if (!link.hasAttribute("tabindex")) link.setAttribute("tabindex", -1);
      this.pen.draw(`ph ${key}`, "circle", { class: "reach", cx: px, cy: py, r: 0.6 * r }, { into: link });
      this.pen.draw(`pm ${key}`, "path", { class: moment === looked ? "mark looked" : "mark", d: mark(run.number, px, py, (moment === looked ? 0.32 : 0.2) * r) }, { into: link });
    }
  }

  /** Names at the lines' ends, pushed apart where they would meet. */
  #labels(ends, box, r, narrow) {
    const left = box.right + 0.9 * r;
    const room = Math.floor((this.root.viewBox.baseVal.width - left) / (0.47 * r));
    const names = namesOf(ends, room);
    for (const end of ends) {
      const { run } = end;
      const value = this.kind.write(run.moments.at(-1)[this.kind.value]);
      const hit = run.sits(this.kind.landmark);
      end.lines = narrow
        ? [{ styled: "name", text: value.replace(/(\.\d)\d? ?%$/, "$1") }]
        : [...names.get(run).map((text) => ({ styled: "name", text })), ...wrapped(hit ? `${value} · ${hit}` : value, room + 2).map((text) => ({ styled: hit ? "value hit" : "value", text }))];
      end.tall = end.lines.length * LINE * r + 0.3 * r;
    }
    ends.sort((a, b) => a.at - b.at);
    ends.forEach((end, k) => (end.y = Math.max(end.at - 0.5 * r, k === 0 ? box.top - 0.4 * r : ends[k - 1].y + ends[k - 1].tall)));
    let floor = box.bottom + 1.4 * r;
    for (const end of [...ends].reverse()) {
      end.y = Math.min(end.y, floor - end.tall);
      floor = end.y;
    }
    for (const { run, x, at, y, lines } of ends) {
      this.pen.draw(`lead ${run.number}`, "path", { class: `lead run-${run.number}`, d: `M${x + 0.5 * r} ${at}H${Math.max(x + 0.5 * r, box.right)}L${left - 0.25 * r} ${y + 0.5 * r}` });
      lines.forEach(({ styled, text }, k) => this.pen.draw(`label ${run.number} ${k}`, "text", { class: `${styled} run-${run.number}`, x: left, y: y + (0.8 + k * LINE) * r }, { text }));
    }
  }
}

/** The lines of each run's name; where two would read alike, they are numbered. */
function namesOf(ends, room) {
  const names = ends.map(({ run }) => wrapped(run.label, room));
  const read = names.map((lines) => lines.join("\n"));
  const alike = (k) => read.indexOf(read[k]) !== read.lastIndexOf(read[k]);
  return new Map(ends.map(({ run }, k) => [run, alike(k) ? wrapped(`${run.number}. ${run.label}`, room) : names[k]]));
}

/** In one line, two or three, cut where even that is too little; rather between two differences than within one. */
function wrapped(text, room, lines = 3) {
  if (text.length <= room || lines === 1) return [cut(text, room)];
  const between = Math.max(text.lastIndexOf(", ", room - 1) + 1, text.lastIndexOf(" + ", room - 2) + 2);
  const at = between > 1 ? between : text.lastIndexOf(" ", room);
  return at <= 0 ? [cut(text, room)] : [text.slice(0, at), ...wrapped(text.slice(at + 1), room, lines - 1)];
}

const cut = (text, room) => (text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`);
