// Each network at a moment: what it answers, what it confuses, what it gets most wrong.

import { grouped, phrase } from "../state.js";
import { Pen, mark, rem, svg } from "./pen.js";
import { short } from "./scales.js";
import { html } from "./words.js";
import { saves } from "./save.js";

/** Pictures are asked for when they are seen: while curves grow, the way to the server stays free. */
const seen = new IntersectionObserver((entries) => {
  for (const { target } of entries.filter((entry) => entry.isIntersecting)) show(target);
});

function show(picture) {
  seen.unobserve(picture);
  if (picture.dataset.src) picture.src = picture.dataset.src;
  delete picture.dataset.src;
}

/** All pictures that wait to be seen, as paper needs them. */
export const showAll = (place) => place.querySelectorAll("img[data-src]").forEach(show);

/** Milliseconds without another drawing: the slider is at rest. */
const SETTLED = 400;

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The faces of all runs; each is made anew only where its moment is another. */
export class Faces {
  #shown = new Map();
  #settling;

  constructor(place) {
    this.place = place;
  }

  draw(runs, at) {
    const faces = runs.map((run) => {
      const moment = run.momentAt(at);
      const key = `${run.number} ${run.title} ${run.query} ${moment?.t} ${moment?.landmarks} ${rem()}`;
      const face = this.#shown.get(run.number);
      if (face?.dataset.key === key) return face;
      const fresh = made(run, moment);
      fresh.dataset.key = key;
      this.#shown.set(run.number, fresh);
      return fresh;
    });
    this.place.style.setProperty("--faces", runs.length <= 4 ? runs.length : 3);
    const same = faces.length === this.place.children.length && faces.every((face, k) => face === this.place.children[k]);
    if (!same) this.place.replaceChildren(...faces);
    // Paper does not wait for pictures: where no curve grows any more, they are all fetched.
    clearTimeout(this.#settling);
    if (runs.every((run) => run.over)) this.#settling = setTimeout(() => showAll(this.place), SETTLED);
  }
}

function made(run, moment) {
  const swatch = svg("svg", { class: "swatch", viewBox: "0 0 44 12", "aria-hidden": "true" });
  swatch.append(svg("path", { class: "line", d: "M0 6H44" }), svg("path", { class: "mark", d: mark(run.number, 22, 6, 4) }));
  const title = html("h3", {}, swatch, run.title);
  if (!moment) return html("article", { class: `face run-${run.number}` }, title, html("p", { class: "measured" }, phrase("train.none")));
  const measured = phrase("train.measured", { accuracy: moment.testAccuracy.toFixed(2), cost: short(moment.testCost, 4) });
  const walk = html("a", { href: run.walkAt(moment) }, phrase("train.walk"));
  const sits = moment.landmarks.map((n) => run.landmarks[n]?.name).filter(Boolean);
  const head = html("p", { class: "measured" }, `${moment.said} · ${measured}`);
  if (sits.length > 0) head.append(" · ", html("b", {}, phrase("train.sits", { landmark: sits.join(", ") })));
  head.append(" · ", walk);
  return html("article", { class: `face run-${run.number}`, "aria-label": run.title }, title, head, answers(run, moment), confusion(run, moment), worst(run, moment));
}

/** How often each digit is answered, beside how often it is there. */
function answers(run, moment) {
  const there = moment.confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const most = Math.max(...moment.predicted, ...there, 1);
  const [width, height, foot] = [300, 84, 16];
  const step = width / 10;
  const title = phrase("train.predicted", { n: grouped(moment.measured) });
  const root = svg("svg", { class: "answers", viewBox: `0 -12 ${width} ${height + foot + 12}`, role: "img", "aria-label": `${title}: ${DIGITS.map((d) => `${d}: ${moment.predicted[d]}`).join(", ")}` });
  const pen = new Pen(root);
  for (const digit of DIGITS) {
    const x = digit * step;
    const tall = (count) => (count / most) * height;
    pen.draw(`b ${digit}`, "rect", { class: "bar", x: x + 3, width: step - 6, y: height - tall(moment.predicted[digit]), height: tall(moment.predicted[digit]) });
    pen.draw(`l ${digit}`, "path", { class: "there", d: `M${x + 1} ${height - tall(there[digit])}h${step - 2}` });
    pen.draw(`t ${digit}`, "text", { class: "tick middle", x: x + step / 2, y: height + 13 }, { text: String(digit) });
    const above = Math.max(tall(moment.predicted[digit]), there[digit] > moment.predicted[digit] && tall(there[digit]) - tall(moment.predicted[digit]) < 12 ? tall(there[digit]) : 0);
    pen.draw(`n ${digit}`, "text", { class: "count middle", x: x + step / 2, y: height - above - 3 }, { text: String(moment.predicted[digit]) });
  }
  pen.draw("base", "path", { class: "axis", d: `M0 ${height}H${width}` });
  return html("figure", { class: "answered" }, html("figcaption", {}, title), root);
}

/** Counts on the colours of values: a row that is all in one column is there in the fullest. */
function confusion(run, moment) {
  const rows = moment.confusion.map((row, label) => {
    const sum = row.reduce((all, count) => all + count, 0);
    return html(
      "tr",
      {},
      html("th", { scope: "row", "aria-label": phrase("train.confusion.row", { n: label }) }, String(label)),
      ...row.map((count, answer) => html("td", { class: `${shade(count, sum)}${answer === label ? " hit" : ""}` }, String(count))),
    );
  });
  const head = html("tr", {}, html("td", {}), ...DIGITS.map((digit) => html("th", { scope: "col" }, String(digit))));
  const table = html("table", { class: "confusion" }, html("caption", { class: "vh" }, `${phrase("train.confusion")}: ${run.title}, ${moment.said}`), html("thead", {}, head), html("tbody", {}, ...rows));
  const csv = () => [["digit", ...DIGITS], ...moment.confusion.map((row, label) => [label, ...row])];
  const what = `confusion-${run.number}`;
  return html("figure", { class: "confused" }, html("figcaption", {}, phrase("train.confusion")), table, saves(what, { csv, table }));
}

const shade = (count, sum) => (count === 0 || sum === 0 ? "v0" : `v${Math.max(1, Math.round((20 * count) / sum))}`);

/** The test digits with the highest cost, each with the walk that shows why. */
function worst(run, moment) {
  const list = moment.worst.map(({ index, label, predicted, cost }) => {
    const answer = predicted < 0 ? phrase("train.worst.none") : predicted;
    const said = phrase("train.worst.one", { label, predicted: answer, cost: short(Number(cost)) });
    const picture = html("img", { "data-src": `${run.picture}&sample=${index}&size=56`, width: 56, height: 56, alt: "" });
    seen.observe(picture);
    const read = html("span", {}, `${label} → `, html("b", {}, predicted < 0 ? "?" : String(predicted)));
    return html("li", {}, html("a", { href: run.walkAt(moment, index), title: said, "aria-label": said }, picture, read));
  });
  return html("figure", { class: "worst" }, html("figcaption", {}, phrase("train.worst")), html("ol", {}, ...list));
}
