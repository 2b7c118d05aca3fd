// A link marked data-dialog opens its page's sheet in place; without scripts it is simply followed.

import { setFormulas } from "./formulas.js";
import { phrase } from "./state.js";

let dialog = null;

export async function openSheet(url) {
  const response = await fetch(url);
  if (!response.ok) {
    location.href = url;
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const sheet = page.querySelector(".sheet");
  if (!sheet) {
    location.href = url;
    return;
  }
  if (!dialog?.isConnected) {
    dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("submit", (event) => {
      const form = event.target.closest("form[data-dialog]");
      if (!form) return;
      event.preventDefault();
      openSheet(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
    });
    dialog.addEventListener("change", (event) => event.target.form?.matches("[data-dialog]") && event.target.form.requestSubmit());
  }
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "×";
  close.setAttribute("aria-label", phrase("close"));
  close.addEventListener("click", () => dialog.close());
  // A page has one first heading; in a dialog the sheet's is a second.
  const heading = sheet.querySelector("h1");
  if (heading) {
    const title = document.createElement("h2");
    title.className = "title";
    title.id = "sheet-title";
    title.append(...heading.childNodes);
    heading.replaceWith(title);
    dialog.setAttribute("aria-labelledby", "sheet-title");
  }
  dialog.replaceChildren(document.adoptNode(sheet), close);
  setFormulas(dialog);
  if (!dialog.open) dialog.showModal();
}

export function sheets() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSheet(link.href);
  });
}
