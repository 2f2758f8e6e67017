// Copying a text, and saying whether it was done.

import { say } from "./words.js";

const SAID_MILLISECONDS = 6000;

/** Let a button copy what `text` gives. */
export function copier(button, status, text) {
  button.addEventListener("click", async () => {
    const copied = text();
    status.textContent = say((await isCopied(copied)) ? done(copied) : "not_copied");
    setTimeout(() => (status.textContent = ""), SAID_MILLISECONDS);
  });
}

function done(text) {
  return /^https?:\S+#query=/.test(text) ? "copied_long" : "copied";
}

/** The clipboard is there on secure addresses only. */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
