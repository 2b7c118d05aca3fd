// The walk, alone or in two lanes: a key press swaps in a step that is ready, and the address follows.

import "./heatmap.js";
import "./pad.js";
import { setFormulas } from "./formulas.js";
import { Sections } from "./sections.js";
import { addressWith, firstMet, phrase, typing } from "./state.js";
import { children } from "./become.js";
import { readable } from "./cursor.js";
import { sheets } from "./dialogs.js";
import { opening, setup } from "./setup.js";
import { findBug, menus, switches } from "./switches.js";
import { downloads } from "./download.js";
import { checks } from "./checks.js";
import { copying, projector } from "./instruct.js";
import { forgetPalette } from "./values.js";

/** The parts of the page; another page of the walk may take its place, and brings its own. */
let article, lessonPlace, listingPlace, list, ribbon, live, stops, entries, last, cells, sections, shown;

function parts() {
  article = document.querySelector("article[data-step]");
  lessonPlace = article.querySelector(".lesson").parentElement;
  listingPlace = document.querySelector(".listing-part")?.parentElement;
  list = document.querySelector(".steps");
  ribbon = document.querySelector(".ribbon");
  live = document.getElementById("live");
  stops = [...document.querySelectorAll(".strip a")];
  entries = stops.map((_, k) => list.querySelector(`a[data-go="${k}"]`));
  last = stops.length - 1;
  // The same steps in a map of samples, where there is one.
  cells = [...document.querySelectorAll("td a[data-go]")];
  sections = new Sections(withListing(article));
  shown = Number(article.dataset.step);
  sections.shown = shown;
  base = addressWith({ step: null }).search;
}

/** The first page has its listing beside the article, in the right column. */
function withListing(first) {
  return { dataset: first.dataset, querySelector: (what) => (what === ".listing-part" ? document.querySelector(what) : first.querySelector(what)) };
}

// ---- going to a step

/** Goes there at once where the step is ready; else the page is turned, and it answers when that is done. */
function go(step, { push = true, stop = true } = {}) {
  const target = Math.max(0, Math.min(last, step));
  if (target === shown) return null;
  const next = sections.get(target);
  if (!next) return turnTo(addressWith({ step: target }), { push, stop });
  paint(target, next);
  if (push) remember(target);
  prefetch();
  return null;
}

function paint(step, { lesson, listing, data }) {
  lessonPlace.replaceChildren(lesson);
  listingPlace?.replaceChildren(listing);
  setFormulas(lesson);
  Object.assign(article.dataset, data);
  document.body.dataset.phase = data.phase;
  stops[shown].removeAttribute("aria-current");
  entries[shown].removeAttribute("aria-current");
  for (let k = 0; k <= last; k++) {
    const past = k < step;
    stops[k].classList.toggle("past", past);
    entries[k].classList.toggle("past", past);
  }
  for (const cell of cells) {
    if (Number(cell.dataset.go) === step) cell.setAttribute("aria-current", "step");
    else cell.removeAttribute("aria-current");
  }
  stops[step].setAttribute("aria-current", "step");
  entries[step].setAttribute("aria-current", "step");
  document.querySelector(".right").className = `right phase-${data.phase}`;
  if (ribbon) light(data);
  shown = step;
  sections.shown = step;
  document.title = data.title;
  live.textContent = data.said;
  buttons();
  reveal();
}

/** The list scrolls by itself where it is longer than the window; the page never does. */
function reveal() {
  if (!scrolls) return;
  const column = list.closest(".left");
  const top = entries[shown].getBoundingClientRect().top - column.getBoundingClientRect().top;
  if (top < 0 || top > column.clientHeight - 40) column.scrollTop += top - column.clientHeight / 2;
}

/** Asked once per window size: at each step, the question alone would cost a layout. */
let scrolls = false;
const resized = new ResizeObserver(([{ target }]) => {
  scrolls = target.scrollHeight > target.clientHeight;
  reveal();
});

/** The ribbon: which layers are known, which are lit, which way things flow. */
function light(data) {
  const lit = new Set((data.litLayers ?? "").split(" "));
  const known = new Set((data.knownLayers ?? "").split(" "));
  for (const units of ribbon.querySelectorAll(".units")) {
    units.classList.toggle("lit", lit.has(units.dataset.layer));
    units.classList.toggle("unknown", !known.has(units.dataset.layer));
    const unit = units.dataset.layer === data.unitLayer ? data.unit : null;
    for (const circle of units.querySelectorAll("circle")) circle.classList.toggle("sel", circle.dataset.unit === unit);
  }
  for (const edges of ribbon.querySelectorAll(".edges")) edges.classList.toggle("lit", edges.dataset.layer === data.litEdges);
  const flow = lessonPlace.querySelector(".flow-text");
  document.querySelector(".flow").replaceChildren(...(flow?.cloneNode(true).childNodes ?? []));
}

