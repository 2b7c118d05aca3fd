// What the address says, and the words the server gave for what scripts have to say.

export const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

/** Fills "{name}" places of a phrase. */
export function phrase(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** A whole number, each three digits set apart as the page's language does. */
export function grouped(number) {
  return number.toLocaleString("en").replaceAll(",", phrase("number.group"));
}

/** This page's address with some parameters changed; null takes one away. */
export function addressWith(changes, base = location.href) {
  const url = new URL(base);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  url.search = url.search.replaceAll("%2C", ",");
  return url;
}

const met = new WeakSet();

/** Whether an element is met for the first time: a page that turns keeps most of its elements. */
export function firstMet(element) {
  if (met.has(element)) return false;
  met.add(element);
  return true;
}

/** Whether keys belong to the element that has the focus. */
export function typing(target) {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable], dialog[open]") !== null;
}
