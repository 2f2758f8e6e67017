// A term of an answer as a person reads it: short, linked, with its language or datatype.

import { element } from "./dom.js";
import { count } from "./words.js";

/** As everywhere on the site, a longer text is cut, and says so. */
const LONGEST = 2000;
const FOLLOWED = /^https?:\/\//;
const XSD = "http://www.w3.org/2001/XMLSchema#";

/** The contents of a cell. */
export function shown(term, site) {
  if (!term) return document.createTextNode("");
  return { uri: iri, bnode, triple, literal }[term.type]?.(term, site) ?? literal(term, site);
}

/** The words of a term, for a chart. */
export function words(term, site) {
  if (!term) return "";
  return term.type === "uri" ? site.names.short(term.value) || term.value : String(term.value);
}

/** Where an IRI is read: here for those of the graph; empty where a browser must not follow it. */
export function address(value, site) {
  if (!FOLLOWED.test(value)) return "";
  if (!site.base || !value.startsWith(site.base)) return value;
  const [path, ...fragment] = value.slice(site.base.length).split("#");
  const language = site.language ? `?lang=${site.language}` : "";
  const hash = fragment.length ? `#${fragment.join("#")}` : "";
  return `/${path.replaceAll("?", "%3F")}${language}${hash}`;
}

function iri(term, site) {
  const text = site.names.short(term.value) || cut(term.value);
  const href = address(term.value, site);
  const name = href ? "a" : "span";
  return element(name, { class: "iri", href, title: term.value.slice(0, LONGEST) }, text);
}

function bnode(term) {
  return element("span", { class: "iri" }, `_:${term.value}`);
}

function literal(term, site) {
  const language = term["xml:lang"];
  const text = element("bdi", { lang: language }, cut(term.value));
  const made = element("span", { class: "literal" }, text);
  const rest = term.value.length - LONGEST;
  if (rest > 0) made.append(" ", whole(text, term.value, rest));
  const datatype = term.datatype && term.datatype !== `${XSD}string` ? term.datatype : "";
  const mark = language ? `@${language}` : datatype && `^^${site.names.written(datatype)}`;
  if (mark) made.append(" ", element("small", {}, mark));
  return made;
}

function whole(text, value, rest) {
  const button = element("button", { type: "button", class: "rest" }, count("cut_text", rest));
  button.addEventListener("click", () => {
    text.textContent = value;
    button.remove();
  });
  return button;
}

function triple(term, site) {
  const { subject, predicate, object } = term.value;
  const parts = [subject, predicate, object].flatMap((part) => [" ", shown(part, site)]);
  return element("span", { class: "triple" }, "<<(", ...parts, " )>>");
}

function cut(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