function buttons() {
  for (const link of document.querySelectorAll("[data-at-last]")) link.hidden = shown !== last;
  const moves = { first: 0, back: shown - 1, next: shown + 1, last, "layer-up": layerAbove(), "layer-down": layerBelow() };
  for (const [name, step] of Object.entries(moves)) {
    for (const link of document.querySelectorAll(`[data-move="${name}"]`)) {
      const off = step < 0 || step > last || step === shown;
      link.setAttribute("aria-disabled", off);
      link.href = addressWith({ step: Math.max(0, Math.min(last, step)) });
    }
  }
  for (const link of document.querySelectorAll("a[data-to]")) link.href = article.dataset[link.dataset.to];
}

const block = (k) => `${stops[k].dataset.phase} ${stops[k].dataset.layer ?? ""}`;

/** The first step of the next layer (or phase). */
function layerBelow() {
  let k = shown;
  while (k < last && block(k) === block(shown)) k++;
  return k;
}

/** The first step of this layer, or of the one before. */
function layerAbove() {
  let k = Math.max(0, shown - 1);
  while (k > 0 && block(k - 1) === block(k)) k--;
  return k;
}

// ---- the address: one entry per step, never more than the browser takes

const GAP = 60;
let written = 0;
let due = 0;

function remember(step) {
  clearTimeout(due);
  const write = () => {
    written = performance.now();
    history.pushState({ step }, "", addressWith({ step }));
  };
  const wait = written + GAP - performance.now();
  if (wait <= 0) write();
  else due = setTimeout(write, wait);
}

addEventListener("popstate", () => {
  // Whoever goes back no longer waits for what was on its way.
  forgo();
  waiters.length = 0;
  const params = new URLSearchParams(location.search);
  const step = Number(params.get("step") ?? 0);
  const here = addressWith({ step: null });
  if (here.search !== base) turnTo(new URL(location.href), { push: false });
  else go(step, { push: false });
});

/** The address of the page shown, but for its step. */
let base;

// ---- what is on its way: one page, or one cell's sum. What is asked for next takes its place; keys wait for it

let coming = null;
let patience = 0;
const PATIENCE = 200;

/** What is done when nothing is on its way any more. */
const waiters = [];

function whenHere(act) {
  if (coming) waiters.push(act);
  else act();
}

/** Fetches by `work`, which is given a way to ask whether its answer is still waited for. */
function expect(href, work) {
  if (coming?.href === href) return coming.here;
  forgo();
  const mine = { href };
  coming = mine;
  mine.here = work(() => coming === mine).finally(() => {
    if (coming !== mine) return;
    forgo();
    while (waiters.length > 0 && !coming) waiters.shift()();
  });
  return mine.here;
}

/** When nothing is on its way any more. */
async function settled() {
  while (coming) await coming.here;
}

function forgo() {
  coming = null;
  clearTimeout(due);
  clearTimeout(patience);
  waiting(false);
}

function waiting(on) {
  document.body.toggleAttribute("data-waiting", on);
  if (on) live.textContent = phrase("computing");
}

// ---- to another sample, another bug: the page is turned in place, and nothing flickers

function turnTo(url, { push = true, stop = true } = {}) {
  if (stop) play(false);
  return expect(url.href, (still) => turned(url, push, still));
}

async function turned(url, push, still) {
  // A network that has to be trained first takes its time.
  patience = setTimeout(() => waiting(true), PATIENCE);
  const { page, at } = await (ahead?.href === url.href ? ahead.read : read(url));
  ahead = null;
  if (!still()) return;
  if (!page?.querySelector("article[data-step]")) {
    play(false);
    waiters.length = 0;
    location.href = url;
    return;
  }
  const fromPrediction = document.activeElement?.closest(".predict");
  const fromMenu = document.activeElement?.closest(".chips") !== null;
  sections.stop();
  delete document.documentElement.dataset.ready;
  if (push) history.pushState(null, "", at);
  document.title = page.title;
  document.body.dataset.phase = page.body.dataset.phase;
  children(document.body, page.body);
  mount();
  afterPaint(() => {
    if (fromPrediction) document.querySelector(".predict [data-after]")?.focus({ preventScroll: true });
    if (fromMenu) document.querySelector(".chips summary")?.focus({ preventScroll: true });
    live.textContent = article.dataset.said;
  });
}

/** The page at an address, and where it was in the end. */
async function read(url) {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return {};
  return { page: new DOMParser().parseFromString(await response.text(), "text/html"), at: response.url };
}

/** The page under the pointer, asked for before it is clicked. */
let ahead = null;

