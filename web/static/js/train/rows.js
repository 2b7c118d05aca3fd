// The rows of runs: how far each is, and what may be done with it.

import { phrase } from "../state.js";
import { mark } from "./pen.js";
import { short } from "./scales.js";
import { listener } from "./stream.js";
import { html } from "./words.js";

/** What may be done in a state, and what that is called. */
const ACTS = {
  queued: ["pause", "cancel"],
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  cancelled: ["resume"],
  failed: [],
  done: [],
  asking: [],
};

export function drawRow(run) {
  const row = run.row;
  row.querySelector(".swatch .mark").setAttribute("d", mark(run.number, 22, 6, 4));
  drawState(run, row.querySelector(".state"));
  const last = run.moments.at(-1);
  row.querySelector(".now").textContent = last ? phrase("train.now", { accuracy: last.testAccuracy.toFixed(2), cost: short(last.testCost) }) : "";
  drawActs(run, row.querySelector(".acts"));
}

function drawState(run, place) {
  let bar = place.querySelector("progress");
  let said = place.querySelector("span");
  if (!bar) {
    bar = html("progress", { max: 1, value: 0 });
    said = html("span");
    place.replaceChildren(bar, said);
  }
  bar.setAttribute("aria-label", phrase("train.progress", { run: run.title }));
  const { samples = 0, of = 1 } = run.progress ?? {};
  bar.value = run.state === "done" ? 1 : of > 0 ? samples / of : 0;
  bar.hidden = run.over;
  said.textContent = stateOf(run);
}

function stateOf(run) {
  if (run.state === "running") {
    const left = run.progress?.left;
    if (left === undefined) return phrase("train.running");
    return left > 90 ? phrase("train.left.minutes", { n: Math.round(left / 60) }) : phrase("train.left.seconds", { n: Math.ceil(left) });
  }
  if (run.state === "queued" && run.waiting > 1) return `${phrase("train.queued")} · ${phrase("train.waits", { count: run.waiting })}`;
  if (run.trouble) return run.state === "failed" ? phrase("train.failed", { detail: run.trouble }) : run.trouble;
  return phrase(`train.${run.state}`, { seconds: short(run.seconds, 2) });
}

function drawActs(run, place) {
  const acts = ACTS[run.state] ?? [];
  const have = [...place.children].map((button) => button.dataset.act).join();
  const titles = place.dataset.title;
  if (have === acts.join() && titles === `${run.title} ${run.state}`) return;
  const focused = place.contains(document.activeElement);
  place.dataset.title = `${run.title} ${run.state}`;
  place.replaceChildren(
    ...acts.map((act) => {
      const word = phrase(`train.${run.state === "cancelled" ? "again" : act}`);
      return html("button", { type: "button", class: "quiet", "data-act": act, "aria-label": phrase("train.act", { act: word, run: run.title }) }, word);
    }),
  );
  if (focused) place.querySelector("button")?.focus();
}

/** Asks the server; where it says no, the run says why. */
export async function act(run, what) {
  const response = await fetch(`/api/train/${what}?${run.query}&listener=${listener}`, { method: "POST" }).catch(() => null);
  if (response?.ok) return true;
  run.trouble = (await response?.json().catch(() => null))?.detail ?? phrase("train.lost");
  return false;
}

/** The finished epochs of a run as rows of the table below. */
export function drawFigures(run, body) {
  const rows = run.epochs.filter(Boolean);
  const key = `${run.title} ${run.query} ${rows.length}`;
  if (body.dataset.rows === key) return;
  body.dataset.rows = key;
  if (rows.length === 0) {
    body.replaceChildren(html("tr", {}, html("th", { scope: "row" }, run.title), html("td", { colspan: 5 }, phrase("train.table.none"))));
    return;
  }
  body.replaceChildren(
    ...rows.map((epoch, k) => {
      const tr = html("tr");
      if (k === 0) tr.append(html("th", { scope: "rowgroup", rowspan: rows.length }, run.title));
      tr.append(...[epoch.epoch, epoch.testAccuracy.toFixed(2), short(Number(epoch.testCost), 4), short(Number(epoch.trainCost), 4), epoch.seconds.toFixed(2)].map((text) => html("td", {}, String(text))));
      return tr;
    }),
  );
}
