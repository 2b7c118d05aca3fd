// A lesson: what is answered is judged here, kept in the browser, and found again.

import "./heatmap.js";
import { setFormulas } from "./formulas.js";
import { sheets } from "./dialogs.js";
import { phrase } from "./state.js";
import { answered, forget, lessonKept } from "./lesson/kept.js";
import { place } from "./lesson/place.js";
import { frames } from "./lesson/frames.js";
import { predict } from "./lesson/predict.js";
import { choice } from "./lesson/choice.js";
import { order } from "./lesson/order.js";
import { tryIt } from "./lesson/tryit.js";

const main = document.querySelector("main[data-lesson]");
const lesson = main.dataset.lesson;
const kinds = { predict, choice, order, tryit: tryIt, mystery: hunt };
const tasks = [...main.querySelectorAll("[data-task]")];
/** What counts as done in this lesson: not what it asks again of another. */
const own = main.dataset.tasks.split(" ").filter(Boolean);

/** A mystery is solved elsewhere; here it is only told. */
function hunt(task, before, keep, say) {
  if (before?.right) say("pass", phrase("lesson.solved"));
}

/** What is said of an answer: a mark and a sentence, and perhaps more. */
function saying(task) {
  return (mark, text, more = null) => {
    const verdict = task.querySelector(".verdict");
    const line = document.createElement("p");
    if (mark) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("class", `mark ${mark}`);
      svg.setAttribute("aria-hidden", "true");
      svg.innerHTML = `<use href="#v-${mark}"/>`;
      line.append(svg, " ");
    }
    line.append(text);
    verdict.replaceChildren(line, ...(more ? [more] : []));
    if (more) setFormulas(verdict);
  };
}

function start(task) {
  const before = lessonKept(lesson).answers[task.id];
  const keep = (answer) => {
    answered(lesson, task.id, answer);
    mark(task);
    tally();
  };
  kinds[task.dataset.task](task, before, keep, saying(task));
  for (const reveal of task.querySelectorAll("details.reveal")) {
    reveal.addEventListener("toggle", () => {
      if (reveal.open && !lessonKept(lesson).answers[task.id]?.right) keep({ given: lessonKept(lesson).answers[task.id]?.given ?? "", right: false, shown: true });
    });
  }
  mark(task);
}

function mark(task) {
  task.toggleAttribute("data-done", lessonKept(lesson).answers[task.id]?.right === true);
}

function tally() {
  const { answers } = lessonKept(lesson);
  const mine = own.map((id) => answers[id]).filter((answer) => answer?.right);
  const line = main.querySelector(".tally");
  line.hidden = Object.keys(answers).length === 0;
  const text = phrase("lesson.tally", { done: mine.length, all: own.length, first: mine.filter((answer) => answer.tries === 1 && !answer.shown).length });
  if (!line.hidden && line.textContent !== text) line.textContent = text;
  main.querySelector("[data-forget]").hidden = line.hidden;
}

function formulas() {
  for (const node of [...main.querySelectorAll(".tex")]) {
    try {
      setFormulas(node.parentElement);
    } catch (wrong) {
      node.classList.add("katex-error");
      console.error(node.dataset.tex, wrong.message);
    }
  }
}

main.querySelector("[data-forget]").addEventListener("click", () => {
  forget(lesson);
  location.reload();
});

frames(main);
tasks.forEach(start);
tally();
place(main, lesson);
sheets();
if (window.katex) formulas();
else addEventListener("load", formulas);
addEventListener("pageshow", (event) => event.persisted && location.reload());
document.documentElement.dataset.ready = "";
