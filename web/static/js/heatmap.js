// <ds-heatmap src rows cols [keep-rows] [keep-cols] [view=images] [sel=row]>: a large matrix as a picture.
// centre and reach set another scale than the matrix's own, with NaN left pale. keep-rows and keep-cols name the rows and columns to draw ("3-17 20 22-40"), all when absent.

import { palette, bucket, colour, forgetPalette } from "./values.js";
import { tensor } from "./npy.js";

const GAP = 4;
const LABEL = 9;

class Heatmap extends HTMLElement {
  static observedAttributes = ["src", "view", "sel", "keep-cols", "keep-rows"];

  connectedCallback() {
    if (!this.canvas) {
      this.canvas = document.createElement("canvas");
      this.canvas.setAttribute("aria-hidden", "true");
      this.append(this.canvas);
    }
    if (!this.drawn) this.load();
  }

  attributeChangedCallback() {
    this.drawn = false;
    if (this.isConnected) this.load();
  }

  /** Fetches and draws, also while not in the document, so that a step is ready when its key is pressed. */
  async load() {
    const src = this.getAttribute("src");
    try {
      const t = await tensor(src);
      if (src !== this.getAttribute("src")) return;
      this.matrix = this.hasAttribute("turned") ? turned(t) : t;
      this.draw();
      this.removeAttribute("data-failed");
    } catch (e) {
      this.dataset.failed = e.message;
    }
  }

  /** Fetches and draws ahead of being shown. */
  prepare() {
    if (!this.drawn && !this.matrix) this.load();
  }

  /** Draws again, in a theme's new colours. */
  redraw() {
    if (this.matrix) this.draw();
  }

  draw() {
    if (!this.canvas) {
      this.canvas = document.createElement("canvas");
      this.canvas.setAttribute("aria-hidden", "true");
      this.append(this.canvas);
    }
    const { rows, cols } = this.matrix;
    this.rowsKept = kept(this.getAttribute("keep-rows"), rows);
    this.colsKept = kept(this.getAttribute("keep-cols"), cols);
    this.images = this.getAttribute("view") === "images";
    if (this.images) this.drawImages();
    else this.drawCells();
    this.drawn = true;
    this.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
  }

  /** What colours a value: by its distance from zero, or from `centre`, as far as `reach`. */
  colouring() {
    const colours = palette();
    if (!this.hasAttribute("centre")) return (value) => colours[bucket(value, this.matrix.largest)];
    const centre = Number(this.getAttribute("centre"));
    const reach = Number(this.getAttribute("reach"));
    const nothing = colour("--rule");
    return (value) => (Number.isNaN(value) ? nothing : colours[bucket(Math.max(-reach, Math.min(reach, value - centre)), reach)]);
  }

  drawCells() {
    const { cols, values } = this.matrix;
    const w = this.colsKept.length;
    const h = this.rowsKept.length;
    this.canvas.width = w;
    this.canvas.height = h;
    const coloured = this.colouring();
    const image = new ImageData(w, h);
    let p = 0;
    for (const i of this.rowsKept) {
      for (const j of this.colsKept) {
        const c = coloured(values[i * cols + j]);
        image.data[p++] = c[0];
        image.data[p++] = c[1];
        image.data[p++] = c[2];
        image.data[p++] = 255;
      }
    }
    this.canvas.getContext("2d").putImageData(image, 0, 0);
    this.classList.toggle("dense", w > 700 || h > 700);
    this.style.setProperty("--rows", h);
    this.markRow();
  }

  /** Each row (or, of a column, the whole) as the square picture its entries are the pixels of. */
  drawImages() {
    const { rows, cols, values } = this.matrix;
    const column = cols === 1 || rows === 1;
    const count = column ? 1 : rows;
    const side = Math.round(Math.sqrt(column ? rows * cols : cols));
    this.across = count === 1 ? 1 : count <= 10 ? 5 : count <= 16 ? 6 : count <= 32 ? 8 : Math.ceil(Math.sqrt(count * 1.6));
    const scale = count === 1 ? 5 : count <= 32 ? 2 : 1;
    const label = count > 1 && count <= 32 ? LABEL * scale : 0;
    this.tile = { w: side * scale + (count > 1 ? GAP * scale : 0), h: side * scale + (count > 1 ? GAP * scale : 0) + label, side: side * scale, scale };
    const down = Math.ceil(count / this.across);
    this.canvas.width = this.across * this.tile.w;
    this.canvas.height = down * this.tile.h;
    this.style.setProperty("--ratio", `${this.canvas.width} / ${this.canvas.height}`);
    const context = this.canvas.getContext("2d");
    context.imageSmoothingEnabled = false;
    const coloured = this.colouring();
    const small = document.createElement("canvas");
    small.width = small.height = side;
    const pen = small.getContext("2d");
    const image = new ImageData(side, side);
    const sel = this.hasAttribute("sel") ? Number(this.getAttribute("sel")) : -1;
    const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
    const faint = getComputedStyle(document.documentElement).getPropertyValue("--faint").trim();
    const first = Number(this.getAttribute("first") ?? 1);
    for (let r = 0; r < count; r++) {
      for (let k = 0; k < side * side; k++) {
        const c = coloured(values[r * side * side + k]);
        image.data.set([c[0], c[1], c[2], 255], 4 * k);
      }
      pen.putImageData(image, 0, 0);
      const x = (r % this.across) * this.tile.w + (count > 1 ? (GAP * scale) / 2 : 0);
      const y = Math.floor(r / this.across) * this.tile.h + (count > 1 ? (GAP * scale) / 2 : 0);
      context.drawImage(small, x, y, side * scale, side * scale);
      if (r === sel && count > 1) {
        context.strokeStyle = ink;
        context.lineWidth = 1.5 * scale;
        context.strokeRect(x - 1, y - 1, side * scale + 2, side * scale + 2);
      }
      if (label) {
        context.fillStyle = r === sel ? ink : faint;
        context.font = `${7 * scale}px Label, sans-serif`;
        context.textAlign = "center";
        context.fillText(r + first, x + (side * scale) / 2, y + side * scale + 7.5 * scale);
      }
    }
    this.style.removeProperty("--rows");
    if (this.mark) this.mark.hidden = true;
  }

