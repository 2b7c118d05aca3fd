// Saving what is shown: curves and tables as SVG, PNG and CSV, each as it looks.

import { phrase } from "../state.js";
import { svg } from "./pen.js";
import { html } from "./words.js";

const FONTS = ["/vendor/fonts/source-sans-pro-latin-400-normal.woff2", "/vendor/fonts/source-sans-pro-latin-600-normal.woff2"];
const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight", "text-anchor"];
const SHARP = 2;

/** Buttons that save; `csv` gives rows, `drawing` an SVG, `table` a table that becomes one. */
export function saves(what, { csv, drawing = null, table = null }) {
  const [kind, n] = what.split("-");
  const named = phrase(`train.save.${kind}`, { n });
  const picture = drawing ?? (() => drawn(table));
  const button = (format, act) => {
    const one = html("button", { type: "button", class: "quiet", "aria-label": phrase("train.save.what", { what: named, format: phrase(`train.save.${format}`) }) }, phrase(`train.save.${format}`));
    one.addEventListener("click", act);
    return one;
  };
  return html(
    "p",
    { class: "saves" },
    button("svg", async () => keep(`${what}.svg`, new Blob([await alone(picture())], { type: "image/svg+xml" }))),
    button("png", async () => keep(`${what}.png`, await pixels(picture()))),
    button("csv", () => keep(`${what}.csv`, new Blob([comma(csv())], { type: "text/csv" }))),
  );
}

const comma = (rows) => rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

function cell(value) {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function keep(name, blob) {
  const link = html("a", { href: URL.createObjectURL(blob), download: `deltascope-${name}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Charts beside one another, as one drawing; each with its caption. */
export function beside(charts) {
  const gap = 24;
  const head = 26;
  const all = svg("svg");
  let x = gap;
  let height = 0;
  for (const { root, title } of charts) {
    const { width, height: tall } = root.viewBox.baseVal;
    const place = svg("g", { transform: `translate(${x} ${gap + head})` });
    place.append(...[...styled(root).childNodes]);
    const caption = svg("text", { x, y: gap + 8, fill: ink("--ink"), "font-size": 15, "font-weight": 600 });
    caption.textContent = title;
    all.append(caption, place);
    x += width + gap;
    height = Math.max(height, tall);
  }
  return sized(all, x, height + head + 2 * gap);
}

/** A table as it stands: every cell's ground and its number. */
function drawn(table) {
  const all = svg("svg");
  const frame = table.getBoundingClientRect();
  const pad = 12;
  for (const one of table.querySelectorAll("th, td")) {
    const box = one.getBoundingClientRect();
    const look = getComputedStyle(one);
    const [x, y] = [box.x - frame.x + pad, box.y - frame.y + pad];
    if (look.backgroundColor !== "rgba(0, 0, 0, 0)") all.append(svg("rect", { x, y, width: box.width, height: box.height, fill: look.backgroundColor }));
    const text = svg("text", { x: x + box.width / 2, y: y + box.height / 2 + parseFloat(look.fontSize) * 0.35, fill: look.color, "font-size": look.fontSize, "font-weight": look.fontWeight, "text-anchor": "middle" });
    text.textContent = one.textContent;
    all.append(text);
  }
  return sized(all, frame.width + 2 * pad, frame.height + 2 * pad);
}

function sized(all, width, height) {
  const ground = svg("rect", { width, height, fill: ink("--paper") });
  all.prepend(ground);
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height, "font-family": "Label, 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif" })) all.setAttribute(name, value);
  return all;
}

const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A copy that needs no style sheet. */
function styled(root) {
  const copy = root.cloneNode(true);
  const olds = [...root.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((element, k) => {
    const look = getComputedStyle(olds[k]);
    for (const name of LOOKS) element.setAttribute(name, look.getPropertyValue(name));
    for (const name of ["tabindex", "aria-label", "class"]) element.removeAttribute(name);
    if (element.localName === "a") element.setAttribute("href", new URL(element.getAttribute("href"), location.href));
  });
  return copy;
}

/** As a file of its own: with the letters that it is written in. */
async function alone(drawing) {
  const style = svg("style");
  style.textContent = (await Promise.all(FONTS.map(face))).join("");
  drawing.prepend(style);
  drawing.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(drawing);
}

async function face(address, k) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const text = btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ""));
  return `@font-face{font-family:Label;font-weight:${k === 0 ? 400 : 600};src:url(data:font/woff2;base64,${text})}`;
}

async function pixels(drawing) {
  const [width, height] = [drawing.getAttribute("width"), drawing.getAttribute("height")].map(Number);
  const image = new Image(width * SHARP, height * SHARP);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await alone(drawing))}`;
  await image.decode();
  const canvas = html("canvas", { width: Math.ceil(width * SHARP), height: Math.ceil(height * SHARP) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
