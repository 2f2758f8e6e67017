// What the editor offers to complete a word with: keywords, variables, and what the graph holds.

import { TYPE, declared, role } from "./place.js";
import { isWords, tokens } from "./tokens.js";

const WORD = /<[^<>"{}|^`\\\s]*$|[?$]?[\p{L}\p{N}_:.%-]*$/u;
const PATTERN = [
  "OPTIONAL",
  "FILTER",
  "BIND",
  "VALUES",
  "UNION",
  "MINUS",
  "GRAPH",
  "EXISTS",
  "NOT",
];
const CLAUSES = (
  "SELECT ASK CONSTRUCT DESCRIBE DISTINCT WHERE FROM NAMED PREFIX BASE ORDER GROUP BY ASC DESC " +
  "HAVING LIMIT OFFSET AS"
).split(" ");
const FUNCTIONS = (
  "STR LANG LANGMATCHES DATATYPE BOUND IRI ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE CONTAINS " +
  "STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY NOW COALESCE IF STRLANG STRDT SAMETERM ISIRI " +
  "ISBLANK ISLITERAL ISNUMERIC COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SUBSTR REPLACE REGEX"
).split(" ");
// By the role of the next term: which types come first, and which come at all without a letter.
const ORDER = {
  form: ["keyword", "variable"],
  subject: ["variable", "thing", "keyword"],
  predicate: ["property", "keyword"],
  object: ["thing", "variable"],
  class: ["class", "variable"],
  expression: ["variable", "function", "thing"],
  graph: ["graph", "variable"],
  prefix: ["prefix"],
  values: ["variable"],
  data: ["thing"],
  end: ["keyword"],
};
const MOST = 100;

/** A source of completions over what is known; `known` may change until it is asked. */
export function source(known) {
  return (context) => {
    const text = context.state.doc.toString();
    if (isWords(text, context.pos)) return null;
    const word = WORD.exec(text.slice(0, context.pos))[0];
    if (!word && !context.explicit) return null;
    const from = context.pos - word.length;
    const place = placed(text.slice(0, from), text);
    const options = offered(known(), text, from, place, word);
    return options.length ? { from, options, filter: false } : null;
  };
}

function placed(before, text) {
  const found = role(before);
  const isClass = found.role === "object" && TYPE.has(found.property);
  // A class may be named after its use.
  return { ...found, role: isClass ? "class" : found.role, classes: role(text).classes };
}

function offered(known, text, from, place, word) {
  const names = known.names.with(declared(text));
  const order = ORDER[place.role] ?? ORDER.subject;
  const sought = plain(word.replace(/^[<?$]/, ""));
  return rows(known, names, text, from, place)
    .map((row) => ({ row, rank: rank(row, sought, order, word) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ row }) => row.option);
}

function rows(known, names, text, from, place) {
  if (place.role === "prefix") return prefixes(names);
  const graph = place.role === "graph" ? graphs(known, names) : [];
  const terms = termRows(known, names, place);
  return [...variables(text, from), ...keywords(place.role), ...graph, ...terms];
}

/** How well a row fits: by its type in this place, and by where the word is found in its names. */
function rank(row, sought, order, word) {
  const place = order.indexOf(row.type);
  if (/^[?$]/.test(word) && row.type !== "variable") return 0;
  const fit = place < 0 ? 0 : 40 * (order.length - place);
  if (!sought) return place < 0 ? 0 : fit + row.boost;
  const best = Math.max(...row.sought.map((name) => match(name, sought)));
  return best && best + fit + row.boost;
}

function match(name, sought) {
  if (name === sought) return 400;
  if (name.startsWith(sought)) return 300;
  if (name.split(/[\s:'’/#-]+/).some((part) => part.startsWith(sought))) return 200;
  return sought.length > 2 && name.includes(sought) ? 100 : 0;
}

function variables(text, from) {
  const found = tokens(text).filter((token) => token.kind === "variable" && token.start !== from);
  const names = new Set(found.map((token) => token.text).filter((name) => name.length > 1));
  return [...names].map((name) => row("variable", name, [name.slice(1)], 1));
}

function keywords(where) {
  const isOutside = where === "form";
  const words = isOutside ? CLAUSES : PATTERN;
  const all = [
    ...words.map((name) => ["keyword", name]),
    ...FUNCTIONS.map((name) => ["function", name]),
  ];
  return all.map(([type, name]) => row(type, name, [name.toLowerCase()], 0));
}

function prefixes(names) {
  return names.spaces.map(([prefix, space]) => {
    const more = { displayLabel: `${prefix}:`, detail: space };
    return row("prefix", `${prefix}: <${space}>`, [prefix, space], 0, more);
  });
}

function graphs(known, names) {
  return known.graphs.map((iri) => {
    const written = names.written(iri);
    return row("graph", written, [written, iri], 0);
  });
}

function termRows(known, names, place) {
  const kinds = subjectKinds(known, names, place);
  const wanted = new Set(known.byIri.get(names.long(place.property))?.giving);
  const isWanted = (row) => row.kinds?.some((kind) => wanted.has(kind));
  const isHad = (row) => row.having?.some((kind) => kinds.has(kind));
  return [...known.classes, ...known.properties, ...known.things].map((term) => {
    const written = names.written(term.iri);
    const told = [term.name, term.count ? String(term.count) : "", term.kinds && known.kind(term)];
    const boost =
      (isWanted(term) || isHad(term) ? 60 : 0) + Math.min(20, Math.log2(term.count + 1));
    const sought = [written.replace(/[<>]/g, ""), term.name, ...term.others].map(plain);
    const more = { detail: told.filter(Boolean).join(" · "), info: term.comment || undefined };
    return row(term.type, written, [...sought, ...locals(sought[0])], boost, more);
  });
}

/** The places of the classes that the subject has, or that what a path leads to has. */
function subjectKinds(known, names, place) {
  if (place.path) return new Set(known.byIri.get(names.long(place.path))?.giving);
  const written = place.classes[place.subject] ?? [];
  return new Set(written.map((name) => known.places.get(names.long(name))));
}

function locals(written) {
  return written.includes(":") ? [written.slice(written.indexOf(":") + 1)] : [];
}

function row(type, label, sought, boost, more = {}) {
  return { type, sought, boost, option: { label, type, ...more } };
}

/** A text in small letters, without accents. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
