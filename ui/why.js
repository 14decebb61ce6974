// Why was a passage found? Asked when its fold is opened. Runs in the pane's component, behind pane.js.

async function showWhy(fold) {
  const body = fold.querySelector(".wj-why-body");
  if (!fold.open || body.childElementCount) return;
  try {
    body.innerHTML = await server.explain_passage({ ...JSON.parse(fold.dataset.why), language: language() });
  } catch {
    fold.open = false; // the server is gone; the page says so itself
  }
}

// "toggle" does not bubble.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".wj-why")) showWhy(event.target);
}, true);
