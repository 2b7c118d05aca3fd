// Small things that the parts of the page share.

/** An address with some parameters changed and readable as the server writes it. */
export function addressOf(base, changes) {
  const url = new URL(base, location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  const readable = url.search.replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3B", ";").replaceAll("%3D", "=");
  return url.pathname + readable;
}

/** An HTML element with attributes and what is in it. */
export function html(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(attribute, value);
  element.append(...inside);
  return element;
}
