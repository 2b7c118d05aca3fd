// The moment looked at, and the address that holds it.

import { addressOf } from "./words.js";

/** A browser refuses to be told of more than a hundred addresses in half a minute; a slider has more moments. */
const GAP = 300;

export class Looked {
  /** In epochs; null for the latest. */
  at = null;

  #told = -Infinity;
  #waits = 0;

  /** Looks at another; the address follows in its time. */
  look(t) {
    this.at = t;
    clearTimeout(this.#waits);
    const wait = this.#told + GAP - performance.now();
    if (wait <= 0) this.tell();
    else this.#waits = setTimeout(() => this.tell(), wait);
  }

  /** The address holds it now. */
  tell() {
    clearTimeout(this.#waits);
    this.#told = performance.now();
    const address = this.with(location.href);
    if (address !== location.pathname + location.search) history.replaceState(history.state, "", address);
  }

  /** The moment that the server read from the address of a page. */
  read(text) {
    clearTimeout(this.#waits);
    this.at = text === "" ? null : Number(text);
  }

  /** An address with this moment: six digits, and never less than it is, so that it is found again. */
  with(address) {
    return addressOf(address, { at: this.at === null ? null : String(Number((Math.ceil(this.at * 1e6 - 1e-3) / 1e6).toFixed(6))) });
  }

  /** The server wrote a link when another moment was looked at: it leads on with the one that is now. */
  keep(link) {
    if (link?.pathname !== "/train" || link.origin !== location.origin || link.hash) return;
    const href = this.with(link.href);
    if (link.getAttribute("href") !== href) link.href = href;
  }
}
