// Making elements: text is always text, never HTML.

/** An element with attributes and children; a child that is text is put in as text. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== "" && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
