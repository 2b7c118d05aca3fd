// Trainings side by side: their curves grow as they go, and any point of them leads to the walk.

import { findBug, menus, switches } from "./switches.js";
import { opening, setup } from "./setup.js";
import { sheets } from "./dialogs.js";
import { copying } from "./instruct.js";
import { downloads } from "./download.js";
import { children } from "./become.js";
import { firstMet, phrase, typing } from "./state.js";
import { Chart } from "./train/chart.js";
import { Faces, showAll } from "./train/faces.js";
import { Layers } from "./train/layers.js";
import { Looked } from "./train/looked.js";
import { Run } from "./train/run.js";
import { Stream } from "./train/stream.js";
import { act, drawFigures, drawRow } from "./train/rows.js";
import { POINT, rove, walkPoints } from "./train/points.js";
import { beside, saves } from "./train/save.js";

/** Every run that this page has ever shown, by what trains it: a switch turned back is there at once. */
const known = new Map();
let runs = [];
let charts, faces, layers, slider, lab, live;

const looked = new Looked();

const stream = new Stream(heard, () => {
  for (const run of runs) if (!run.over) run.trouble = phrase("train.lost");
  later();
});

// ---- what is heard

function heard(run, name, data) {
  const before = run.state;
  if (name === "cancelled" && run.wanted) {
    // Somebody had cancelled it before it was switched on here.
    does(run, "resume", true);
    return;
  }
  // From now on, who cancels it means it; but for what was asked here before it was switched on again.
  if (name === "state" && data.state === "running" && !run.leaving) run.wanted = false;
  if (name !== "progress") run.trouble = "";
  run.hear(name, data);
  if (run.over && !["asking", run.state].includes(before)) say(run);
  later(!OF_ROWS.has(name));
}

/** Said aloud at an end, not at every event. */
function say(run) {
  const last = run.moments.at(-1);
  live.textContent =
    run.state === "done" && last
      ? phrase("train.said.done", { run: run.title, accuracy: last.testAccuracy.toFixed(2) })
      : phrase("train.said.other", { run: run.title, state: run.state === "failed" ? phrase("train.failed", { detail: run.trouble }) : phrase(`train.${run.state}`) });
}

// ---- drawing, once for all that happens in a frame

let due = false;

/** Whether more has changed than what the rows say. */
let stale = true;

/** What only the rows tell: it comes often, and the first point should not wait for it. */
const OF_ROWS = new Set(["begin", "state", "progress"]);

function later(all = true) {
  stale ||= Boolean(all);
  if (due) return;
  due = true;
  requestAnimationFrame(draw);
}

function draw() {
  due = false;
  for (const run of runs) drawRow(run);
  if (stale) drawMoments();
  stale = false;
}

function drawMoments() {
  const most = Math.max(Number(lab.dataset.epochs), 0);
  moments();
  for (const chart of charts) chart.draw(runs, most, looked.at);
  for (const chart of charts) rove(chart.root);
  faces.draw(runs, looked.at);
  layers.draw(runs, most, looked.at);
  slider.closest(".when").querySelector("output").textContent = nameOf(times[Number(slider.value)]);
  document.querySelectorAll(".figures tbody").forEach((body, k) => drawFigures(runs[k], body));
  document.documentElement.dataset.drawn = runs.reduce((sum, run) => sum + run.moments.length, 0);
}

// ---- on paper: drawn as wide as it is

for (const [kind, paper] of [
  ["beforeprint", true],
  ["afterprint", false],
]) {
  addEventListener(kind, () => {
    lab.toggleAttribute("data-paper", paper);
    showAll(lab);
    stale = true;
    draw();
  });
}

// ---- the moment looked at

let times = [0];

function moments() {
  times = [...new Set(runs.flatMap((run) => run.moments.map((moment) => moment.t)))].sort((a, b) => a - b);
  if (times.length === 0) times = [0];
  slider.max = times.length - 1;
  const k = looked.at === null ? times.length - 1 : times.findLastIndex((t) => t <= looked.at + 1e-9);
  slider.value = Math.max(0, k);
  slider.setAttribute("aria-valuetext", nameOf(times[Math.max(0, k)]));
}

function nameOf(t) {
  for (const run of runs) {
    const moment = run.moments.find((each) => each.t === t);
    if (moment) return moment.said;
  }
  return phrase("train.before");
}

function look(t) {
  looked.look(t);
  later();
}

for (const kind of ["pointerdown", "focusin"]) {
  document.addEventListener(kind, (event) => looked.keep(event.target.closest?.("a[href]")));
}
document.addEventListener("click", (event) => looked.keep(event.target.closest("a[href]")), true);

// ---- keys

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (walkPoints(event)) return;
  if (typing(event.target)) return;
  const other = { "/": findBug, "?": () => document.querySelector('[data-move="keys"]').click(), d: () => document.querySelector('[data-move="theme"]').click() }[event.key];
  if (other) {
    event.preventDefault();
    other();
    return;
  }
  if (event.target.closest?.("button, summary, .scroll")) return;
  const k = Number(slider.value) + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0);
  if (k === Number(slider.value) || k < 0 || k >= times.length) return;
  event.preventDefault();
  look(k === times.length - 1 ? null : times[k]);
});

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const point = event.target.closest?.(POINT);
    const said = document.querySelector(".under .said");
    if (said) said.textContent = point?.getAttribute("aria-label") ?? "";
  });
}

// ---- what may be done

