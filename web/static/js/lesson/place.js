// Where a reader is: kept while they scroll, offered when they come back. Nothing moves by itself.

import { phrase } from "../state.js";
import { lessonKept, wentTo } from "./kept.js";

export function place(main, lesson) {
  offer(main, lessonKept(lesson).place);
  const marks = [...main.querySelectorAll("h2[id], [data-task]")];
  const seen = new Set();
  const title = (mark) => (mark.matches("h2") ? mark.textContent : heading(mark, marks)?.textContent ?? phrase("lesson.beginning"));
  let moved = false;
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const first = marks.find((mark) => seen.has(mark));
      if (first && moved && !inSight(lessonKept(lesson).place)) wentTo(lesson, first.id, title(first).trim());
    },
    { rootMargin: "0px 0px -40% 0px" },
  );
  marks.forEach((mark) => watcher.observe(mark));
  addEventListener("scroll", () => (moved = true), { once: true, passive: true });
  main.addEventListener("click", (event) => {
    const task = event.target.closest("[data-task]");
    if (task) wentTo(lesson, task.id, title(task).trim());
  });
}

/** As long as the place that is kept is in sight it stays: going back to it does not lead a little before it. */
function inSight(kept) {
  const box = kept && document.getElementById(kept.id)?.getBoundingClientRect();
  return Boolean(box) && box.bottom > 0 && box.top < innerHeight;
}

const heading = (mark, marks) => marks.slice(0, marks.indexOf(mark)).reverse().find((other) => other.matches("h2"));

function offer(main, kept) {
  const there = kept && document.getElementById(kept.id);
  if (!there || location.hash) return;
  const line = main.querySelector(".resume");
  line.querySelector("span").textContent = phrase("lesson.resume", { place: kept.title });
  const link = line.querySelector("a");
  link.href = `#${kept.id}`;
  link.addEventListener("click", () => {
    there.setAttribute("tabindex", "-1");
    there.focus();
  });
  line.hidden = false;
}
