// Turns the question as it was understood into a line to edit, and asks what the page's own buttons say: a
// mended question, or a continuation. Runs in the pane's component, behind pane.js.

let told = ""; // what the hidden button that is pressed next is to ask

function askOf(button, question) {
  told = question;
  document.querySelector(button).click();
}

function lineOf(form) {
  return form.querySelector("textarea") ?? newLine(form);
}

// Gradio lets no textarea into a message.
function newLine(form) {
  const line = document.createElement("textarea");
  line.rows = 1;
  line.ariaLabel = form.closest(".wj-understood").querySelector(".wj-edit").title;
  line.addEventListener("input", () => fit(line));
  line.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.key === "Escape" && !isComposing(event)) {
      event.stopPropagation(); // an article that stands open stays open
      endMending(form);
    }
  });
  form.prepend(line);
  return line;
}

// While an input method is at work, Enter and Escape are meant for it.
const isComposing = (event) => event.isComposing || event.keyCode === 229;

function fit(line) {
  line.style.height = "auto";
  line.style.height = `${line.scrollHeight + 2}px`;
}

function mend(button) {
  const understood = button.closest(".wj-understood");
  const form = understood.querySelector(".wj-mending");
  const line = lineOf(form);
  line.value = button.querySelector(".wj-said").textContent;
  understood.querySelector("p").hidden = true;
  form.hidden = false;
  fit(line);
  line.focus();
}

function endMending(form) {
  const understood = form.closest(".wj-understood");
  form.hidden = true;
  understood.querySelector("p").hidden = false;
  understood.querySelector(".wj-edit").focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".wj-edit, .wj-cancel, .wj-ask");
  if (!button) return;
  event.preventDefault();
  if (button.matches(".wj-edit")) return mend(button);
  if (button.matches(".wj-cancel")) return endMending(button.closest("form"));
  askOf("#wj-ask-on", button.value);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.(".wj-edit")) return;
  event.preventDefault(); // a link that acts as a button answers to the space bar too
  mend(event.target);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.(".wj-mending");
  if (!form) return;
  event.preventDefault();
  const question = lineOf(form).value;
  endMending(form);
  if (question.trim()) askOf("#wj-ask-mended", question);
});

// What was pressed is gone with the answer that held it: the focus goes to the newest question, so that the
// keyboard and a screen reader go on at its answer.
function focusLatest() {
  const questions = document.querySelectorAll("#wj-talk .wj-question");
  const latest = questions[questions.length - 1];
  if (!latest) return;
  latest.tabIndex = -1;
  latest.focus({ preventScroll: true });
}

Object.assign(window.wenju, { told: () => told, focusLatest });
