// <ds-pad strokes>: a pad to draw a digit on, with mouse, pen, finger or the arrow keys. Its form gets the strokes as "drawn".

import { phrase } from "./state.js";

/** Places along one side; two bytes hold one. */
const PAD = 128;
const MOST = 512;
const STEP = 4;
const SVG = "http://www.w3.org/2000/svg";

class Pad extends HTMLElement {
  connectedCallback() {
    if (this.board) return;
    this.strokes = read(this.getAttribute("strokes") ?? "");
    this.cursor = { x: PAD / 2, y: 32 };
    this.build();
    this.show();
    this.form = this.closest("form");
    this.form?.addEventListener("submit", (event) => this.hand(event));
  }

  build() {
    const area = document.createElementNS(SVG, "svg");
    area.setAttribute("viewBox", `0 0 ${PAD} ${PAD}`);
    area.setAttribute("aria-hidden", "true");
    this.ink = area.appendChild(document.createElementNS(SVG, "path"));
    this.mark = area.appendChild(document.createElementNS(SVG, "circle"));
    this.mark.setAttribute("r", "4");
    this.board = element("div", "board");
    this.board.tabIndex = 0;
    this.board.setAttribute("role", "application");
    this.board.setAttribute("aria-label", phrase("pad.label"));
    this.board.setAttribute("aria-describedby", "pad-keys");
    this.board.append(area);
    this.undo = this.button("pad.undo", () => this.takeBack());
    this.clear = this.button("pad.clear", () => this.empty());
    const tools = element("p", "tools");
    tools.append(this.undo, this.clear);
    this.picture = document.createElement("img");
    this.picture.alt = "";
    this.picture.width = this.picture.height = 112;
    const seen = element("figure", "digit");
    seen.append(this.picture, element("figcaption", "", phrase("pad.seen")));
    this.said = element("output", "said");
    const beside = element("div", "beside");
    beside.append(seen, tools, this.said);
    this.replaceChildren(this.board, beside);
    this.listen();
  }

