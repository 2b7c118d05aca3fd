// A choice: a sentence that is opened is chosen; the first one counts.

import { phrase } from "../state.js";

export function choice(task, before, keep, say) {
  const options = [...task.querySelectorAll(".options details")];
  const right = options.filter((option) => option.dataset.right !== undefined);
  let given = before?.given ? before.given.split(",").map(Number).filter((k) => options[k]) : [];
  for (const k of given) options[k].open = true;
  verdict();
  options.forEach((option, k) =>
    option.addEventListener("toggle", () => {
      if (!option.open || given.includes(k)) return;
      given = [...given, k];
      keep({ given: given.join(","), right: solved() });
      verdict();
    }),
  );

  function solved() {
    return right.every((option) => given.includes(options.indexOf(option)));
  }

  function verdict() {
    if (given.length === 0) return;
    const last = options[given[given.length - 1]].dataset.right !== undefined;
    if (solved()) say("pass", phrase("lesson.right"));
    else if (last) say("pass", phrase("lesson.more"));
    else say("fail", phrase("lesson.wrong"));
  }
}
