// What is known of the graph: its terms, its names, its prefixes and its example questions.

import { Names } from "./names.js";

/** What the site tells of its graph; nothing where it cannot be read. */
export async function fetchKnown(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? new Known(await response.json()) : new Known();
  } catch {
    return new Known();
  }
}

export class Known {
  constructor(told) {
    const { base = "", prefixes = {}, graphs = [], classes = [], properties = [] } = told ?? {};
    this.isThere = Boolean(told);
    this.base = base;
    this.names = new Names(prefixes);
    this.graphs = graphs;
    this.classes = classes.map((row) => new Term("class", ...row));
    this.properties = properties.map((row) => new Term("property", ...row));
    this.things = (told?.things ?? []).map((row) => new Thing(...row));
    this.examples = told?.examples ?? {};
    this.places = new Map(this.classes.map((row, place) => [row.iri, place]));
    this.byIri = new Map(this.properties.map((row) => [row.iri, row]));
  }

  /** The words for the class of a thing. */
  kind(thing) {
    return thing.kinds.map((place) => this.classes[place].name).find(Boolean) ?? "";
  }
}

class Term {
  constructor(type, iri, count, name, comment, having = [], giving = []) {
    Object.assign(this, { type, iri, count, name, comment, having, giving, others: [] });
  }
}

class Thing {
  constructor(iri, name, others, kinds) {
    Object.assign(this, { type: "thing", iri, name, others, kinds, count: 0, comment: "" });
  }
}
