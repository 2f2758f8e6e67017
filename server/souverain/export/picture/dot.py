"""DOT: a picture of ownership for Graphviz and what reads its language.

graphviz.org, "DOT Language": every name is quoted. Joint holders are a cluster, of which the arrow
leaves (`compound`, `ltail`).
"""

from __future__ import annotations

from collections.abc import Iterator

from souverain.export.picture.drawing import Arrow, Drawing, Look
from souverain.export.records import Entity
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

HEAD = """\
digraph souverain {
  compound=true; rankdir=TB;
  node [shape=box, style=rounded, fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
"""
LOOKS = {
    Look.SOLID: "",
    Look.DASHED: ", style=dashed",
    Look.GREY: ', color="#8a8a8a", fontcolor="#6a6a6a"',
}
# No document of the language may hold it, and it ends texts in its reader.
_NUL = "\x00"


def write(selection: Selection, target: Target) -> Counts:
    """The picture as one graph."""
    drawing = Drawing(selection)
    boxes, arrows = drawing.boxes(), list(drawing.arrows())
    groups = {box.iri: number for number, box in enumerate(boxes) if box.is_group}
    lines = [HEAD]
    lines += [_box(box) for box in boxes if not box.is_group]
    for box in boxes:
        if box.iri in groups:
            lines += _cluster(drawing, box, groups[box.iri])
    lines += [_arrow(arrow, groups) for arrow in arrows]
    target.stream.write("".join([*lines, "}\n"]).encode("utf-8"))
    return Counts(
        {"stakes": len(arrows) + drawing.denied()}, {"boxes": len(boxes), "arrows": len(arrows)}
    )


def _box(box: Entity) -> str:
    return f"  {quoted(box.iri)} [label={quoted(box.label())}, URL={quoted(box.iri)}];\n"


def _cluster(drawing: Drawing, box: Entity, number: int) -> Iterator[str]:
    yield f"  subgraph cluster_{number} {{\n"
    yield f"    label={quoted(box.label())}; style=rounded; URL={quoted(box.iri)};\n"
    # The point that the arrow starts from: it is nobody's own.
    yield f"    {quoted(box.iri)} [shape=point, width=0.05];\n"
    for member in box.members:
        label = quoted(drawing.label(member))
        yield f"    {quoted(f'{box.iri}#{member}')} [label={label}, URL={quoted(member)}];\n"
    yield "  }\n"


def _arrow(arrow: Arrow, groups: dict[str, int]) -> str:
    tail = f", ltail=cluster_{groups[arrow.source]}" if arrow.source in groups else ""
    label = quoted("\n".join(arrow.words))
    return (
        f"  {quoted(arrow.source)} -> {quoted(arrow.target)} "
        f"[label={label}, URL={quoted(arrow.claim)}{tail}{LOOKS[arrow.look]}];\n"
    )


def quoted(text: str) -> str:
    """A name or label: quotes and backslashes escaped, a line's end as `\\n`."""
    text = text.replace(_NUL, "").replace("\\", "\\\\").replace('"', '\\"')
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return '"' + "\\n".join(lines) + '"'
