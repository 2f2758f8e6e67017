// What the page says while it works, in its language; the words come with the page.

const form = document.getElementById("ask");
const SAID = JSON.parse(form.dataset.said);
export const LANGUAGE = document.documentElement.lang;

/** The words of that name, with values where they have names in braces. */
export function say(name, values = {}) {
  return SAID[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** The words for so many: "one|several". */
export function count(name, number) {
  const [one, several] = SAID[name].split("|");
  const isSeveral = LANGUAGE === "fr" ? number > 1 : number !== 1;
  return (isSeveral ? several : one).replace("{count}", figure(number));
}

/** A number as the language writes it. */
export function figure(number) {
  return number.toLocaleString(LANGUAGE);
}

/** A size in bytes, rounded. */
export function size(bytes) {
  const units = LANGUAGE === "fr" ? ["octets", "ko", "Mo"] : ["bytes", "kB", "MB"];
  const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : 2;
  const digits = { maximumFractionDigits: power ? 1 : 0 };
  return `${(bytes / 1000 ** power).toLocaleString(LANGUAGE, digits)} ${units[power]}`;
}

/** A time in milliseconds, rounded. */
export function duration(milliseconds) {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toLocaleString(LANGUAGE, { maximumFractionDigits: 1 })} s`;
}
