// Bundles the query editor, and lists the licences of what is in the bundle.

import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "..", "souverain", "pages", "static", "built");
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

await rm(OUT, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: HERE,
  entryPoints: ["src/editor.js"],
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
});
const names = Object.keys(metafile.inputs).map((path) => PACKAGE.exec(path)?.[1]);
const bundled = [...new Set(names.filter(Boolean))].sort();
await writeFile(join(OUT, "LICENCES.txt"), (await Promise.all(bundled.map(licence))).join("\n"));

/** Name, version and licence of a package, with the words of the licence. */
async function licence(name) {
  const folder = join(HERE, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!license || !file) throw new Error(`${name} brings no licence`);
  const words = await readFile(join(folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${words.trim()}\n`;
}
