// Buttons that copy the text of what they name by `data-copies`; without JavaScript they are hidden.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent);
    const words = button.textContent;
    button.textContent = button.dataset.copied ?? words;
    setTimeout(() => (button.textContent = words), 2000);
  });
}
