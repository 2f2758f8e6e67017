/*
 * Estimates as Comunica does how many triples match a pattern, from a service description.
 *
 * Reads {"url": ..., "quads": N-Quads, "patterns": {name: [subject, predicate, object]}} on standard
 * input, where null matches any term, and prints {dataset: {name: number}}.
 */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ActorRdfMetadataExtractVoid } from '@comunica/actor-rdf-metadata-extract-void';
import { DataFactory, Parser } from 'n3';

const { url, quads, patterns } = JSON.parse(await text(process.stdin));
const extractor = new ActorRdfMetadataExtractVoid({ name: 'void', bus: { subscribe() {} } });
const { metadata } = await extractor.run({ url, metadata: Readable.from(new Parser().parse(quads)) });

function term(iri, name) {
  return iri ? DataFactory.namedNode(iri) : DataFactory.variable(name);
}

const estimates = {};
for (const dataset of metadata.datasets ?? []) {
  estimates[dataset.uri] = {};
  for (const [name, [subject, predicate, object]] of Object.entries(patterns)) {
    const pattern = {
      type: 'pattern',
      subject: term(subject, 's'),
      predicate: term(predicate, 'p'),
      object: term(object, 'o'),
    };
    estimates[dataset.uri][name] = (await dataset.getCardinality(pattern)).value;
  }
}
console.log(JSON.stringify(estimates));
