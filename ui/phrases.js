// Which of the offered phrases are ticked? Runs in the pane's component, behind pane.js.

let ticked = []; // the entries that were written, or were to be

const boxes = () => [...document.querySelectorAll("#wj-phrases-offered input")];

// A line of one's own with the ticked entries before it, a line each.
function withTicked(line) {
  ticked = boxes().filter((box) => box.checked).map((box) => box.value);
  return [...ticked, line ?? ""].join("\n");
}

// Gradio keeps the boxes and changes what stands beside them: a tick stays with its entry, or goes with it.
function keepTicks() {
  boxes().forEach((box) => { box.checked = ticked.includes(box.value); });
}

// Whoever asks reads the answer next, and needs the room.
function foldPhrases() {
  document.querySelector("#wj-phrases > .label-wrap.open")?.click();
}

Object.assign(window.wenju, { withTicked, keepTicks, foldPhrases });
