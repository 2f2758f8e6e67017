// One key for each act, the words that are selected, and entities while one writes.

const SLOTS = {
  stake: "holder target percentage basis",
  acquisition: "acquirer target percentage",
  merger: "parties",
  role: "person organization title",
  announcement: "announcer channel",
  partnership: "partners",
  funding: "payer receiver amount currency",
  amount: "payer receiver amount currency measure",
  lifecycle: "subject event",
};

const isWriting = (target) => target.closest("input, textarea, select") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && isWriting(event.target)) {
    event.target.closest("details")?.removeAttribute("open");
    document.querySelector("#card summary, #card button")?.focus();
    return;
  }
  if (isWriting(event.target)) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.tagName === "DETAILS") {
    found.open = true;
    const field = found.querySelector("textarea, input:not([type=hidden]), select");
    field.focus();
    field.select?.();
  } else {
    found.click();
  }
});

// Where in the article the selection begins, in code points: the words are those of the article.
document.addEventListener("selectionchange", () => {
  const text = document.getElementById("text");
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  document.getElementById("quote").value = range.toString();
  document.getElementById("start").value = [...before.toString()].length;
});

const kind = document.getElementById("kind");
const showSlots = () => {
  const names = SLOTS[kind.value].split(" ");
  for (const row of document.querySelectorAll("[data-slot]")) {
    row.hidden = !names.includes(row.dataset.slot);
    row.querySelector("input").disabled = row.hidden;
  }
};
kind.addEventListener("change", showSlots);
showSlots();

const entities = document.getElementById("entities");
document.addEventListener("input", async (event) => {
  if (event.target.getAttribute("list") !== "entities") return;
  const written = event.target.value.split(";").pop().trim();
  if (written.length < 2) return;
  const answer = await fetch(`/suggest.json?q=${encodeURIComponent(written)}`);
  const kept = event.target.value.split(";").slice(0, -1).map((name) => `${name.trim()}; `).join("");
  entities.replaceChildren(
    ...(await answer.json()).map((row) => {
      const option = document.createElement("option");
      option.value = kept + row.name;
      option.textContent = row.told;
      return option;
    }),
  );
});

document.getElementById("here")?.scrollIntoView({ block: "nearest" });
