// Pages in the page: each as high as what it shows.

export function frames(root) {
  for (const frame of root.querySelectorAll("iframe")) {
    frame.addEventListener("load", () => fit(frame));
    if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank") fit(frame);
  }
}

function fit(frame) {
  const inside = frame.contentDocument;
  if (!inside?.body) return;
  const measure = () => {
    const height = Math.ceil(inside.body.getBoundingClientRect().height);
    if (height > 0) frame.style.height = `${height}px`;
  };
  new ResizeObserver(measure).observe(inside.body);
  measure();
}
