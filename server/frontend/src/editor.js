// The query page: the plain form becomes an editor, and the answer is shown below it.

import { Answer } from "./answer.js";
import { Broken, MOST_BYTES, Refused, TooLarge, Unreachable, ask } from "./asking.js";
import { copier } from "./copying.js";
import { element } from "./dom.js";
import { Field } from "./field.js";
import { Known, fetchKnown } from "./known.js";
import { declared } from "./place.js";
import * as state from "./state.js";
import { tokens } from "./tokens.js";
import { say, size } from "./words.js";

const byId = (name) => document.getElementById(name);
const form = byId("ask");
const plain = byId("query");
const told = byId("told");
const cancel = byId("cancel");

let known = new Known();
let asking = null;
const answer = new Answer(form.dataset.endpoint, remember);
const field = new Field(byId("field"), {
  text: plain.value,
  label: `${form.querySelector("label").textContent}. ${form.dataset.leave}`,
  known: () => known,
  run,
});

function site() {
  const language = new URLSearchParams(location.search).get("lang") ?? "";
  return { names: known.names.with(declared(field.text)), base: known.base, language };
}

async function run() {
  const query = field.text.trim();
  asking?.abort();
  field.clear();
  answer.clear();
  if (!query) return tell(say("empty"));
  const mine = (asking = new AbortController());
  tell(say("running"));
  cancel.hidden = false;
  try {
    const [found] = await Promise.all([ask(field.text, mine.signal), knowing]);
    told.replaceChildren();
    answer.show(field.text, found, site());
  } catch (fault) {
    if (mine === asking) fail(fault, mine.signal);
  } finally {
    if (mine === asking) finish();
  }
}

function finish() {
  asking = null;
  cancel.hidden = true;
  remember();
}

/** Say what is wrong; an error that is none of ours is one of this page. */
function fail(fault, signal) {
  if (signal.aborted) return tell(say("cancelled"));
  if (fault instanceof Refused) return refuse(fault.problem);
  if (fault instanceof Broken) return tell(say("broken", { size: size(fault.bytes) }), true);
  if (fault instanceof TooLarge) {
    answer.offer(field.text);
    return tell(say("large", { size: size(MOST_BYTES) }), true);
  }
  if (fault instanceof Unreachable) return tell(say("unreachable"), true);
  throw fault;
}

function refuse(problem) {
  const lines = [problem.detail, problem.hint].filter(Boolean);
  tell(
    [element("strong", {}, problem.title), ...lines.map((line) => element("p", {}, line))],
    true,
  );
  if (!problem.line) return;
  const place = field.mark(problem, lines.join("\n"));
  const where = say("place", { line: problem.line, column: problem.column });
  const button = element("button", { type: "button", class: "place" }, where);
  button.addEventListener("click", () => field.go(place));
  told.append(button);
}

function tell(content, isWrong = false) {
  told.classList.toggle("wrong", isWrong);
  told.replaceChildren(...[content].flat());
  byId("answer").hidden = false;
}

/** Let the address hold what is seen; another query is another step of the history. */
function remember() {
  const next = { query: field.text.trim(), seen: answer.seen };
  if (!next.query) return;
  const before = state.read(location);
  const address = state.address(location, next);
  const step = before.query === next.query || !before.query ? "replaceState" : "pushState";
  history[step](null, "", address);
  for (const link of document.querySelectorAll(".languages a")) {
    const url = new URL(address, location.href);
    url.searchParams.set("lang", link.lang);
    link.href = url.href;
  }
}

function restore() {
  const { query, seen } = state.read(location);
  if (!query) return;
  answer.seen = seen;
  field.text = query;
  run();
}

function declare() {
  const own = declared(field.text);
  const used = tokens(field.text)
    .filter((token) => token.kind === "name")
    .map((token) => token.text.split(":")[0]);
  const missing = [...new Set(used)].filter((name) => !(name in own) && known.names.prefixes[name]);
  const lines = missing.sort().map((name) => `PREFIX ${name}: <${known.names.prefixes[name]}>\n`);
  if (lines.length) field.text = lines.join("") + field.text;
}

function sift() {
  const words = byId("sought").value.toLowerCase();
  for (const item of document.querySelectorAll(".examples li")) {
    item.hidden = !item.textContent.toLowerCase().includes(words);
  }
}

function fill(event) {
  const query = known.examples[event.target.dataset?.example];
  if (!query || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.text = query;
  field.focus();
}

plain.hidden = true;
plain.required = false;
form.querySelector(".plain").hidden = true;
form.querySelector("label").addEventListener("click", () => field.focus());
for (const part of document.querySelectorAll("#field, [data-scripted]")) part.hidden = false;
form.addEventListener("submit", (event) => (event.preventDefault(), run()));
cancel.addEventListener("click", () => asking?.abort());
byId("declare").addEventListener("click", declare);
byId("sought").addEventListener("input", sift);
document.querySelector(".examples").addEventListener("click", fill);
copier(byId("share"), byId("shared"), () => {
  remember();
  return location.href;
});
addEventListener("popstate", restore);
const knowing = fetchKnown(form.dataset.known).then((found) => {
  known = found;
  if (!found.isThere) byId("shared").textContent = say("completions_missing");
});
restore();
document.documentElement.dataset.editor = "ready";
