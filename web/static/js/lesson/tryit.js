// A number to be brought somewhere: each choice is computed by the server.

import { phrase } from "../state.js";

export function tryIt(task, before, keep, say) {
  const form = task.querySelector("form");
  const output = form.querySelector("output");
  const walk = form.querySelector("a");
  let turn = 0;
  form.querySelector("button").hidden = true;
  if (before?.given) {
    for (const [name, value] of new URLSearchParams(before.given)) {
      const knob = form.querySelector(`input[type=radio][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
      if (knob) knob.checked = true;
    }
    look(false);
  }
  form.addEventListener("change", () => look(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look(true);
  });

  async function look(asked) {
    const now = ++turn;
    const chosen = new URLSearchParams(new FormData(form));
    chosen.set("task", chosen.get("try"));
    chosen.delete("try");
    output.setAttribute("aria-busy", "true");
    const answer = await fetch(`${form.dataset.try}?${chosen}`)
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    if (now !== turn) return;
    output.removeAttribute("aria-busy");
    if (!answer) {
      say("warn", phrase("lesson.failed"));
      return;
    }
    output.textContent = answer.now;
    walk.href = answer.walk;
    chosen.delete("task");
    if (asked) keep({ given: chosen.toString(), right: answer.done });
    say(answer.done ? "pass" : "", phrase(answer.done ? "lesson.done" : "lesson.not-there"));
    const reveal = task.querySelector("details.reveal");
    if (answer.done && reveal) reveal.open = true;
  }
}
