// The panel of checks beside a step: asked for when the page has painted, the quick ones first.
// What they say depends on the scenario and not on the step, so walking asks nothing.

import { firstMet, phrase } from "./state.js";

const ORDER = ["fail", "warn", "inconclusive", "pass"];
const AGAIN = 1000;
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));

export function checks() {
  const panel = document.querySelector(".checks-panel");
  if (!panel) return;
  panel.querySelector("[data-set]").hidden = false;
  panel.querySelector(".findings").hidden = false;
  panel.querySelector(".tally").hidden = !asked.has(panel);
  const ask = () => {
    if (!panel.isConnected || document.documentElement.dataset.checks === "closed") return;
    fill(panel);
  };
  if (firstMet(panel)) {
    usual.set(panel, [...panel.querySelectorAll("li[data-check]")].map((row) => row.dataset.check));
    new MutationObserver(ask).observe(document.documentElement, { attributes: true, attributeFilter: ["data-checks"] });
  }
  idle(ask, { timeout: 1000 });
}

/** By panel: what its rows speak of, or will, and their usual order. */
const asked = new WeakMap();
const usual = new WeakMap();

async function fill(panel) {
  const { src } = panel.dataset;
  if (asked.get(panel) === src) return;
  asked.set(panel, src);
  for (const row of panel.querySelectorAll(".findings > li")) row.classList.add("stale");
  for (const which of ["quick", "slow"]) {
    const page = await answer(`${src}${src.includes("?") ? "&" : "?"}which=${which}`);
    if (asked.get(panel) !== src) return;
    if (!page) {
      tell(panel, phrase("checks.failed"));
      return;
    }
    for (const row of page.querySelectorAll("li[data-check]")) {
      panel.querySelector(`li[data-check="${row.dataset.check}"]`).replaceWith(document.adoptNode(row));
    }
  }
  gravestFirst(panel);
  tally(panel);
}

/** What notices something comes to the top; all else is in its usual order. */
function gravestFirst(panel) {
  const rank = ({ dataset: { verdict, check } }) => (verdict === "fail" ? 0 : verdict === "warn" ? 100 : 200) + usual.get(panel).indexOf(check);
  const list = panel.querySelector(".findings");
  list.append(...[...list.children].sort((a, b) => rank(a) - rank(b)));
}

/** Where the server is busy with another program, it is asked again. */
async function answer(url) {
  for (;;) {
    const response = await fetch(url);
    if (response.ok) return new DOMParser().parseFromString(await response.text(), "text/html");
    if (response.status !== 503) return null;
    await new Promise((done) => setTimeout(done, AGAIN));
  }
}

/** How many say what, each with its mark: the panel's legend. */
function tally(panel) {
  const parts = [];
  for (const verdict of ORDER) {
    const rows = panel.querySelectorAll(`li[data-verdict="${verdict}"]`);
    if (rows.length === 0) continue;
    const part = document.createElement("span");
    part.append(rows[0].querySelector(".mark").cloneNode(true), ` ${rows.length} ${rows[0].dataset.word}`);
    parts.push(part);
  }
  tell(panel, ...parts);
}

function tell(panel, ...parts) {
  const place = panel.querySelector(".tally");
  place.replaceChildren(...parts);
  place.hidden = false;
}
