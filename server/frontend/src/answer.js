// The answer: a table, a chart, yes or no, or a graph; how large it is; and how to take it away.

import { KINDS, chart, suggestion } from "./chart.js";
import { copier } from "./copying.js";
import { element } from "./dom.js";
import { curl, python } from "./snippets.js";
import { table } from "./table.js";
import { tokens } from "./tokens.js";
import { count, duration, figure, say, size } from "./words.js";

const byId = (name) => document.getElementById(name);
/** A graph is shown so far: more is for files. */
const MOST_CHARACTERS = 200_000;
/** A longer address is refused by the server. */
const LONGEST_TARGET = 30_000;
const TAKEN = {
  rows: "text/csv",
  boolean: "application/sparql-results+json",
  graph: "text/turtle",
};

/** The part of the page below the editor; `changed` is called when it is looked at otherwise. */
export class Answer {
  constructor(endpoint, changed) {
    this.endpoint = endpoint;
    this.changed = changed;
    this.seen = {};
    this.parts = Object.fromEntries(["chart", "x", "y"].map((name) => [name, byId(name)]));
    for (const button of byId("views").children) {
      button.addEventListener("click", () => this.turn({ view: button.dataset.view }));
    }
    for (const [name, part] of Object.entries(this.parts)) {
      part.addEventListener("change", () => this.turn({ [name]: part.value }));
    }
    for (const button of document.querySelectorAll("[data-copies]")) {
      const text = () => byId(button.dataset.copies).textContent;
      copier(button, button.nextElementSibling, text);
    }
    addEventListener("resize", () => this.results && this.seen.view === "chart" && this.draw());
  }

  /** Take the answer away. */
  clear() {
    this.results = null;
    for (const name of ["shown", "taken"]) byId(name).hidden = true;
    byId("result").replaceChildren();
  }

  show(query, found, site) {
    const kind =
      found.turtle !== undefined ? "graph" : found.results.head?.vars ? "rows" : "boolean";
    Object.assign(this, { site, results: kind === "rows" ? found.results : null });
    const what = WHAT[kind](found);
    const told = { what, size: size(found.bytes), time: duration(found.milliseconds) };
    byId("told").append(element("p", {}, say("told", told)), ...warnings(query, this.results));
    byId("shown").hidden = false;
    const isDrawn = kind === "rows" && found.results.results.bindings.length > 0;
    byId("views").hidden = !isDrawn;
    if (isDrawn) this.choose();
    else this.seen = {};
    if (kind === "rows") this.draw();
    else byId("result").replaceChildren(...SHOWN[kind](found));
    this.offer(query, kind);
  }

  /** Offer files and programs. */
  offer(query, kind = form(query)) {
    byId("taken").hidden = false;
    const isLong = encodeURIComponent(query).length > LONGEST_TARGET;
    for (const group of document.querySelectorAll("[data-kind]")) {
      group.hidden = isLong || (group.dataset.kind === "graph") !== (kind === "graph");
      for (const link of group.querySelectorAll("a")) {
        link.href = `/sparql?${new URLSearchParams({ query, format: link.dataset.format })}`;
      }
    }
    byId("too-long").hidden = !isLong;
    byId("too-long").textContent = say("too_long");
    byId("curl").textContent = curl(this.endpoint, query, TAKEN[kind]);
    byId("python").textContent = python(this.endpoint, query, kind);
  }

  /** Fill the choices of the chart: what the address asks for, else what suits the answer. */
  choose() {
    const best = suggestion(this.results);
    const columns = this.results.head.vars;
    for (const name of ["x", "y"]) {
      const options = columns.map((column) => element("option", { value: column }, column));
      this.parts[name].replaceChildren(...options);
      this.parts[name].value = columns.includes(this.seen[name]) ? this.seen[name] : best[name];
    }
    this.parts.chart.value = KINDS.includes(this.seen.chart) ? this.seen.chart : best.kind;
  }

  turn(change) {
    const chosen = Object.entries(this.parts).map(([name, part]) => [name, part.value]);
    this.seen = { ...this.seen, ...Object.fromEntries(chosen), ...change };
    if (this.seen.view !== "chart") this.seen = {};
    this.draw();
    this.changed();
  }

  draw() {
    const isChart = this.seen.view === "chart" && !byId("views").hidden;
    for (const button of byId("views").children) {
      button.setAttribute("aria-pressed", String((button.dataset.view === "chart") === isChart));
    }
    byId("chosen").hidden = !isChart;
    const result = byId("result");
    const { chart: kind, x, y } = this.parts;
    const asked = { kind: kind.value, x: x.value, y: y.value };
    result.replaceChildren(
      isChart
        ? chart(this.results, asked, this.site, result.clientWidth)
        : table(this.results, this.site, byId("views").firstElementChild.textContent),
    );
  }
}

const WHAT = {
  rows: ({ results }) => count("rows", results.results.bindings.length),
  boolean: () => say("yes_or_no"),
  graph: ({ turtle }) => count("lines", turtle.split("\n").filter(Boolean).length),
};

const SHOWN = {
  boolean: ({ results }) => [
    element("p", { class: "boolean" }, say(results.boolean ? "yes" : "no")),
  ],
  graph: ({ turtle }) => {
    const region = { tabindex: "0", role: "region", "aria-label": "Turtle" };
    const made = [element("pre", region, turtle.slice(0, MOST_CHARACTERS))];
    if (turtle.length > MOST_CHARACTERS) {
      const told = { shown: figure(MOST_CHARACTERS), count: figure(turtle.length) };
      made.push(element("p", { class: "note" }, say("cut_graph", told)));
    }
    return made;
  },
};

/** What a table might let one believe: that there is nothing, or nothing more. */
function warnings(query, results) {
  if (!results) return [];
  const rows = results.results.bindings.length;
  if (rows === 0) return [element("p", {}, say("none"))];
  const isCut = rows === limit(query);
  return isCut ? [element("p", { class: "note" }, say("limit", { count: figure(rows) }))] : [];
}

/** The LIMIT of the whole query, if it has one. */
function limit(query) {
  const found = tokens(query);
  const rest = found.slice(found.findLastIndex((token) => token.text === "}") + 1);
  const place = rest.findIndex((token) => /^limit$/i.test(token.text));
  return place < 0 ? null : Number(rest[place + 1]?.text);
}

function form(query) {
  const word = tokens(query).find((token) => /^(select|ask|construct|describe)$/i.test(token.text));
  return (
    { ask: "boolean", construct: "graph", describe: "graph" }[word?.text.toLowerCase()] ?? "rows"
  );
}
