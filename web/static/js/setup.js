// The panel behind the scenario's sentence: opens at the word clicked, says at once what is wrong.

import { phrase } from "./state.js";

export function setup() {
  const panel = document.getElementById("setup");
  if (!panel) return;
  const form = panel.querySelector("form");

  document.querySelector(".scenario").addEventListener("click", (event) => {
    const word = event.target.closest("a[data-field]");
    if (!word || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    panel.open = true;
    const field = form.elements[word.dataset.field];
    field.focus();
    field.select?.();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.open = false;
    document.querySelector(".scenario a[data-field]")?.focus();
  });
  form.querySelector("[data-close]")?.addEventListener("click", () => (panel.open = false));

  const check = (field) => {
    const note = document.getElementById(field.getAttribute("aria-describedby"));
    if (!note) return;
    const wrong = !field.validity.valid;
    field.setAttribute("aria-invalid", wrong);
    note.classList.toggle("wrong", wrong);
    note.textContent = wrong ? phrase("wrong", { value: field.value || "—", range: field.dataset.range }) : field.dataset.range ?? "";
  };
  form.noValidate = true;
  form.addEventListener("input", (event) => {
    check(event.target);
    form.querySelector("[type=submit]").setAttribute("aria-disabled", !form.checkValidity());
  });
  form.addEventListener("submit", (event) => {
    const wrong = [...form.elements].find((field) => field.willValidate && !field.validity.valid);
    if (wrong) {
      event.preventDefault();
      check(wrong);
      wrong.focus();
      return;
    }
    // The address names only what differs from the default.
    for (const field of form.elements) {
      if (field.dataset?.default !== undefined && field.value === field.dataset.default) field.disabled = true;
    }
  });
  // The browser's back shows the form again: as it can be used.
  addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}
