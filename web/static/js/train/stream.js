// One stream of events tells of all the page's runs that are not over yet.

import { keepHere, keptHere } from "../tab.js";

const AGAIN = 4000;
const NAME = "listener";

/** By this the server tells this page from another of the same machine; a reload keeps it. */
export const listener = keptHere(NAME) ?? crypto.getRandomValues(new Uint32Array(3)).join("-");

// A tab that is duplicated copies what is kept, so nothing is kept while the page is there.
addEventListener("pageshow", () => keepHere(NAME, null));
addEventListener("pagehide", () => keepHere(NAME, listener));

export class Stream {
  #source = null;
  #listened = "";
  #later = 0;

  /** Tells `heard(run, name, data)` of each event, and `lost()` when nobody answers. */
  constructor(heard, lost) {
    this.heard = heard;
    this.lost = lost;
  }

  /** Listens to these runs, and to no others any more; `anew` where one of them begins again. */
  listen(runs, { anew = false } = {}) {
    const wanted = runs.filter((run) => !run.over);
    const query = wanted.map((run, k) => `run${k + 1}=${encodeURIComponent(run.query)}`).join("&");
    if (query === this.#listened && !anew) return;
    this.close();
    if (wanted.length === 0) return;
    this.#listened = query;
    const source = new EventSource(`/api/train/several?listener=${listener}&${query}`);
    this.#source = source;
    for (const name of ["begin", "state", "progress", "glimpse", "landmarks", "moment", "epoch", "done", "cancelled", "failed"]) {
      source.addEventListener(name, (event) => {
        const { run, data } = JSON.parse(event.data);
        this.heard(wanted[run - 1], name, data);
      });
    }
    source.addEventListener("end", () => this.close());
    source.addEventListener("error", () => {
      if (source !== this.#source) return;
      this.lost();
      // A browser asks again by itself unless it was refused.
      if (source.readyState !== EventSource.CLOSED) return;
      this.close();
      this.#later = setTimeout(() => this.listen(runs), AGAIN);
    });
  }

  close() {
    clearTimeout(this.#later);
    this.#source?.close();
    this.#source = null;
    this.#listened = "";
  }
}