document.addEventListener("pointerover", (event) => {
  const link = event.target.closest?.("a");
  if (!link || !turns(link)) return;
  if (link.dataset.here !== undefined) keep(link);
  if (ahead?.href !== link.href) ahead = { href: link.href, read: read(link.href) };
});

const STEPS = ["first", "back", "next", "last", "layer-up", "layer-down", "previous-unit", "next-unit", "first-difference"];

/** Whether a link leads to another page of this walk, and does nothing else. */
function turns(link) {
  const { go, set, field, move, dialog } = link.dataset;
  // What scripts have to say is read once, so a page in another language is read afresh.
  if ([go, set, field, dialog].some((other) => other !== undefined) || STEPS.includes(move) || link.hreflang) return false;
  return ["/step", "/compare"].includes(link.pathname) && link.pathname === location.pathname && link.origin === location.origin && !link.hash && !link.download;
}

// ---- getting ready

function sectionsAddress() {
  const url = addressWith({ step: null });
  return `${location.pathname}/sections${url.search}`;
}

function prefetch() {
  sections.draw(shown + 1);
  sections.draw(shown - 1);
}

async function ready() {
  try {
    if (await sections.load(sectionsAddress())) prefetch();
  } catch (e) {
    // Every step is still one page away.
    console.warn(e.message);
  }
}

// ---- one cell's sum

/** A cell was chosen: the result's row or column that it belongs to is looked at. */
function select({ figure, row, col }) {
  const { rowsAxis, colsAxis } = figure.dataset;
  const data = article.dataset;
  const changes = { step: shown };
  for (const [axis, index] of [[rowsAxis, row], [colsAxis, col]]) {
    if (axis === "row" && data.rowParam) changes[data.rowParam] = index + Number(data.rowFirst);
    if (axis === "col" && data.colParam) changes[data.colParam] = index + Number(data.colFirst);
  }
  if (Object.keys(changes).length > 1) choose(addressWith(changes));
}

function choose(url) {
  return expect(url.href, (still) => chosen(url, still));
}

async function chosen(url, still) {
  const { page } = await read(`${location.pathname}/explain${url.search}`);
  if (!page || !still()) return;
  lessonPlace.querySelector(".proof").replaceWith(document.adoptNode(page.querySelector(".proof")));
  history.pushState({ step: shown }, "", url);
  base = addressWith({ step: null }).search;
  const data = article.dataset;
  const number = (name, first, otherwise) => (url.searchParams.has(name) ? Number(url.searchParams.get(name)) - Number(first) : Number(otherwise));
  data.row = number(data.rowParam, data.rowFirst, data.row);
  data.col = number(data.colParam, data.colFirst, data.col);
  if (data.unitLayer !== "-1") data.unit = data.row;
  outline(Number(data.row), Number(data.col));
  if (ribbon) light(data);
  live.textContent = lessonPlace.querySelector(".proof .words p")?.textContent ?? "";
  ready();
}

function outline(row, col) {
  for (const figure of lessonPlace.querySelectorAll("figure.matrix")) {
    const axis = figure.dataset.rowsAxis;
    if (!axis || figure.dataset.side) continue;
    const sel = axis === "row" ? row : col;
    const map = figure.querySelector("ds-heatmap");
    if (map) map.setAttribute("sel", sel);
    else [...(figure.querySelector("tbody")?.rows ?? [])].forEach((tr, i) => tr.classList.toggle("sel", i === sel));
  }
}

// ---- play

/** This playing, until somebody stops it or begins another. */
let playing = null;

async function play(on = !playing) {
  clearTimeout(playing?.timer);
  playing = on ? {} : null;
  pressed();
  if (!on) return;
  const mine = playing;
  await settled();
  if (playing === mine && shown === last) await go(0, { stop: false });
  beat(mine);
}

/** A step each beat; a page that has to be turned for it, or is on its way, is waited for. */
function beat(mine) {
  if (playing !== mine) return;
  mine.timer = setTimeout(async () => {
    await settled();
    if (playing !== mine) return;
    await go(shown + 1, { stop: false });
    if (playing === mine && shown === last) play(false);
    beat(mine);
  }, pace());
}

/** The button says what it would do. */
function pressed() {
  const button = document.querySelector("[data-play]");
  button.setAttribute("aria-pressed", playing !== null);
  button.querySelector("span").textContent = phrase(playing ? "pause" : "play");
}

const pace = () => 1000 * Number(document.querySelector("[data-pace]").value);

// ---- keys

