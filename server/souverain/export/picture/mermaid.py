"""Mermaid: a flowchart of ownership that Markdown pages draw.

mermaid.js.org, "Flowcharts": nodes have numbers for names, and labels are quoted with their special
characters as entities. Joint holders are a subgraph, of which the arrow leaves.
"""

from __future__ import annotations

from souverain.export.picture.drawing import Drawing, Look
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

ARROWS = {Look.SOLID: "-->", Look.DASHED: "-.->", Look.GREY: "-->"}
GREY = "stroke:#8a8a8a,color:#6a6a6a"
# What its grammar, or the HTML of its labels, would take for its own; and what begins Markdown.
_SPECIAL = frozenset('"#&<>`\\*_[]{}|;%$')


def write(selection: Selection, target: Target) -> Counts:
    """The flowchart."""
    drawing = Drawing(selection)
    boxes, arrows = drawing.boxes(), list(drawing.arrows())
    names = {box.iri: f"n{number}" for number, box in enumerate(boxes)}
    lines = ["flowchart TB"]
    for box in boxes:
        if box.is_group:
            lines.append(f"  subgraph {names[box.iri]} [{quoted(box.label())}]")
            for number, member in enumerate(box.members):
                label = quoted(drawing.label(member))
                lines.append(f"    {names[box.iri]}m{number}[{label}]")
            lines.append("  end")
        else:
            lines.append(f"  {names[box.iri]}[{quoted(box.label())}]")
    for number, arrow in enumerate(arrows):
        label = quoted("\n".join(arrow.words))
        source, end = names[arrow.source], names[arrow.target]
        lines.append(f"  {source} {ARROWS[arrow.look]}|{label}| {end}")
        if arrow.look is Look.GREY:
            lines.append(f"  linkStyle {number} {GREY}")
    target.stream.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
    return Counts(
        {"stakes": len(arrows) + drawing.denied()}, {"boxes": len(boxes), "arrows": len(arrows)}
    )


def quoted(text: str) -> str:
    """A label: what is special as an entity by its number, a line's end as `<br/>`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return '"' + "<br/>".join("".join(map(_entity, line)) for line in lines) + '"'


def _entity(character: str) -> str:
    if character in _SPECIAL or ord(character) < ord(" "):
        return f"#{ord(character)};"
    return character
