// IRIs and their short names, by the prefixes of the graph.

const LOCAL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u;

/** Shortens IRIs by a table of prefixes, and makes them long again. */
export class Names {
  constructor(prefixes = {}) {
    this.prefixes = prefixes;
    this.spaces = Object.entries(prefixes).sort((a, b) => b[1].length - a[1].length);
  }

  /** The same, and some prefixes besides, which are taken before others for the same IRIs. */
  with(prefixes) {
    return new Names({ ...prefixes, ...this.prefixes, ...prefixes });
  }

  /** The prefixed name of an IRI; empty where it has none. */
  short(iri) {
    for (const [prefix, space] of this.spaces) {
      const local = iri.slice(space.length);
      if (iri.startsWith(space) && LOCAL.test(local)) return `${prefix}:${local}`;
    }
    return "";
  }

  /** An IRI as it is written in a query. */
  written(iri) {
    return this.short(iri) || `<${iri}>`;
  }

  /** The IRI that is written so in a query; empty where it is none. */
  long(written) {
    if (written.startsWith("<")) return written.slice(1, -1);
    const [prefix, ...local] = written.split(":");
    const space = this.prefixes[prefix];
    return local.length && space ? space + local.join(":").replaceAll("\\", "") : "";
  }
}
