// The grid: sorted and measured in place. The server draws it; this only fetches it anew.

import { phrase } from "./state.js";

const PAUSE = 1000;
const place = () => document.querySelector(".grid-page");
const measuring = () => place().dataset.status === "running";

/** Shows the grid of an address; the focus stays where it was. */
async function show(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const focused = document.activeElement?.closest?.(".grid-page a")?.getAttribute("href");
  const heading = document.activeElement?.closest?.("th[scope=col]")?.cellIndex;
  const scrolled = document.querySelector(".grid-page .scroll").scrollLeft;
  place().replaceWith(document.adoptNode(page.querySelector(".grid-page")));
  document.querySelector(".grid-page .scroll").scrollLeft = scrolled;
  const again =
    heading === undefined ? [...place().querySelectorAll("a")].find((a) => a.getAttribute("href") === focused) : place().querySelectorAll("th[scope=col] a")[heading];
  if (focused) again?.focus();
  rove();
}

let following = false;

/** As long as it is measured, the server is asked how far it is; who leaves stops asking. */
async function follow() {
  if (following) return;
  following = true;
  try {
    while (measuring()) {
      await new Promise((done) => setTimeout(done, PAUSE));
      await show(location.href);
    }
  } catch {
    place().querySelector(".stand span").textContent = phrase("grid.failed");
  }
  following = false;
}

document.addEventListener("click", async (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-sort], a.look");
  if (!link) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  await show(link.href);
});

addEventListener("popstate", () => show(location.href));

document.addEventListener("submit", async (event) => {
  if (!event.target.closest(".stand")) return;
  event.preventDefault();
  const asked = new URLSearchParams(new FormData(event.target));
  const data = asked.get("data");
  await fetch(`/api/grid${data ? `?data=${encodeURIComponent(data)}` : ""}`, { method: "POST" });
  const here = new URL(location.href);
  here.searchParams.delete("of");
  history.replaceState({}, "", here);
  await show(here.href);
  follow();
});

// ---- the marks are one stop for the Tab key, and arrow keys go from one to the next

const marks = () => [...place().querySelectorAll("tbody tr:not(.family)")].map((row) => [...row.querySelectorAll("td a")]);

function rove() {
  for (const [i, row] of marks().entries()) for (const [j, link] of row.entries()) link.tabIndex = i === 0 && j === 0 ? 0 : -1;
}

document.addEventListener("keydown", (event) => {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  const link = event.target.closest?.("td a");
  if (!steps || !link || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = marks();
  const at = rows.findIndex((row) => row.includes(link));
  if (at < 0) return;
  event.preventDefault();
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + steps[0]))];
  const next = row[Math.max(0, Math.min(row.length - 1, rows[at].indexOf(link) + steps[1]))];
  link.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});

rove();
follow();
