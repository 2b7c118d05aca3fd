// Every step of the trace as ready nodes: fetched once, formulas set in idle time.

import { setFormulas } from "./formulas.js";

const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 5 }), 1));

export class Sections {
  constructor(first) {
    this.kept = new Map([[Number(first.dataset.step), parts(first)]]);
    this.round = 0;
  }

  get(step) {
    return this.kept.get(step);
  }

  /** Fetches the sections at an address; those of an earlier selection stay in use until then. */
  async load(url) {
    const round = ++this.round;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    const text = await response.text();
    if (round !== this.round) return false;
    const page = new DOMParser().parseFromString(text, "text/html");
    const shown = this.shown;
    for (const article of page.querySelectorAll("article[data-step]")) {
      const step = Number(article.dataset.step);
      if (step === shown) continue;
      const fresh = parts(document.adoptNode(article));
      customElements.upgrade(fresh.lesson);
      this.kept.set(step, fresh);
    }
    this.prepare(round);
    return true;
  }

  /** Sets the formulas of the kept sections, a few at a time, nearest to the shown one first. */
  prepare(round) {
    const queue = [...this.kept.keys()].sort((a, b) => Math.abs(a - this.shown) - Math.abs(b - this.shown));
    const work = (deadline) => {
      while (queue.length > 0 && round === this.round) {
        setFormulas(this.kept.get(queue.shift()).lesson);
        if (deadline.timeRemaining() < 4) break;
      }
      if (queue.length > 0 && round === this.round) idle(work);
      else document.documentElement.dataset.ready = "";
    };
    idle(work);
  }

  /** Leaves off, for a page that is no longer there. */
  stop() {
    this.round++;
  }

  /** Draws a section's heat maps before they are needed. */
  draw(step) {
    for (const map of this.kept.get(step)?.lesson.querySelectorAll("ds-heatmap") ?? []) map.prepare?.();
  }
}

function parts(article) {
  return { lesson: article.querySelector(".lesson"), listing: article.querySelector(".listing-part"), data: { ...article.dataset } };
}
