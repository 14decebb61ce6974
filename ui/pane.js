// Opens the article that a citation leads to beside the chat, lights the quotation, and walks from one
// citation of a reply to the next. Runs once, inside the pane's component: `element` is the component,
// `server` calls the functions that ui/app.py hands over.

const sheet = () => element.querySelector("#wj-sheet");
let trail = []; // the references that "next" walks through
let opener = null; // the link to which the focus goes back
let latestCall = 0;

const language = () => document.querySelector("#wj-brand [lang]")?.lang ?? "zh-CN";
const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

// A link's companions: the other places of the same list, or of the same answer.
function companions(link) {
  const lists = ".wj-passages, .wj-nearest, .wj-phrases";
  const list = link.closest(lists) ?? link.closest(".wj-reply");
  const links = [...list.querySelectorAll("a.cite")].filter((other) => other.closest(lists) === link.closest(lists));
  return [...new Set(links.map((other) => other.getAttribute("href")))];
}

async function openArticle(href) {
  const call = ++latestCall;
  let html;
  try {
    html = await server.open_article({ cite: href.slice("#cite=".length), language: language() });
  } catch {
    return; // the server is gone; the page says so itself
  }
  if (call !== latestCall) return; // another citation was clicked meanwhile
  const pane = sheet();
  const fold = pane.querySelector(".wj-reading");
  pane.innerHTML = html;
  keepOpen(fold);
  pane.hidden = false;
  document.body.classList.add("wj-open");
  document.querySelectorAll("a.cite").forEach((link) => {
    link.classList.toggle("wj-current", link.getAttribute("href") === href);
  });
  showPosition(href);
  showLit();
}

// How a page was read is told when somebody wants to know it, and stays open while they walk through the article.
function keepOpen(fold) {
  const anew = sheet().querySelector(".wj-reading");
  if (fold?.open && fold.dataset.article === anew?.dataset.article) anew.replaceWith(fold);
}

async function showReading(fold) {
  const body = fold.querySelector(".wj-reading-body");
  if (!fold.open || body.childElementCount) return;
  try {
    body.innerHTML = await server.explain_article({ article: fold.dataset.article, language: language() });
  } catch {
    fold.open = false; // the server is gone; the page says so itself
  }
}

function showPosition(href) {
  const at = trail.indexOf(href);
  const position = sheet().querySelector(".wj-position");
  if (!position) return;
  position.textContent = `${at + 1} / ${trail.length}`;
  sheet().querySelector(".wj-steps").hidden = trail.length < 2;
  sheet().querySelector(".wj-previous").onclick = () => openArticle(trail.at(at - 1));
  sheet().querySelector(".wj-next").onclick = () => openArticle(trail[(at + 1) % trail.length]);
}

// Scrolls inside the pane alone: scrollIntoView would move the chat as well.
function showLit() {
  const pane = sheet();
  const lit = pane.querySelector("#lit");
  (lit ?? pane.querySelector(".wj-close"))?.focus({ preventScroll: true });
  if (!lit) return;
  const top = lit.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTo({ top: top - pane.clientHeight / 3, behavior: calm() ? "auto" : "smooth" });
}

function closeArticle() {
  latestCall++;
  sheet().hidden = true;
  sheet().innerHTML = "";
  document.body.classList.remove("wj-open");
  document.querySelectorAll("a.wj-current").forEach((link) => link.classList.remove("wj-current"));
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

// The newest question goes to the top of the chat, so that a long answer is read from its beginning.
function showLatest() {
  requestAnimationFrame(() => {
    const questions = document.querySelectorAll("#wj-talk .wj-question");
    questions[questions.length - 1]?.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  });
}

async function copyAnswer(link) {
  const reply = link.closest(".wj-reply");
  const parts = [...reply.querySelectorAll(".wj-answer, .wj-sources")];
  await writeOut(parts.map((part) => part.innerText.trim()).join("\n\n"));
  link.classList.add("wj-copied");
  setTimeout(() => link.classList.remove("wj-copied"), 1500);
}

// Browsers lend the clipboard only to this machine's own pages and to https; elsewhere a selection must do.
async function writeOut(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.cite, a.wj-jump, a.wj-copy, a.wj-unfilter, .wj-close");
  if (!link) return;
  event.preventDefault();
  if (link.matches(".wj-close")) return closeArticle();
  if (link.matches(".wj-copy")) return copyAnswer(link);
  if (link.matches(".wj-unfilter")) return document.querySelector("#wj-filter-again").click();
  if (link.matches(".wj-jump")) {
    trail = [...new Set([...sheet().querySelectorAll("a.wj-jump")].map((other) => other.getAttribute("href")))];
    return openArticle(link.getAttribute("href"));
  }
  opener = link;
  trail = companions(link);
  openArticle(link.getAttribute("href"));
});

// "toggle" does not bubble.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".wj-reading")) showReading(event.target);
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("wj-open")) closeArticle();
});

// Gradio reads a message's source aloud, tags and all, and leaves the send button without a name.
function nameForReaders() {
  document.querySelectorAll("#wj-talk [data-testid][aria-label]").forEach((said) => said.removeAttribute("aria-label"));
  const send = document.querySelector("#wj-box .submit-button");
  const name = document.querySelector("#wj-box textarea")?.placeholder ?? "";
  if (send && send.ariaLabel !== name) send.ariaLabel = name; // the same name again would call us again
  document.documentElement.lang = language();
}
new MutationObserver(nameForReaders).observe(document.body, {
  subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "placeholder"],
});
nameForReaders();

window.wenju = { showLatest, closeArticle };
