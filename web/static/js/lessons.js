// The overview of lessons: how far one is, and answers saved and loaded as a file.

import { phrase } from "./state.js";
import { imported, kept, leave } from "./lesson/kept.js";

const verdict = document.querySelector(".keep .verdict");

function show() {
  const all = kept();
  for (const entry of document.querySelectorAll("li[data-lesson]")) {
    const tasks = entry.dataset.tasks.split(" ").filter(Boolean);
    const answers = all.lessons[entry.dataset.lesson]?.answers ?? {};
    const done = tasks.filter((id) => answers[id]?.right).length;
    const progress = entry.querySelector(".progress");
    progress.hidden = !all.lessons[entry.dataset.lesson];
    progress.querySelector(".done").setAttribute("width", (60 * done) / Math.max(1, tasks.length));
    progress.querySelector("span").textContent = phrase("lessons.progress", { done, all: tasks.length });
  }
  const last = all.last && document.querySelector(`li[data-lesson="${CSS.escape(all.last)}"] h2 a`);
  const resume = document.querySelector(".resume");
  resume.hidden = !last;
  if (!last) return;
  const place = all.lessons[all.last]?.place?.id;
  resume.querySelector("a").href = last.getAttribute("href") + (place ? `#${place}` : "");
  resume.querySelector("span").textContent = phrase("lessons.resume", { title: last.textContent });
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(kept(), null, 1)], { type: "application/json" }));
  link.download = "deltascope-lessons.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  verdict.textContent = phrase("lessons.saved");
}

async function load(event) {
  const [file] = event.target.files;
  if (!file) return;
  const { refused, count } = await taken(file);
  event.target.value = "";
  verdict.textContent = refused ? phrase(refused) : phrase(count === 1 ? "lessons.loaded-one" : "lessons.loaded", { count });
  show();
}

/** What became of a file: a folder, or one that is gone by now, cannot be read. */
async function taken(file) {
  const bad = { refused: "lessons.bad" };
  if (file.size > 2_000_000) return bad;
  return file.text().then(imported, () => bad);
}

document.querySelector(".keep").hidden = false;
document.querySelector("[data-export]").addEventListener("click", save);
document.querySelector("[data-import]").addEventListener("change", load);
addEventListener("pageshow", show);
addEventListener("storage", show);
leave(show);
show();
