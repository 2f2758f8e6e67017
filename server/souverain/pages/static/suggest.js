// Suggestions while one types (the ARIA pattern “combobox with list autocomplete”).
// An input says by data-suggest where they come from, and by data-go that choosing one opens it.

const WAIT_MS = 120;
let number = 0;

class Suggestions {
  constructor(input) {
    this.input = input;
    this.source = input.dataset.suggest;
    this.list = document.createElement("ul");
    this.list.id = `suggestions-${++number}`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
    this.rows = [];
    this.at = -1;
    input.removeAttribute("list");
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("aria-expanded", "false");
    input.after(this.list);
    input.parentElement.classList.add("suggesting");
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    const typed = this.input.value.trim();
    this.asked?.abort();
    if (!typed) {
      this.close();
      return;
    }
    this.asked = new AbortController();
    const address = new URL(this.source, location.href);
    address.searchParams.set("q", typed);
    try {
      const response = await fetch(address, { signal: this.asked.signal });
      const told = response.ok ? await response.json() : { suggestions: [] };
      this.show(told.suggestions);
    } catch (fault) {
      if (fault.name !== "AbortError") {
        this.close();
      }
    }
  }

  show(rows) {
    if (document.activeElement !== this.input) {
      return;
    }
    this.rows = rows;
    this.list.replaceChildren(...rows.map((row, place) => this.option(row, place)));
    this.list.hidden = rows.length === 0;
    this.input.setAttribute("aria-expanded", String(rows.length > 0));
    this.move(-1);
  }

  option(row, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.setAttribute("role", "option");
    option.dataset.place = place;
    const name = document.createElement("bdi");
    name.textContent = row.name;
    const kind = document.createElement("span");
    kind.textContent = row.spelling ? `${row.class} · ${row.spelling}` : row.class;
    option.append(name, " ", kind);
    return option;
  }

  move(at) {
    this.at = at;
    for (const option of this.list.children) {
      option.setAttribute("aria-selected", String(Number(option.dataset.place) === at));
    }
    const chosen = this.list.children[at];
    if (chosen) {
      this.input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.take(this.rows[this.at]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.step(event);
    }
  }

  step(event) {
    event.preventDefault();
    if (this.list.hidden) {
      this.ask();
      return;
    }
    const size = this.rows.length + 1;
    const by = event.key === "ArrowDown" ? 1 : -1;
    this.move(((this.at + 1 + by + size) % size) - 1);
  }

  clicked(event) {
    const option = event.target.closest("[role=option]");
    if (option) {
      this.take(this.rows[Number(option.dataset.place)]);
    }
  }

  take(row) {
    this.input.value = row.text;
    this.close();
    if ("go" in this.input.dataset) {
      location.assign(row.path);
    }
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.hidden = true;
    this.list.replaceChildren();
    this.rows = [];
    this.input.setAttribute("aria-expanded", "false");
    this.move(-1);
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) {
  new Suggestions(input);
}
