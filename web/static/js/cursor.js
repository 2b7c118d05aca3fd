// Asking a matrix for its numbers: with the pointer, or cell by cell with the arrow keys.

import { tensor } from "./npy.js";
import { written } from "./values.js";
import { phrase } from "./state.js";

let at = null; // { figure, row, col }: the cell the keyboard is on

/** Lets every matrix below `root` be read; `select` is told of a chosen cell. */
export function readable(root, select) {
  root.addEventListener("pointermove", (event) => hover(event));
  root.addEventListener("pointerleave", () => {
    asked++;
    say(root, "");
  });
  root.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    const cell = cellUnder(event);
    if (!cell) return;
    event.preventDefault();
    show(cell, root);
    select(cell);
  });
  root.addEventListener("keydown", (event) => keyed(event, root, select));
  root.addEventListener("focusout", (event) => {
    if (event.target.matches?.(".frame")) unmark();
  });
}

function hover(event) {
  const cell = cellUnder(event);
  if (cell) show(cell, event.currentTarget);
}

function cellUnder(event) {
  const figure = event.target.closest?.("figure.matrix");
  if (!figure) return null;
  const td = event.target.closest("td");
  if (td) return { figure, ...placeOf(td, figure) };
  const entry = event.target.closest("ds-heatmap")?.entryAt(event.clientX, event.clientY);
  return entry ? { figure, ...entry } : null;
}

/** Row and column, from 0, of a table's cell; a picture of pixels counts through its rows. */
function placeOf(td, figure) {
  const row = td.parentElement.sectionRowIndex;
  const col = [...td.parentElement.cells].filter((c) => c.tagName === "TD").indexOf(td);
  const side = Number(figure.dataset.side ?? 0);
  if (!side) return { row, col };
  return figure.dataset.rowsAre === "pixel" ? { row: row * side + col, col: 0 } : { row: 0, col: row * side + col };
}

function cellAt(figure, row, col) {
  const side = Number(figure.dataset.side ?? 0);
  const body = figure.querySelector("table.cells tbody");
  if (!body) return null;
  const p = Math.max(row, col);
  const [r, c] = side ? [Math.floor(p / side), p % side] : [row, col];
  return [...(body.rows[r]?.cells ?? [])].filter((cell) => cell.tagName === "TD")[c] ?? null;
}

function keyed(event, root, select) {
  const frame = event.target.closest?.(".frame");
  if (!frame || event.altKey || event.ctrlKey || event.metaKey) return;
  const figure = frame.closest("figure.matrix");
  const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  if (event.key in moves) {
    event.preventDefault();
    event.stopPropagation();
    move(figure, ...moves[event.key], root);
  } else if (event.key === "Escape") {
    frame.blur();
    event.stopPropagation();
  } else if ((event.key === "Enter" || event.key === " ") && at?.figure === figure) {
    event.preventDefault();
    event.stopPropagation();
    select(at);
  }
}

function move(figure, down, right, root) {
  const { rows, cols } = shape(figure);
  const map = figure.querySelector("ds-heatmap");
  const fresh = at?.figure !== figure;
  let next;
  if (map?.matrix) {
    const start = { row: Number(map.getAttribute("sel") ?? 0), col: map.colsKept[0] };
    next = fresh ? map.entry(start.row, start.col) : map.neighbour(at, down, right);
  } else {
    const side = Number(figure.dataset.side ?? 0);
    const clamp = (v, n) => Math.max(0, Math.min(n - 1, v));
    const p = at ? Math.max(at.row, at.col) : 0;
    const q = clamp(Math.floor(p / side) + down, side) * side + clamp((p % side) + right, side);
    if (fresh) next = { row: Math.max(0, selectedRow(figure)), col: 0 };
    else if (side) next = figure.dataset.rowsAre === "pixel" ? { row: q, col: 0 } : { row: 0, col: q };
    else next = { row: clamp(at.row + down, rows), col: clamp(at.col + right, cols) };
  }
  unmark();
  at = { figure, row: next.row, col: next.col };
  const td = cellAt(figure, at.row, at.col);
  td?.classList.add("at");
  map?.pointAt?.(at);
  show(at, root);
}

function unmark() {
  if (!at) return;
  cellAt(at.figure, at.row, at.col)?.classList.remove("at");
  at.figure.querySelector("ds-heatmap")?.pointAt?.(null);
  at = null;
}

function selectedRow(figure) {
  return [...(figure.querySelector("tbody")?.rows ?? [])].findIndex((tr) => tr.classList.contains("sel"));
}

function shape(figure) {
  return { rows: Number(figure.dataset.rows), cols: Number(figure.dataset.cols) };
}

let asked = 0;

/** Writes the cell's place and number below the picture. */
async function show(cell, root) {
  const turn = ++asked;
  const { figure } = cell;
  let { value } = cell;
  const seen = value !== undefined || figure.dataset.src !== undefined; // else only its place is told
  if (value === undefined && seen) {
    try {
      const t = await tensor(figure.dataset.src);
      value = figure.dataset.turned === undefined ? t.values[cell.row * t.cols + cell.col] : t.values[cell.col * t.cols + cell.row];
    } catch {
      return;
    }
  }
  if (turn !== asked) return;
  const place = [named(figure, "rows", cell.row), named(figure, "cols", cell.col)].filter(Boolean).map((p) => `, ${p}`).join("");
  const { symbol } = figure.dataset;
  say(root, seen ? phrase("readout", { symbol, place, value: written(value) }) : symbol + place, figure.dataset.made, figure.dataset.madeWord);
}

/** "unit 4", "output 3", "pixel (6, 12)": what a row or a column stands for. */
function named(figure, axis, index) {
  const kind = figure.dataset[`${axis}Are`];
  if (!kind || kind === "one") return "";
  const side = Number(figure.dataset.pixelSide ?? 28);
  if (kind === "pixel") return phrase("place.pixel", { row: Math.floor(index / side), col: index % side });
  return phrase(`place.${kind}`, { n: kind === "unit" ? index + 1 : index });
}

function say(root, text, made, madeWord) {
  const line = root.querySelector(".readout");
  if (!line) return;
  const shown = line.querySelector("output");
  if (shown.textContent !== text) shown.textContent = text;
  const link = line.querySelector("a");
  if (!link) return;
  link.hidden = !text || made === undefined;
  if (!link.hidden) {
    link.textContent = madeWord;
    link.dataset.go = made;
    const url = new URL(location.href);
    url.searchParams.set("step", made);
    link.href = url.pathname + url.search;
  }
}
