// For who shows or hands out a walk: copying an address, and revealing a mystery on a projector.

import { openSheet } from "./dialogs.js";
import { firstMet, phrase, typing } from "./state.js";
import { keepHere, keptHere } from "./tab.js";

/** Buttons that copy: the page's own address, or that of a field. */
export function copying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-share], [data-copy]")) {
    button.hidden = false;
    if (!firstMet(button)) continue;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy ?? "");
      const said = button.textContent;
      await navigator.clipboard.writeText(field?.value ?? location.href);
      button.textContent = phrase("copied");
      button.addEventListener("blur", () => (button.textContent = said), { once: true });
    });
  }
}

/** The key comes behind a #, which no server sees, and is taken out of the address at once. */
export function projector() {
  const given = /^#reveal=([\w-]+)$/.exec(location.hash)?.[1];
  const token = new URLSearchParams(location.search).get("mystery");
  if (!token) return;
  if (given) {
    keepHere(token, given);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  const key = given ?? keptHere(token);
  if (!key) return;
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "r" || event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
    const place = document.querySelector("[data-reveal]");
    if (!place) return;
    event.preventDefault();
    const url = new URL(place.dataset.reveal, location.href);
    url.searchParams.set("key", key);
    openSheet(url.href);
  });
}
