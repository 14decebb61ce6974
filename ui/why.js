// Why was a passage found? Asked when its fold is opened. Runs in the pane's component, behind pane.js.

async function showWhy(fold) {
  const body = fold.querySelector(".wj-why-body");
  if (!fold.open || body.childElementCount) return;
  body.setAttribute("aria-live", "polite");
  const passage = JSON.parse(fold.querySelector("button[hidden]").value);
  try {
    body.innerHTML = await server.explain_passage({ ...passage, language: language() });
  } catch {
    fold.open = false; // the server is gone; the page says so itself
  }
}

// "toggle" does not bubble.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".wj-why")) showWhy(event.target);
}, true);