  button(words, act) {
    const button = element("button", "button", phrase(words));
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  listen() {
    this.board.addEventListener("pointerdown", (event) => {
      if (this.pointer !== undefined || event.button !== 0) return;
      event.preventDefault();
      this.board.focus();
      this.lift();
      this.pointer = event.pointerId;
      this.board.setPointerCapture(event.pointerId);
      this.begin(this.place(event));
    });
    this.board.addEventListener("pointermove", (event) => {
      if (event.pointerId !== this.pointer) return;
      const passed = event.getCoalescedEvents?.() ?? [];
      for (const one of passed.length > 0 ? passed : [event]) this.draw(this.place(one));
      this.paint();
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.board.addEventListener(end, (event) => {
        if (event.pointerId !== this.pointer) return;
        this.pointer = undefined;
        this.lift();
      });
    }
    this.board.addEventListener("keydown", (event) => this.keyed(event));
    this.board.addEventListener("focus", () => this.paint());
    this.board.addEventListener("blur", () => {
      this.lift();
      this.paint();
    });
  }

  /** Where on the pad an event is. */
  place({ clientX, clientY }) {
    const box = this.board.firstChild.getBoundingClientRect();
    return { x: within(((clientX - box.left) / box.width) * PAD), y: within(((clientY - box.top) / box.height) * PAD) };
  }

  // ---- the pen

  begin(place) {
    this.stroke = [place];
    this.cursor = place;
    this.strokes.push(this.stroke);
    this.paint();
  }

  draw(place) {
    const before = this.stroke?.at(-1);
    this.cursor = place;
    if (before && Math.hypot(place.x - before.x, place.y - before.y) >= 0.7) this.stroke.push(place);
  }

  /** The stroke is done: what of it matters is kept. */
  lift() {
    if (!this.stroke) return;
    this.strokes[this.strokes.length - 1] = simple(this.stroke, 0.7).map(rounded);
    this.stroke = null;
    // A digit takes some hundred places; a scribble is kept more coarsely until it fits.
    for (let coarse = 1; count(this.strokes) > MOST && coarse < PAD; coarse *= 1.5) this.strokes = this.strokes.map((stroke) => simple(stroke, coarse));
    while (count(this.strokes) > MOST) this.strokes.shift();
    this.show();
  }

  takeBack() {
    this.lift();
    this.strokes.pop();
    this.show();
    this.say("pad.undone", { n: this.strokes.length });
  }

  empty() {
    this.lift();
    this.strokes = [];
    this.show();
    this.say("pad.cleared");
  }

  // ---- the keys

  keyed(event) {
    const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const move = moves[event.key];
    if (move && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const far = event.shiftKey ? 1 : STEP;
      const place = { x: within(this.cursor.x + far * move[0]), y: within(this.cursor.y + far * move[1]) };
      if (this.stroke) this.draw(place);
      else this.cursor = place;
      this.paint();
      this.say("pad.at", this.where());
    } else if (event.key === " ") {
      if (this.stroke) {
        this.lift();
        this.say("pad.up", { n: this.strokes.length });
      } else {
        this.begin(this.cursor);
        this.say("pad.down", this.where());
      }
    } else if (event.key === "Backspace" || (event.key === "z" && (event.ctrlKey || event.metaKey))) this.takeBack();
    else if (event.key === "Delete") this.empty();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The pen's place in steps, from 1. */
  where() {
    return { x: Math.round(this.cursor.x / STEP) + 1, y: Math.round(this.cursor.y / STEP) + 1 };
  }

  say(key, values = {}) {
    this.said.textContent = phrase(key, values);
  }

  // ---- what is seen

  paint() {
    this.ink.setAttribute("d", this.strokes.map(path).join(""));
    this.mark.setAttribute("cx", this.cursor.x);
    this.mark.setAttribute("cy", this.cursor.y);
    this.mark.classList.toggle("down", Boolean(this.stroke));
  }

  show() {
    this.paint();
    const blank = this.strokes.length === 0;
    this.undo.disabled = this.clear.disabled = blank;
    this.picture.hidden = blank;
    if (!blank) this.picture.src = `/api/sample.png?drawn=0.${written(this.strokes)}&size=112`;
    this.say(blank ? "pad.nothing" : this.strokes.length === 1 ? "pad.stroke" : "pad.strokes", { n: this.strokes.length });
  }

  /** The form goes out with the strokes, and with nothing else of the pad. */
  hand(event) {
    this.lift();
    if (this.strokes.length === 0) {
      event.preventDefault();
      this.say("pad.nothing");
      this.board.focus();
      return;
    }
    const labels = this.form.querySelector("fieldset");
    this.form.elements.drawn.value = `${this.form.elements.label.value}.${written(this.strokes)}`;
    labels.disabled = true;
    setTimeout(() => (labels.disabled = false));
  }
}

const within = (place) => Math.max(0, Math.min(PAD - 1, place));
const rounded = ({ x, y }) => ({ x: Math.round(x), y: Math.round(y) });
const count = (strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0);

function path(stroke) {
  const places = stroke.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${places.join("L")}${stroke.length === 1 ? "h0" : ""}`;
}

/** The places of a line without those that lie closer to it than that anyway. */
function simple(line, near) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line.at(-1)];
  let far = 0;
  let farthest = 0;
  for (let k = 1; k < line.length - 1; k++) {
    const distance = apart(line[k], first, last);
    if (distance > far) [far, farthest] = [distance, k];
  }
  if (far <= near) return [first, last];
  return [...simple(line.slice(0, farthest + 1), near).slice(0, -1), ...simple(line.slice(farthest), near)];
}

/** How far a place is from a straight line between two. */
function apart({ x, y }, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / square));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}

/** Strokes as an address keeps them: x and y, a byte each, the highest bit of x where a stroke begins. */
function written(strokes) {
  const bytes = strokes.flatMap((stroke) => stroke.map(rounded).flatMap(({ x, y }, k) => [k === 0 ? x | PAD : x, y]));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function read(text) {
  const strokes = [];
  const bytes = [...atob(text.replaceAll("-", "+").replaceAll("_", "/"))].map((c) => c.charCodeAt(0));
  for (let k = 0; k < bytes.length; k += 2) {
    if (bytes[k] & PAD) strokes.push([]);
    strokes.at(-1).push({ x: bytes[k] & (PAD - 1), y: bytes[k + 1] });
  }
  return strokes;
}

function element(name, styleClass, text) {
  const made = document.createElement(name);
  if (styleClass) made.className = styleClass;
  if (text) made.textContent = text;
  return made;
}

customElements.define("ds-pad", Pad);
