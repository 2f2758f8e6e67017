// Reads Cypher from standard input, a statement a line, and prints what Neo4j's own linter finds
// wrong with any of them, as JSON.
import { readFileSync } from 'node:fs';
import { lintCypherQuery } from '@neo4j-cypher/language-support';

const found = [];
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { diagnostics } = lintCypherQuery(line, {});
  found.push(...diagnostics.map((row) => row.message));
}
console.log(JSON.stringify(found));
