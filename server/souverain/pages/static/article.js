// The claims of an article, at hand: what words support, in a panel; the keys j and k, from claim
// to claim; the kinds that are shown, kept in the address. All of it can be read without this.

const reading = document.querySelector(".reading");
const panel = document.getElementById("panel");
const NARROW = matchMedia("(max-width: 56rem)");
const KEYS = "souverain.keys";

const addressed = () => document.querySelector(":target");
const nameOf = (mark) => mark.id || mark.dataset.of;
const partsOf = (name) =>
  [...reading.querySelectorAll("mark")].filter((mark) => nameOf(mark) === name);
const spansOf = (note) =>
  [...note.querySelectorAll(".place")].map((link) => link.getAttribute("href").slice(1));
const notesOf = (name) =>
  [...reading.querySelectorAll(".note")].filter((note) => spansOf(note).includes(name));

/** What belongs to the thing that the address names is lit: the words of a claim, and back. */
function light() {
  for (const lit of reading.querySelectorAll(".lit")) lit.classList.remove("lit");
  const target = addressed();
  if (!target || !reading.contains(target)) return;
  const isNote = target.classList.contains("note");
  const names = isNote ? spansOf(target) : [nameOf(target)];
  const notes = isNote ? [target] : notesOf(target.id);
  for (const lit of [...names.flatMap(partsOf), ...notes]) lit.classList.add("lit");
}

function go(note) {
  location.replace(`#${note.id}`);
  note.tabIndex = -1;
  note.focus({ preventScroll: true });
}

/** Whether a claim is among those that the reader goes through: a margin may be folded. */
function isOffered(note) {
  const isFolded = note.closest(".mentions:not([open])");
  return !isFolded && getComputedStyle(note).display !== "none";
}

/** The claim after, or before, the one that the address or the focus is at. */
function step(by) {
  const notes = [...reading.querySelectorAll(".note[id]")].filter(isOffered);
  const target = addressed();
  const current =
    document.activeElement.closest?.(".note") ??
    (target?.matches("mark") ? notesOf(target.id)[0] : target);
  const at = notes.indexOf(current);
  const next = at < 0 && by < 0 ? notes.length - 1 : at + by;
  if (notes[next]) go(notes[next]);
}

/** The claims that the words under a link support, in a panel beside them. */
function show(link) {
  const names = [];
  for (let mark = link.closest("mark"); mark; mark = mark.parentElement.closest("mark")) {
    names.push(nameOf(mark));
  }
  const notes = new Set(names.flatMap(notesOf));
  const list = panel.querySelector(".notes");
  list.replaceChildren(
    ...[...notes].map((note) => {
      const copy = note.cloneNode(true);
      copy.classList.remove("lit");
      copy.querySelector(".back").prepend(linkTo(note.id));
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      return copy;
    }),
  );
  const box = link.getBoundingClientRect();
  panel.hidden = false;
  panel.showPopover();
  const left = Math.min(box.left, document.documentElement.clientWidth - panel.offsetWidth - 8);
  panel.style.left = `${Math.max(8, left) + scrollX}px`;
  panel.style.top = `${box.bottom + scrollY + 6}px`;
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
  opener = link;
}

let opener = null;

function linkTo(id) {
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = panel.dataset.margin;
  link.className = "to-margin";
  return link;
}

function keepKinds(form) {
  const boxes = [...form.querySelectorAll("[name=kind]")];
  const url = new URL(location);
  url.searchParams.delete("kind");
  const chosen = boxes.filter((box) => box.checked);
  if (chosen.length < boxes.length) {
    for (const box of chosen) url.searchParams.append("kind", box.value);
  }
  history.replaceState(history.state, "", url);
}

function isTyped(event) {
  return event.altKey || event.ctrlKey || event.metaKey || event.target.matches("textarea, select, [type=search], [type=text]");
}

if (reading && panel && "showPopover" in panel) {
  const form = document.querySelector(".kinds");
  const keys = document.getElementById("keys");

  reading.addEventListener("click", (event) => {
    const link = event.target.closest(".text a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link);
  });
  panel.querySelector("button").addEventListener("click", () => panel.hidePopover());
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) panel.hidePopover();
  });
  panel.addEventListener("toggle", (event) => {
    const isHeld = panel.contains(document.activeElement) || document.activeElement === document.body;
    if (event.newState === "closed" && isHeld) opener?.focus({ preventScroll: true });
  });

  form.querySelector("button").hidden = true;
  form.addEventListener("change", (event) => {
    if (event.target.name === "kind") keepKinds(form);
  });

  keys.closest("[hidden]").hidden = false;
  keys.checked = localStorage.getItem(KEYS) !== "off";
  keys.addEventListener("change", () => localStorage.setItem(KEYS, keys.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const by = { j: 1, k: -1 }[event.key];
    if (by && keys.checked && !isTyped(event)) step(by);
  });

  const fold = () => {
    for (const margin of reading.querySelectorAll(".margin")) margin.open = !NARROW.matches;
  };
  NARROW.addEventListener("change", fold);
  if (NARROW.matches && !addressed()) fold();
  addEventListener("hashchange", light);
  light();
}
