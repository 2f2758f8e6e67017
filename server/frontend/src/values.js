// Numbers and dates in an answer.

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(
  (
    "integer decimal double float int long short byte nonNegativeInteger positiveInteger " +
    "negativeInteger nonPositiveInteger unsignedInt unsignedLong"
  ).split(" "),
);
const DATES = new Set(["date", "dateTime", "gYear", "gYearMonth"]);
const DATE = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/;
const WRITTEN = /^-?\d{4}(-\d\d(-\d\d)?)?$/;

/** Whether a term is a number by its datatype. */
export function isNumber(term) {
  return NUMBERS.has(local(term));
}

/** The number of a term, or null. */
export function number(term) {
  const value = isNumber(term) ? Number(term.value) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** The time of a term in milliseconds, or null: of a date, or of a text that is written as one. */
export function time(term) {
  if (!term || !(DATES.has(local(term)) || (!term.datatype && WRITTEN.test(term.value))))
    return null;
  const [, year, month = "01", day = "01"] = DATE.exec(term.value) ?? [];
  const found = year ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : NaN;
  return Number.isFinite(found) ? found : null;
}

function local(term) {
  const datatype = term?.datatype ?? "";
  return datatype.startsWith(XSD) ? datatype.slice(XSD.length) : "";
}
