// Lines to be put in order, with the pointer or by keyboard: each has its buttons, and arrow keys move it.

import { phrase } from "../state.js";

export function order(task, before, keep, say) {
  const groups = task.dataset.groups.split(",").map(Number);
  const lines = [...task.querySelectorAll(".pool li")];
  const program = task.querySelector(".program");
  let mine = before?.given ? before.given.split(",").map(Number).filter((k) => lines[k]) : [];
  const code = (k) => lines[k].querySelector(document.documentElement.dataset.code === "java" ? ".code-java" : ".code-numpy").textContent;

  task.querySelector(".mine").hidden = false;
  task.querySelector(".doings").hidden = false;
  lines.forEach((line, k) => {
    const take = button("+", phrase("lesson.take", { line: code(k) }), () => {
      mine.push(k);
      draw(k);
      tell("moved", k);
    });
    line.prepend(take);
  });
  task.querySelector("[data-check]").addEventListener("click", judge);
  task.querySelector("[data-clear]").addEventListener("click", () => {
    mine = [];
    say("", "");
    draw();
  });
  program.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = event.target.closest("li");
    if (!by || !item || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(Number(item.dataset.line), by);
  });
  draw();
  if (before?.right) say("pass", phrase("lesson.right"));

  function button(sign, says, act) {
    const one = Object.assign(document.createElement("button"), { type: "button", textContent: sign, className: "small-button" });
    one.setAttribute("aria-label", says);
    one.title = says;
    one.addEventListener("click", act);
    return one;
  }

  function draw(focus = null, which = 0) {
    lines.forEach((line, k) => {
      const taken = mine.includes(k);
      line.toggleAttribute("data-taken", taken);
      line.querySelector("button").disabled = taken;
    });
    program.replaceChildren(
      ...mine.map((k) => {
        const item = document.createElement("li");
        item.dataset.line = k;
        const [up, down, drop] = [
          button("↑", phrase("lesson.up", { line: code(k) }), () => move(k, -1, 0)),
          button("↓", phrase("lesson.down", { line: code(k) }), () => move(k, 1, 1)),
          button("×", phrase("lesson.drop", { line: code(k) }), () => {
            const at = mine.indexOf(k);
            mine.splice(at, 1);
            draw(mine[Math.min(at, mine.length - 1)] ?? null, 2);
            tell("dropped", k);
          }),
        ];
        item.append(lines[k].querySelector("code").cloneNode(true), up, down, drop);
        return item;
      }),
    );
    if (focus !== null) program.querySelector(`[data-line="${focus}"]`)?.querySelectorAll("button")[which].focus();
  }

  function move(k, by, which = by < 0 ? 0 : 1) {
    const at = mine.indexOf(k);
    const to = at + by;
    if (to >= 0 && to < mine.length) {
      [mine[at], mine[to]] = [mine[to], mine[at]];
      draw(k, which);
    }
    tell("moved", k);
  }

  function tell(key, k) {
    say("", phrase(`lesson.${key}`, { n: mine.indexOf(k) + 1, all: mine.length, line: code(k) }));
  }

  /** How many lines from the first on are where they may be. */
  function fine() {
    const wrong = mine.findIndex((k, at) => Number(lines[k].dataset.group) !== groups[at]);
    return wrong < 0 ? mine.length : wrong;
  }

  function judge() {
    if (mine.length === 0) {
      say("warn", phrase("lesson.order.empty"));
      return;
    }
    const n = fine();
    const right = n === groups.length && mine.length === groups.length;
    keep({ given: mine.join(","), right });
    const stray = mine.findIndex((k) => lines[k].dataset.group === "-1");
    if (right) {
      say("pass", phrase("lesson.right"));
      task.querySelector("details.reveal").open = true;
    } else if (stray >= 0 && stray === n) say("fail", phrase("lesson.order.stray", { n: stray + 1 }));
    else if (n === mine.length) say("warn", phrase("lesson.order.short"));
    else say("fail", phrase(n === 0 ? "lesson.order.none" : n === 1 ? "lesson.order.one" : "lesson.order.some", { n }));
  }
}
