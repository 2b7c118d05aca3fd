// Two lanes: the walk's keys and clicks, and the search for the first difference.

import "./walk.js";
import { openSheet } from "./dialogs.js";

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-move='first-difference']");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(link.href);
    const there = new URL(response.url);
    if (!response.redirected) await openSheet(link.href);
    else if (sample(there) === sample(location)) document.querySelector(`.strip [data-go="${there.searchParams.get("step")}"]`).click();
    else location.href = there;
  } finally {
    link.removeAttribute("aria-busy");
  }
});

const sample = (address) => new URL(address).searchParams.get("sample") ?? "0";
