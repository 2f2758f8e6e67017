// Reads DOT from standard input, and prints what Graphviz made of it, as JSON with its layout.
import { readFileSync } from 'node:fs';
import { instance } from '@viz-js/viz';

const viz = await instance();
const made = viz.renderJSON(readFileSync(0, 'utf8'), { engine: 'dot' });
console.log(JSON.stringify(made));
