// A page becomes another in place: what is alike stays as it is, so only what differs is laid out and painted.

/**
 * Makes `old` what `fresh` is; `fresh` is used up. An element with `data-own` fills itself by script and
 * keeps its children, a formula or an element with `data-whole` that differs is put there anew.
 */
function become(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) old.replaceWith(fresh);
  else if (old.nodeType !== Node.ELEMENT_NODE) old.data = fresh.data;
  else if (old.dataset.tex !== undefined && old.dataset.tex === fresh.dataset.tex) attributes(old, fresh);
  else if ((old.dataset.tex ?? fresh.dataset.tex ?? fresh.dataset.whole) !== undefined || old.id !== fresh.id) old.replaceWith(fresh);
  else {
    attributes(old, fresh);
    if (fresh.dataset.own === undefined) children(old, fresh);
  }
}

function attributes(old, fresh) {
  // No page of the server's has a style of its own: where there is one, a script is still at it.
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== "style") old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** Beginnings and ends that are alike stay; between them, one child becomes the next of the same kind. */
export function children(old, fresh) {
  let here = old.firstChild;
  let there = fresh.firstChild;
  while (here && there && here.isEqualNode(there)) [here, there] = [here.nextSibling, there.nextSibling];
  const olds = from(here);
  const news = from(there);
  let after = null;
  while (olds.length > 0 && news.length > 0 && olds.at(-1).isEqualNode(news.at(-1))) {
    after = olds.pop();
    news.pop();
  }
  let k = 0;
  for (const child of news) {
    const match = olds.findIndex((other, i) => i >= k && kind(other) === kind(child));
    if (match < 0) {
      old.insertBefore(child, olds[k] ?? after);
      continue;
    }
    while (k < match) olds[k++].remove();
    become(olds[k++], child);
  }
  while (k < olds.length) olds[k++].remove();
}

function from(node) {
  const nodes = [];
  for (; node; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** What one child must share with another to become it. */
const kind = (node) => (node.nodeType === Node.ELEMENT_NODE ? `${node.localName} ${node.id} ${node.classList[0] ?? ""}` : node.nodeName);
