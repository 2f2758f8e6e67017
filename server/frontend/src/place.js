// What may stand at a place of a query: the role of the next term, and what is known of its triple.

import { tokens } from "./tokens.js";

const TERMS = new Set(["iri", "variable", "name", "number", "text"]);
/** How a query writes that something is of a class. */
export const TYPE = new Set(["a", "rdf:type"]);
const CONSTRAINTS = new Set(["FILTER", "BIND", "HAVING"]);
const GROUPS = new Set(["OPTIONAL", "UNION", "MINUS", "WHERE", "EXISTS", "NOT"]);
const NAMED = new Set(["GRAPH", "FROM", "NAMED", "SERVICE", "SILENT", "INTO"]);
const CLAUSES = new Set(
  (
    "SELECT ASK CONSTRUCT DESCRIBE DISTINCT REDUCED ORDER GROUP BY ASC DESC LIMIT OFFSET AS " +
    "BASE VERSION"
  ).split(" "),
);

/**
 * The role that a term at the end of a text has: "form" outside of the pattern, "subject",
 * "predicate", "object", "expression", "prefix", "graph" or "values"; with the subject and property
 * that stand before it, and the classes that subjects have by then.
 */
export function role(text) {
  const reader = new Reader();
  for (const token of tokens(text)) reader.read(token);
  return { ...reader.state, classes: reader.classes };
}

/** The prefixes that a text declares: each with its namespace. */
export function declared(text) {
  const found = tokens(text);
  const rows = found.flatMap((token, place) => {
    const [prefix, iri] = found.slice(place + 1, place + 3);
    const is = /^prefix$/i.test(token.text) && prefix?.text.endsWith(":") && iri?.kind === "iri";
    return is ? [[prefix.text.slice(0, -1), iri.text.slice(1, -1)]] : [];
  });
  return Object.fromEntries(rows);
}

class Reader {
  constructor() {
    this.classes = {};
    this.stack = [];
    this.state = this.fresh("form");
  }

  fresh(name) {
    return { role: name, subject: "", property: "", path: "", depth: 0 };
  }

  read(token) {
    if (token.kind === "sign" && this.sign(token.text)) return;
    if (this.state.depth > 0 || this.state.role === "expression") return;
    if (token.kind === "word" && this.word(token.text)) return;
    if (TERMS.has(token.kind)) this.term(token.text);
  }

  sign(text) {
    switch (text) {
      case "{":
        return this.open(this.state.role === "values" ? "data" : "subject");
      case "}":
        return this.close();
      case "(":
        return this.bracket(1);
      case ")":
        return this.bracket(-1);
      case "[":
        return this.state.depth > 0 || this.open("predicate");
      case "]":
        this.state = this.stack.pop() ?? this.fresh("form");
        this.term("[]");
        return true;
      default:
        return this.mark(text);
    }
  }

  mark(text) {
    const { state } = this;
    if (state.depth > 0 || ["form", "data", "expression"].includes(state.role)) return false;
    if (text === ".") this.state = this.fresh("subject");
    else if (text === ";") Object.assign(state, { role: "predicate", property: "", path: "" });
    else if (text === ",") state.role = "object";
    else if (text === "/" && state.role === "object") {
      Object.assign(state, { role: "predicate", path: state.property, property: "" });
    } else if (text === "|" && state.role === "object") state.role = "predicate";
    else return false;
    return true;
  }

  open(name) {
    this.stack.push(this.state);
    this.state = this.fresh(name);
    return true;
  }

  close() {
    const before = this.stack.pop() ?? this.fresh("form");
    const isOver = before.depth === 0 && before.role !== "form";
    this.state = isOver ? this.fresh("subject") : before;
    return true;
  }

  bracket(step) {
    const { state } = this;
    if (!["expression", "form"].includes(state.role) && state.depth === 0) return true;
    state.depth = Math.max(0, state.depth + step);
    if (state.depth === 0 && state.role === "expression") this.state = this.rest();
    return true;
  }

  /** What comes after an expression: a triple within a pattern, a clause outside. */
  rest() {
    return this.fresh(this.stack.length ? "subject" : "form");
  }

  word(text) {
    const word = text.toUpperCase();
    if (text === "a") this.term("a");
    else if (CONSTRAINTS.has(word)) this.state = this.fresh("expression");
    else if (word === "VALUES") this.state = this.fresh("values");
    else if (word === "PREFIX") this.state = this.fresh("prefix");
    else if (NAMED.has(word)) this.state = this.fresh("graph");
    else if (GROUPS.has(word)) this.state = this.fresh("subject");
    else if (CLAUSES.has(word)) this.state = this.fresh("form");
    else return false;
    return true;
  }

  term(text) {
    const { state } = this;
    switch (state.role) {
      case "subject":
      case "end":
        this.state = { ...this.fresh("predicate"), subject: text };
        break;
      case "predicate":
        Object.assign(state, { role: "object", property: text });
        break;
      case "object":
        if (TYPE.has(state.property) && !state.path) this.note(state.subject, text);
        state.role = "end";
        break;
      case "graph":
        this.state = this.rest();
        break;
      case "prefix":
        if (text.startsWith("<")) this.state = this.fresh("form");
        break;
    }
  }

  note(subject, kind) {
    (this.classes[subject] ??= []).push(kind);
  }
}