const KEYS = {
  ArrowRight: () => go(shown + 1),
  ArrowLeft: () => go(shown - 1),
  ArrowDown: () => go(layerBelow()),
  ArrowUp: () => go(layerAbove()),
  Home: () => go(0),
  End: () => go(last),
  n: () => follow("next-sample"),
  p: () => follow("previous-sample"),
  b: () => follow("next-batch"),
  f: () => follow("first-difference"),
  "]": () => follow("next-unit"),
  "[": () => follow("previous-unit"),
  g: () => follow("predict"),
  "-": () => follow("say-negative"),
  0: () => follow("say-zero"),
  "+": () => follow("say-positive"),
  x: () => follow("say-skipped"),
  v: () => document.getElementById("guess")?.focus(),
  s: () => follow("samples"),
  w: () => follow("draw"),
  "/": findBug,
  d: () => follow("theme"),
  "?": () => follow("keys"),
  " ": () => play(),
};

function follow(name) {
  const link = document.querySelector(`[data-move="${name}"]`);
  if (link?.getAttribute("aria-disabled") !== "true") link?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id === "guess") event.target.blur();
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
  const button = event.target instanceof Element && event.target.closest("button, summary");
  if (event.key === " " && button) return;
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  // Who holds a key down wants to get on, not to have what is still to come counted.
  if (act === KEYS[" "] || !coming) act();
  else if (!event.repeat) waiters.push(act);
});

// ---- what is asked for by a form: a number that was typed before it is shown, a digit that was drawn

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-turn]");
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  form.closest("dialog")?.close();
  turnTo(new URL(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`, location.href));
});

// ---- clicks

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (event.target.closest("[data-play]")) play();
  const link = event.target.closest("a");
  if (!link) return;
  if (link.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  if (link.dataset.go !== undefined || ["first", "back", "next", "last", "layer-up", "layer-down"].includes(link.dataset.move)) {
    event.preventDefault();
    play(false);
    const step = Number(new URL(link.href).searchParams.get("step") ?? 0);
    whenHere(() => go(step));
  } else if (["previous-unit", "next-unit"].includes(link.dataset.move)) {
    event.preventDefault();
    choose(addressWith({ step: shown }, link.href));
  } else if (link.dataset.set !== undefined) {
    event.preventDefault();
    adjust(link.dataset.set, link.dataset.value);
  } else if (turns(link)) {
    event.preventDefault();
    turnTo(new URL(link.href));
  }
});

/** Links that keep the step: brought up to date just before they are used. */
for (const kind of ["pointerdown", "focusin"]) {
  document.addEventListener(kind, (event) => keep(event.target.closest?.("a[data-here]")));
}
document.addEventListener("click", (event) => keep(event.target.closest("a[data-here]")), true);

function keep(link) {
  if (!link) return;
  const url = new URL(link.href);
  const most = Number(link.dataset.most ?? last);
  url.searchParams.set(link.dataset.here || "step", Math.min(shown, most));
  const here = new URL(location.href).searchParams;
  for (const name of ["unit", "from", "pixel", "theme", "type", "code", "checks"]) {
    if (here.has(name)) url.searchParams.set(name, here.get(name));
    else url.searchParams.delete(name);
  }
  url.search = url.search.replaceAll("%2C", ",");
  link.href = url;
}

// ---- what a reader may want otherwise: dark, large type, the listing's language

function adjust(name, value) {
  const root = document.documentElement;
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  history.replaceState(history.state, "", addressWith({ step: shown, [name]: value || null }));
  base = addressWith({ step: null }).search;
  marks();
  if (name === "theme") repaint();
  // Addresses inside the kept sections carry the view too.
  ready();
}

/** The switches show what they would do next. */
function marks() {
  const root = document.documentElement;
  for (const link of document.querySelectorAll("a[data-set]")) {
    const now = root.dataset[link.dataset.set] ?? "";
    if (link.dataset.toggle !== undefined) {
      const dark = link.dataset.set === "theme" && (now || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
      if (link.dataset.set === "theme") link.dataset.value = dark ? "light" : "dark";
      else link.dataset.value = now ? "" : link.dataset.toggle;
    } else {
      if (link.dataset.value === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
}

function repaint() {
  forgetPalette();
  const every = [...sections.kept.values()].flatMap(({ lesson }) => [...lesson.querySelectorAll("ds-heatmap")]);
  for (const map of every) map.redraw?.();
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

// ---- the page, now and whenever it is turned

/** What can wait until the page is painted does. */
const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act));

function mount() {
  parts();
  resized.disconnect();
  resized.observe(list.closest(".left"));
  const button = document.querySelector("[data-play]");
  button.hidden = false;
  pressed();
  document.querySelector("[data-pace]").hidden = false;
  if (firstMet(lessonPlace)) readable(lessonPlace, select);
  switches();
  setup();
  downloads();
  checks();
  copying();
  marks();
  setFormulas(document);
  buttons();
  afterPaint(ready);
}

sheets();
menus();
opening();
projector();
if (window.katex) mount();
else addEventListener("load", mount);