document.addEventListener("click", async (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const button = event.target.closest("[data-act]");
  if (button) {
    await does(runs.find((run) => run.row.contains(button)), button.dataset.act);
    return;
  }
  if (event.target.closest("[data-latest]")) look(null);
  if (event.target.closest("[data-print]")) print();
  const link = event.target.closest("a[href]");
  if (!link || !turns(link)) return;
  event.preventDefault();
  turnTo(new URL(link.href));
});

async function does(run, what, again = run.state === "cancelled") {
  run.wanted = false;
  if ((await act(run, what)) && again) {
    run.forget();
    stream.listen(runs, { anew: true });
  }
  later();
}

/** Whether a link leads to another page of trainings, and does nothing else. */
const turns = (link) => link.pathname === "/train" && link.origin === location.origin && !link.hash && link.dataset.field === undefined && link.closest(".prefs") === null;

document.addEventListener("submit", (event) => {
  const form = event.target.closest("details.own form");
  if (!form) return;
  event.preventDefault();
  turnTo(new URL(looked.with(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`), location.href));
});

// ---- another bug, another run: the page is turned in place, and what did not change goes on

let turning = 0;

async function turnTo(url, { push = true } = {}) {
  const turn = ++turning;
  const answer = await (ahead?.href === url.href ? ahead.answer : read(url));
  ahead = null;
  if (turn !== turning) return;
  if (!answer) {
    location.href = url;
    return;
  }
  const { page, address } = answer;
  const menu = document.activeElement?.closest(".chips, .own")?.closest("li")?.id;
  if (push) {
    looked.tell();
    history.pushState(null, "", address);
  }
  // What is shown next is trained while the page is turned.
  replace(runsOf(page));
  stream.listen(runs);
  children(document.body, page.body);
  mount();
  if (menu) document.querySelector(`#${menu} .chips summary`)?.focus({ preventScroll: true });
}

/** A page, and the address that it has in the end. */
async function read(url) {
  const response = await fetch(url, { priority: "high" }).catch(() => null);
  return response?.ok ? { page: new DOMParser().parseFromString(await response.text(), "text/html"), address: response.url } : null;
}

/** The page under the pointer, asked for before it is clicked. */
let ahead = null;

document.addEventListener("pointerover", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || !turns(link)) return;
  looked.keep(link);
  if (ahead?.href !== link.href) ahead = { href: link.href, answer: read(link.href) };
});

addEventListener("popstate", () => turnTo(new URL(location.href), { push: false }));

// ---- the page, now and whenever it is turned

/** Runs that are shown no more give their place to those that are; nothing waits for that. */
function replace(wanted) {
  for (const run of runs.filter((each) => !each.over && !wanted.includes(each))) {
    run.forget();
    run.leaving = act(run, "cancel").finally(() => (run.leaving = null));
  }
  for (const run of wanted.filter((each) => !runs.includes(each))) run.wanted = true;
  runs = wanted;
}

const ROWS = ".lab .runs > ol > li";

/** The runs that a page shows, those that were shown before as they are. */
function runsOf(page) {
  const seen = new Set();
  return [...page.querySelectorAll(ROWS)].map((row, k) => {
    const { query } = row.dataset;
    // Two runs of one page may be the same training.
    const key = seen.has(query) ? `${query} ${k}` : query;
    seen.add(query);
    if (!known.has(key)) known.set(key, new Run(query));
    return known.get(key);
  });
}

function mount() {
  lab = document.querySelector(".lab");
  live = document.getElementById("live");
  slider = lab.querySelector("input[type=range]");
  looked.read(lab.dataset.at);
  for (const part of lab.querySelectorAll(".chart, .under, .moment, .layers")) part.hidden = false;
  const figures = [...lab.querySelectorAll(".chart")];
  // Each is met, not only the first that is new.
  if (figures.filter(firstMet).length > 0) {
    charts = figures.map((figure) => new Chart(figure));
    faces = new Faces(lab.querySelector(".faces"));
    layers = new Layers(lab.querySelector(".small"));
    slider.addEventListener("input", () => look(Number(slider.value) === times.length - 1 ? null : times[Number(slider.value)]));
    new ResizeObserver(later).observe(lab);
    lab.querySelector(".under .saves").replaceWith(savesOfCurves());
  }
  switches();
  setup();
  copying();
  downloads();
  document.querySelectorAll(ROWS).forEach((row, k) => runs[k].seenAs(row, k + 1));
  stream.listen(runs);
  later();
}

function savesOfCurves() {
  const title = (caption) => {
    const name = caption.querySelector("b").textContent;
    return `${name}, ${caption.innerText.slice(name.length).trim()}`;
  };
  const drawing = () => beside(charts.map((chart) => ({ root: chart.root, title: title(chart.figure.querySelector("figcaption")) })));
  const csv = () => [
    ["run", "epochs", "batches", "samples", "test digits", "test accuracy", "test cost", "training cost", "seconds", ...Array.from({ length: 10 }, (_, d) => `predicted ${d}`)],
    ...runs.flatMap((run) => run.moments.map((m) => [run.title, m.epoch, m.batch, m.samples, m.measured, m.testAccuracy, m.testCost, m.trainCost, m.seconds, ...m.predicted])),
  ];
  const place = saves("curves", { csv, drawing });
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "quiet", textContent: phrase("train.print") });
  button.dataset.print = "";
  place.append(button);
  return place;
}

menus();
opening();
sheets();
runs = runsOf(document);
mount();
