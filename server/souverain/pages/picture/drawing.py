"""A picture ready to be written as SVG: boxes, edges, and words that fit their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from souverain.pages.page import Page
from souverain.pages.picture import labels, placing, ribbons, text
from souverain.pages.picture.drawn import Behind, Drawing, DrawnBox, DrawnEdge, Pill, Words
from souverain.pages.picture.labels import Piece
from souverain.pages.picture.placing import BOX_WIDTH, RUN, Box, Link
from souverain.pages.picture.stakes import Stake, Stakes
from souverain.pages.picture.standing import Edge

MOST_EDGES = 60
WHOLE_WIDTH = 36.0  # of an edge of 100 %
THIN = 3.0
LINE = 19.0  # the height of a line of words
NAME_SIZE, LABEL_SIZE, SMALL = 14.0, 13.0, 11.5
INSET = 12.0
MEMBER = 24.0
MOST_MEMBERS = 6
PILL = 20.0
STRUCK = 22.0


def draw(page: Page, stakes: Stakes, edges: Sequence[Edge]) -> Drawing:
    """The picture of these edges, the first ones where they are too many."""
    shown = [row for row in edges if row.holder != row.target][:MOST_EDGES]
    boxes = _boxes(page, stakes, shown)
    links = [_link(boxes, row) for row in shown]
    leaning = [
        Link(f"behalf-{link.key}-{n}", boxes[who], link.target, LINE, 2, "", beside=link)
        for row, link in zip(shown, links, strict=True)
        for n, who in enumerate(row.shown.principals)
        if who in boxes and who not in (row.target, row.holder)
    ]
    named = {box.key: text.clean(labels.name(page, who)) for who, box in boxes.items()}
    placed = placing.place(list(boxes.values()), [*links, *leaning])
    return Drawing(
        width=placed.width,
        height=max(placed.height, 90),
        boxes=tuple(_drawn_box(page, stakes, iri, box) for iri, box in boxes.items()),
        edges=tuple(
            sorted(
                (_drawn(page, row, link) for row, link in zip(shown, links, strict=True)),
                key=lambda row: (not row.link.is_behind, row.link.target.rank, row.link.top),
            )
        ),
        behind=tuple(_behind(page, link, named[link.source.key]) for link in leaning),
        left_out=len(edges) - len(shown),
    )


def _boxes(page: Page, stakes: Stakes, edges: Iterable[Edge]) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for row in edges:
        for iri in (row.holder, row.target, *row.shown.principals):
            if iri not in found:
                height = _height(page, stakes, iri)
                found[iri] = Box(f"box-{len(found)}", height, len(found))
    return found


def _height(page: Page, stakes: Stakes, iri: str) -> float:
    members = min(len(stakes.members(iri)), MOST_MEMBERS + 1)
    return len(_lines(labels.name(page, iri))) * 18 + 16 + members * MEMBER + (6 if members else 0)


def _lines(name: str) -> list[str]:
    return text.wrap(name, BOX_WIDTH - 2 * INSET, NAME_SIZE, bold=True)


def _link(boxes: dict[str, Box], row: Edge) -> Link:
    room = PILL if row.shown.vehicles and not row.shown.is_derived else 0.0
    outer = _width(row.shown.most) if row.shown.is_open else _width(row.shown.drawn)
    key = f"{boxes[row.holder].key}-{boxes[row.target].key}"
    # A plan stands below what is in force, what is computed below both.
    order = f"{int(row.shown.is_derived)}{row.status}{row.shown.iri}"
    return Link(
        key=key,
        source=boxes[row.holder],
        target=boxes[row.target],
        above=LINE,
        width=max(outer, room),
        order=order,
        is_behind=row.shown.is_derived,
    )


def _width(share: object) -> float:
    return THIN if share is None else max(float(str(share)) / 100 * WHOLE_WIDTH, THIN)


def _drawn_box(page: Page, stakes: Stakes, iri: str, box: Box) -> DrawnBox:
    members = [labels.name(page, member) for member in stakes.members(iri)]
    if len(members) > MOST_MEMBERS:
        left = page.t("ownership.more", count=len(members) - MOST_MEMBERS)
        members = [*members[:MOST_MEMBERS], left]
    name = labels.name(page, iri)
    fitted = (text.fit(member, BOX_WIDTH - 2 * INSET - 14, LABEL_SIZE) for member in members)
    return DrawnBox(
        iri=iri,
        key=iri.rpartition("/")[2],
        href=page.href(iri),
        name=text.clean(name),
        is_joint=bool(members),
        box=box,
        lines=tuple(_lines(name)),
        members=tuple(fitted),
    )


def _drawn(page: Page, row: Edge, link: Link) -> DrawnEdge:
    stake, status = row.shown, row.status
    told = page.told(stake.iri)
    width = _width(stake.drawn)
    pieces = labels.edge(page, row)
    is_struck = status == "Ended"
    is_bare = stake.drawn is None and status != "Negated"
    sizes = ("open" if stake.is_open else "", "unstated" if is_bare else "")
    marks = ("derived" if stake.is_derived else "", "computed" if stake.computed else "")
    return DrawnEdge(
        key=f"{stake.iri.rpartition('/')[2]}",
        iri=stake.iri,
        href=page.href(stake.iri),
        said=text.clean(str(told.sentence)),
        quotes=tuple(text.clean(quote.text, 400) for quote in told.quotes[:3]),
        classes=" ".join(filter(None, ("edge", status.lower(), *sizes, *marks))),
        status=status,
        path=ribbons.ribbon(link, width, STRUCK if is_struck else 0),
        halo=ribbons.ribbon(link, _width(stake.most)) if stake.is_open else "",
        words=_words(link, pieces),
        pill=_pill(page, stake, link),
        link=link,
    )


def _words(link: Link, pieces: Sequence[Piece]) -> Words:
    """The words above an edge: its state, the first of the others, and what there is room for."""
    room = RUN - 8
    kept: dict[Piece, str] = {}
    for piece in sorted(pieces, key=lambda piece: piece.look != "state"):
        is_bold = piece.look == "figure"
        shown = text.fit(piece.text, max(room, 0), LABEL_SIZE, bold=is_bold)
        is_first = all(row.look == "state" for row in kept)
        if is_first or shown == text.clean(piece.text):
            kept[piece] = shown
            room -= text.width(shown, LABEL_SIZE, bold=is_bold) + 6
    fitted = [Piece(kept[piece], piece.look) for piece in pieces if piece in kept]
    x = link.end[0] - RUN + 4
    outer = link.end[1] - max(link.width, 4) / 2
    return Words(x, outer - 5, tuple(fitted))


def _pill(page: Page, stake: Stake, link: Link) -> Pill | None:
    if not stake.vehicles or stake.is_derived:
        return None
    brief = ", ".join(labels.short(page, iri) for iri in stake.vehicles)
    words = text.fit(page.t("ownership.via", name=text.clean(brief)), RUN - 60, SMALL)
    width = text.width(words, SMALL) + 16
    return Pill(words, link.end[0] - RUN / 2 - width / 2, link.end[1], width)


def _behind(page: Page, link: Link, name: str) -> Behind:
    main = link.beside
    assert main is not None
    foot = (link.end[0] - 18, main.end[1] + max(main.width, 4) / 2)
    pieces = [Piece(page.t("ownership.behalf", name=name), "quiet")]
    return Behind(name, ribbons.leaning(link, foot), foot, _words(link, pieces))
