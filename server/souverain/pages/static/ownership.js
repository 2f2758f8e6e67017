// The slider of the ownership picture. What it shows is what the server draws for that date: it
// asks for the page of the date, and puts its picture and its table in the place of these.

const shown = document.getElementById("shown");
const told = document.getElementById("told");
const form = document.getElementById("when");
const slider = document.getElementById("slider");
const range = document.getElementById("step");
const play = document.getElementById("play");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const PAUSE = 2600; // milliseconds between two dates of the story
const MOVE = 450;

const pages = new Map();
let wanted = 0;
let story = 0;

const dates = () => [...shown.querySelectorAll(".steps a")];
const reading = () => new URL(location.href);

function address(date) {
  const url = reading();
  url.searchParams.set("at", date);
  return url;
}

function page(url) {
  if (!pages.has(url.href)) {
    const read = fetch(url, { headers: { Accept: "text/html" } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
      .then((text) => new DOMParser().parseFromString(text, "text/html"));
    pages.set(url.href, read);
    read.catch(() => pages.delete(url.href));
  }
  return pages.get(url.href);
}

// Where each box and each edge stands, by its key.
function places() {
  const found = new Map();
  for (const part of shown.querySelectorAll(".canvas [data-key]")) {
    found.set(part.dataset.key, part.getBBox());
  }
  return found;
}

// What is new appears, and what has moved moves.
function animate(before) {
  if (calm.matches) return;
  for (const part of shown.querySelectorAll(".canvas [data-key]")) {
    const old = before.get(part.dataset.key);
    const now = part.getBBox();
    if (!old) {
      part.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MOVE, easing: "ease-in" });
    } else if (part.classList.contains("box")) {
      const from = `translate(${old.x - now.x}px, ${old.y - now.y}px)`;
      part.animate([{ transform: from }, { transform: "none" }], { duration: MOVE, easing: "ease" });
    } else if (Math.abs(old.y - now.y) + Math.abs(old.height - now.height) > 2) {
      part.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: MOVE });
    }
  }
}

async function show(index) {
  const links = dates();
  const link = links[Math.max(0, Math.min(index, links.length - 1))];
  if (!link) return;
  const turn = ++wanted;
  const url = address(link.dataset.date);
  range.value = links.indexOf(link);
  name(link);
  try {
    const found = await page(url);
    if (turn !== wanted) return;
    put(found, url);
  } catch {
    location.assign(url);
  }
}

function put(found, url) {
  const before = places();
  const focused = shown.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest("[data-key]")?.dataset.key;
  const date = focused?.dataset?.date;
  const left = shown.querySelector(".canvas").scrollLeft;
  hide();
  shown.replaceChildren(...document.importNode(found.getElementById("shown"), true).childNodes);
  shown.dataset.at = url.searchParams.get("at");
  const heading = shown.querySelector("h2").textContent;
  told.textContent = `${heading}: ${found.getElementById("shown").dataset.said}`;
  shown.querySelector(".canvas").scrollLeft = left;
  quiet();
  document.title = found.title;
  const at = form.elements.at;
  at.value = url.searchParams.get("at");
  history.replaceState(null, "", url);
  if (key) shown.querySelector(`.canvas [data-key="${CSS.escape(key)}"]`)?.focus();
  if (date) shown.querySelector(`.steps a[data-date="${CSS.escape(date)}"]`)?.focus();
  centre();
  animate(before);
}

// On a phone the dates are wider than the page: the present one is kept in sight.
function centre() {
  const here = shown.querySelector(".steps [aria-current]");
  const row = here?.closest("ol");
  if (row) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}

// A slider says its date, not its number.
function name(link) {
  range.setAttribute("aria-valuetext", link.querySelector(".name").textContent);
}

function stop() {
  clearTimeout(story);
  story = 0;
  play.textContent = slider.dataset.play;
  play.setAttribute("aria-pressed", "false");
}

async function tell(index) {
  await show(index);
  if (!story) return;
  if (index >= dates().length - 1) return stop();
  story = setTimeout(() => tell(index + 1), PAUSE);
}

play.addEventListener("click", () => {
  if (story) return stop();
  story = -1;
  play.textContent = slider.dataset.pause;
  play.setAttribute("aria-pressed", "true");
  const here = Number(range.value);
  tell(here >= dates().length - 1 ? 0 : here + 1);
});
range.addEventListener("input", () => {
  stop();
  show(Number(range.value));
});
for (const [id, step] of [["before", -1], ["after", 1]]) {
  document.getElementById(id).addEventListener("click", () => {
    stop();
    show(Number(range.value) + step);
  });
}
form.elements.at.addEventListener("change", (event) => {
  stop();
  show(dates().findIndex((link) => link.dataset.date === event.target.value));
});
shown.addEventListener("click", (event) => {
  const link = event.target.closest(".steps a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  stop();
  show(dates().indexOf(link));
});

// The words of an edge, beside it: those that stand in its row of the table.
const words = document.createElement("div");
words.className = "words-of";
words.hidden = true;
let leaving = 0;

function hide() {
  clearTimeout(leaving);
  words.hidden = true;
  words.remove();
}

function tellOf(edge) {
  const row = shown.querySelector(`tr[data-edge="${CSS.escape(edge.dataset.key)}"]`);
  const claim = row?.nextElementSibling?.querySelector(".claim");
  if (!claim) return hide();
  clearTimeout(leaving);
  const copy = claim.cloneNode(true);
  copy.removeAttribute("id");
  const canvas = edge.closest(".canvas");
  const section = canvas.parentElement;
  words.replaceChildren(...copy.childNodes);
  words.hidden = false;
  section.append(words);
  section.style.position = "relative";
  const label = edge.querySelector("text").getBoundingClientRect();
  const frame = section.getBoundingClientRect();
  const box = words.getBoundingClientRect();
  const most = Math.max(frame.width - box.width, 0);
  words.style.left = `${Math.min(Math.max(label.left - frame.left, 0), most)}px`;
  const below = edge.querySelector(".hit").getBoundingClientRect().bottom - frame.top + 6;
  words.style.top = `${below}px`;
}

const later = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
};
shown.addEventListener("pointerover", (event) => {
  if (event.target.closest(".words-of")) return clearTimeout(leaving);
  const edge = event.target.closest(".canvas a.edge");
  if (edge) tellOf(edge);
  else if (!words.hidden && !shown.contains(document.activeElement?.closest?.("a.edge"))) later();
});
shown.addEventListener("focusin", (event) => {
  const edge = event.target.closest(".canvas a.edge");
  if (edge) tellOf(edge);
  else if (!event.target.closest(".words-of")) hide();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});

// The words beside it stand in for the browser's own hint.
function quiet() {
  for (const hint of shown.querySelectorAll(".canvas a.edge > title")) hint.remove();
}

// Each date stands below its place on the slider.
function align() {
  const width = dates()[0]?.getBoundingClientRect().width ?? 0;
  const all = range.parentElement.getBoundingClientRect().width;
  const isWhole = width * dates().length <= all + 1;
  range.style.marginInline = isWhole ? `${Math.max(width / 2 - 8, 0)}px` : "0";
  range.style.width = isWhole ? `${all - Math.max(width - 16, 0)}px` : "100%";
}

quiet();
slider.hidden = false;
form.elements.at.parentElement.hidden = true;
align();
centre();
addEventListener("resize", align);
if (dates()[range.value]) name(dates()[range.value]);
