// A prediction: judged against the number that the page has, hints for answers that were expected.

import { phrase } from "../state.js";
import { readable } from "../cursor.js";

export function predict(task, before, keep, say) {
  const { kind, answer } = task.dataset;
  const judge = (given, shown) => {
    const right = kind === "cell" ? given === answer : near(Number(given), Number(answer), Number(task.dataset.within));
    keep({ given: shown, right });
    told(task, right, given, say);
  };
  const ask = { number, sign, cell }[kind];
  const show = ask(task, judge, say);
  if (!before?.given) return;
  show(before.given);
  if (before.right) told(task, true, before.given, say);
  else if (!before.shown) told(task, false, kind === "number" ? String(numberOf(before.given)) : before.given, say);
}

const near = (given, answer, within) => Math.abs(given - answer) <= within + 1e-12 * Math.max(1, Math.abs(answer));

function told(task, right, given, say) {
  const hint = right ? null : hintFor(task, given);
  say(right ? "pass" : "fail", phrase(right ? "lesson.right" : "lesson.wrong"), hint);
  if (right) task.querySelector("details.reveal").open = true;
}

/** The words for the nearest of the expected wrong answers, where one is near enough. */
function hintFor(task, given) {
  const { kind, within, answer } = task.dataset;
  const hints = [...task.querySelectorAll("template[data-hint]")];
  const reach = Math.max(Number(within), 0.005 * Math.abs(Number(answer)));
  const apart = (hint) => Math.abs(Number(hint.dataset.hint) - Number(given));
  const met =
    kind === "cell"
      ? hints.find((hint) => hint.dataset.hint === given)
      : hints.filter((hint) => apart(hint) <= reach).sort((a, b) => apart(a) - apart(b))[0];
  if (!met) return null;
  const place = document.createElement("div");
  place.className = "hint";
  place.append(met.content.cloneNode(true));
  return place;
}

/** A number as people write it: a comma for the point, any minus sign. */
function numberOf(text) {
  const plain = text.trim().replace(/[−–]/g, "-").replace(",", ".").replace(/\s*%$/, "").replace(/^\+/, "");
  return /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : NaN;
}

function number(task, judge, say) {
  const form = task.querySelector("form");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = numberOf(form.given.value);
    if (Number.isNaN(given)) say("warn", phrase("lesson.no-number"));
    else judge(String(given), form.given.value.trim());
  });
  return (given) => (form.given.value = given);
}

function sign(task, judge) {
  const group = task.querySelector(".signs");
  group.hidden = false;
  const press = (given) => {
    for (const button of group.children) button.setAttribute("aria-pressed", button.dataset.sign === given);
  };
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    press(button.dataset.sign);
    judge(button.dataset.sign, button.dataset.sign);
  });
  return press;
}

function cell(task, judge) {
  const figure = task.querySelector("figure.matrix");
  const mark = (given) => {
    const [row, col] = given.split(",").map(Number);
    figure.querySelectorAll("td.sel").forEach((td) => td.classList.remove("sel"));
    cellOf(figure, row, col)?.classList.add("sel");
  };
  readable(task.querySelector(".lesson"), ({ row, col }) => {
    const given = `${row},${col}`;
    mark(given);
    judge(given, given);
  });
  return mark;
}

function cellOf(figure, row, col) {
  const side = Number(figure.dataset.side ?? 0);
  const at = Math.max(row, col);
  const [r, c] = side ? [Math.floor(at / side), at % side] : [row, col];
  return [...(figure.querySelector("tbody")?.rows[r]?.cells ?? [])].filter((td) => td.tagName === "TD")[c];
}