  markRow() {
    const sel = this.rowsKept.indexOf(Number(this.getAttribute("sel") ?? -1));
    if (!this.mark) {
      this.mark = document.createElement("span");
      this.mark.className = "mark";
      this.append(this.mark);
    }
    this.mark.hidden = sel < 0;
    if (sel < 0) return;
    const n = this.rowsKept.length;
    Object.assign(this.mark.style, { left: "-2px", right: "-2px", top: `calc(${(100 * sel) / n}% - 1px)`, height: `calc(${100 / n}% + 2px)` });
  }

  /** Rings the entry the keyboard is on; null takes the ring away. */
  pointAt(place) {
    this.ring ??= Object.assign(document.createElement("span"), { className: "ring" });
    if (!this.ring.isConnected) this.append(this.ring);
    this.ring.hidden = !place || !this.drawn;
    if (this.ring.hidden) return;
    const { x, y, w, h } = this.box(place);
    const pc = (v, of) => `${(100 * v) / of}%`;
    Object.assign(this.ring.style, { left: pc(x, this.canvas.width), top: pc(y, this.canvas.height), width: pc(w, this.canvas.width), height: pc(h, this.canvas.height) });
  }

  /** Where an entry is on the canvas. */
  box({ row, col }) {
    if (!this.images) return { x: Math.max(0, this.colsKept.indexOf(col)), y: Math.max(0, this.rowsKept.indexOf(row)), w: 1, h: 1 };
    const single = this.matrix.cols === 1 || this.matrix.rows === 1;
    const k = single ? Math.max(row, col) : col;
    const r = single ? 0 : row;
    const { w, h, side, scale } = this.tile;
    const pad = single ? 0 : (GAP * scale) / 2;
    const n = side / scale;
    return { x: (r % this.across) * w + pad + (k % n) * scale, y: Math.floor(r / this.across) * h + pad + Math.floor(k / n) * scale, w: scale, h: scale };
  }

  /** The matrix entry under a point of the window, or null. */
  entryAt(x, y) {
    if (!this.matrix || !this.drawn) return null;
    const box = this.canvas.getBoundingClientRect();
    const u = ((x - box.left) / box.width) * this.canvas.width;
    const v = ((y - box.top) / box.height) * this.canvas.height;
    if (u < 0 || v < 0 || u >= this.canvas.width || v >= this.canvas.height) return null;
    const { rows, cols } = this.matrix;
    if (!this.images) return this.entry(this.rowsKept[Math.floor(v)], this.colsKept[Math.floor(u)]);
    const single = cols === 1 || rows === 1;
    const pad = single ? 0 : (GAP * this.tile.scale) / 2;
    const tx = (u % this.tile.w) - pad;
    const ty = (v % this.tile.h) - pad;
    if (tx < 0 || ty < 0 || tx >= this.tile.side || ty >= this.tile.side) return null;
    const side = this.tile.side / this.tile.scale;
    const k = Math.floor(ty / this.tile.scale) * side + Math.floor(tx / this.tile.scale);
    if (single) return cols === 1 ? this.entry(k, 0) : this.entry(0, k);
    const r = Math.floor(v / this.tile.h) * this.across + Math.floor(u / this.tile.w);
    return r < rows ? this.entry(r, k) : null;
  }

  entry(row, col) {
    return { row, col, value: this.matrix.values[row * this.matrix.cols + col] };
  }

  /** The neighbour of an entry among the drawn ones. */
  neighbour({ row, col }, down, right) {
    const step = (list, at, by) => list[Math.max(0, Math.min(list.length - 1, list.indexOf(at) + by))];
    const rows = this.rowsKept.includes(row) ? this.rowsKept : [row];
    const cols = this.colsKept.includes(col) ? this.colsKept : [this.colsKept[0], col];
    return this.entry(step(rows, row, down), step(cols, col, right));
  }
}

function turned({ rows, cols, values, largest }) {
  if (rows === 1 || cols === 1) return { rows: cols, cols: rows, values, largest };
  const other = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) other[j * rows + i] = values[i * cols + j];
  return { rows: cols, cols: rows, values: other, largest };
}

function kept(runs, n) {
  if (!runs) return Array.from({ length: n }, (_, i) => i);
  return runs.split(" ").flatMap((run) => {
    const [from, to = from] = run.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

customElements.define("ds-heatmap", Heatmap);

// Paper is light whatever the screen is, and what is drawn does not change with a style sheet.
let onScreen;
addEventListener("beforeprint", () => {
  onScreen = document.documentElement.dataset.theme;
  themed("light");
});
addEventListener("afterprint", () => themed(onScreen));

function themed(theme) {
  if (theme === undefined) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  forgetPalette();
  for (const map of document.querySelectorAll("ds-heatmap")) map.redraw();
}
