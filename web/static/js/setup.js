// The panel behind the scenario's sentence: opens at the word clicked, says at once what is wrong.

import { firstMet, phrase } from "./state.js";

/** A word of the sentence opens the panel at its field; once for all panels that a page will ever have. */
export function opening() {
  document.addEventListener("click", (event) => {
    const word = event.target.closest(".scenario a[data-field]");
    const panel = document.getElementById("setup");
    if (!word || !panel || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    panel.open = true;
    const field = panel.querySelector("form").elements[word.dataset.field];
    field.focus();
    field.select?.();
  });
  // The browser's back shows the form again: as it can be used.
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("#setup [data-default]")) field.disabled = false;
  });
}

export function setup() {
  const panel = document.getElementById("setup");
  if (!panel || !firstMet(panel)) return;
  const form = panel.querySelector("form");

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
}
