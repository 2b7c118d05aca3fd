// What this tab keeps for itself: a reload finds it. A browser may refuse to keep anything.

export function keptHere(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text, or with null forgets it. */
export function keepHere(name, text) {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Then it lasts as long as the page.
  }
}
