// The button that brings MNIST: asks the server to fetch it, and says how far that is.

import { phrase } from "./state.js";

const STATE = "/api/datasets/mnist";
const PAUSE = 400;

export function downloads() {
  for (const place of document.querySelectorAll("[data-download]")) offer(place);
}

function offer(place) {
  const button = place.querySelector("button");
  const bar = place.querySelector("progress");
  const said = place.querySelector("output");
  button.hidden = false;

  const show = (state) => {
    bar.hidden = state.status !== "running";
    button.disabled = state.status === "running" || state.status === "done";
    if (state.status === "running") {
      const mega = (bytes) => (bytes / 1e6).toFixed(1);
      if (state.total > 0) bar.value = state.bytes / state.total;
      else bar.removeAttribute("value");
      said.textContent = state.file ? phrase("mnist.running", { file: state.file, done: mega(state.bytes), total: mega(state.total) }) : phrase("mnist.begun");
    } else if (state.status === "failed") {
      said.textContent = phrase("mnist.failed", { message: state.message });
    } else if (state.status === "done") {
      const link = document.createElement("a");
      link.href = "/step?data=mnist";
      link.textContent = phrase("mnist.use");
      said.replaceChildren(phrase("mnist.done"), " ", link);
    }
  };

  const follow = async () => {
    const state = await (await fetch(STATE)).json();
    show(state);
    if (state.status === "running") setTimeout(follow, PAUSE);
  };

  button.addEventListener("click", async () => {
    show(await (await fetch(STATE, { method: "POST" })).json());
    follow();
  });
  follow();
}
