// The points of a chart: one stop for the Tab key, and arrow keys go from one to the next.

export const POINT = "a.point";

/** One of them can be reached by Tab. */
export function rove(root) {
  if (!root.querySelector(`${POINT}[tabindex="0"]`)) root.querySelector(POINT)?.setAttribute("tabindex", 0);
}

/** Left and right along a run, up and down between runs; whether the key was one of these. */
export function walkPoints(event) {
  const point = event.target.closest?.(POINT);
  if (!point || !event.key.startsWith("Arrow")) return false;
  event.preventDefault();
  const next = neighbour(point, event.key);
  if (next) {
    for (const other of point.ownerSVGElement.querySelectorAll(`${POINT}[tabindex="0"]`)) other.setAttribute("tabindex", -1);
    next.setAttribute("tabindex", 0);
    next.focus();
  }
  return true;
}

function neighbour(point, key) {
  const of = (name) => [...point.ownerSVGElement.querySelectorAll(POINT)].filter((other) => other.dataset.run === name);
  const { run, t } = point.dataset;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const mine = of(run);
    return mine[mine.indexOf(point) + (key === "ArrowRight" ? 1 : -1)];
  }
  const others = of(String(Number(run) + (key === "ArrowDown" ? 1 : -1)));
  return others.findLast((other) => Number(other.dataset.t) <= Number(t)) ?? others[0];
}
