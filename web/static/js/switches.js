// The list of bugs: it is searched as one types, and closes as menus do.

import { firstMet, phrase } from "./state.js";

const lists = () => [...document.querySelectorAll("details.switches")];

/** Closing, once for all lists that a page will ever have. */
export function menus() {
  document.addEventListener("click", (event) => {
    for (const menu of lists()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of lists().filter((each) => each.open)) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

/** Searching, in the lists that are there now. */
export function switches() {
  for (const menu of lists()) {
    const field = menu.querySelector("[type=search]");
    menu.querySelector(".find").hidden = false;
    if (!firstMet(menu)) continue;
    menu.addEventListener("toggle", () => {
      if (menu.open) {
        field.focus();
        return;
      }
      field.value = "";
      narrow(menu, "");
    });
    field.addEventListener("input", () => narrow(menu, field.value));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") found(menu)[0]?.click();
      else if (event.key === "ArrowDown") found(menu)[0]?.focus();
      else return;
      event.preventDefault();
    });
  }
}

/** Opens the first list, ready to type: at once, for the next key may follow before any event. */
export function findBug() {
  const [menu] = lists();
  if (!menu) return;
  menu.open = true;
  menu.querySelector("[type=search]").focus();
}

const found = (menu) => [...menu.querySelectorAll("a")].filter((link) => !link.hidden);

/** Leaves what has every word typed, in its title or in what it says. */
function narrow(menu, typed) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let heading = null;
  for (const item of menu.querySelectorAll(".family, .menu > a")) {
    if (item.matches(".family")) {
      heading = item;
      heading.hidden = true;
      continue;
    }
    const said = `${heading?.textContent} ${item.textContent}`.toLowerCase();
    item.hidden = !wanted.every((word) => said.includes(word));
    if (!item.hidden) heading.hidden = false;
  }
  const count = found(menu).length;
  const key = count === 0 ? "bugs.found-none" : count === 1 ? "bugs.found-one" : "bugs.found";
  menu.querySelector(".find output").textContent = typed ? phrase(key, { count }) : "";
}
