"""One article while it is told: its text, and the claims that its sentences make."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter

from bench.claims.forms import Form
from bench.claims.lines import A, article, concept, part, quads, term, text, thing, typed
from bench.claims.people import Cast, Entity
from bench.claims.times import Date, printed

CONTEXT_CHARACTERS = 32
ATTRIBUTED = 0.1
NUMBERS = frozenset({"amountValue", "amountMin", "quantityValue"})
Span = tuple[int, int]
Pair = tuple[str, str]


@dataclass
class Claim:
    """A claim: its IRI as a term, its slots, when it is made, and the dates that belong to it."""

    iri: str
    kind: str
    span: Span
    pairs: list[Pair]
    published: str
    dates: dict[str, Date] = field(default_factory=dict)
    said: Entity | None = None

    def value(self, name: str) -> str:
        """The value of a slot, or nothing."""
        return next((value for slot, value in self.pairs if slot == f"sov:{name}"), "")


@dataclass
class Telling:
    """The article so far."""

    slug: str
    published: Date
    cast: Cast
    chance: random.Random
    text: str = ""
    claims: list[Claim] = field(default_factory=list)
    mentions: dict[tuple[str, str], list[Span]] = field(default_factory=dict)

    @property
    def iri(self) -> str:
        """The article itself, as a term."""
        return article(self.slug)

    def tell(
        self,
        form: Form,
        given: Mapping[str, Entity | str] | None = None,
        pairs: Sequence[Pair] = (),
        attributed: float = ATTRIBUTED,
    ) -> Claim:
        """Add a sentence; `given` has what is not drawn, `pairs` what the words do not hold."""
        start, given = len(self.text), given or {}
        iri = thing(f"{form.kind.lower()}-{self.slug}-{len(self.claims):04}")
        published = part(self.iri, "published")
        claim = Claim(iri, form.kind, (start, start), [*pairs], published)
        if self.chance.random() < attributed:
            claim.said = self.cast.next("person")
            self.text += "Selon "
            self._name(claim.said)
            self.text += ", "
        for literal, slot, spec, _ in Formatter().parse(form.words):
            self.text += literal
            if slot and spec:
                self._fill(claim, slot, spec, given.get(slot))
        claim.span = (start, len(self.text))
        self.text += ". "
        claim.pairs += [(f"sov:{slot}", concept(name)) for slot, name in form.concepts.items()]
        claim.pairs += [(f"sov:{slot}", _typed(slot, value)) for slot, value in form.others.items()]
        self.claims.append(claim)
        return claim

    def _fill(self, claim: Claim, slot: str, spec: str, given: Entity | str | None) -> None:
        if spec == "@":
            claim.dates[slot] = date = printed(self.published, self.chance)
            self.text += date.words
            claim.pairs.append((f"sov:{slot}", part(claim.iri, slot)))
        elif spec.startswith("="):
            words = given or self.chance.choice(spec[1:].split("|"))
            assert isinstance(words, str)
            self.text += words
            claim.pairs.append((f"sov:{slot}", text(words, "fr")))
        else:
            entity = given or self.cast.next(spec)
            assert isinstance(entity, Entity)
            self._name(entity)
            claim.pairs.append((f"sov:{slot}", entity.iri))

    def _name(self, entity: Entity) -> None:
        start = len(self.text)
        self.text += entity.name
        self.mentions.setdefault((entity.iri, entity.name), []).append((start, len(self.text)))

    def lines(self) -> Iterator[str]:
        """All quads of the article, once it is told."""
        node = self.iri
        yield from quads(
            self.slug,
            node,
            (A, concept("Article")),
            ("dcterms:language", text("fr")),
            ("sov:fileName", text(f"{self.slug}.txt")),
            ("sov:sha256", text(hashlib.sha256(self.text.encode("utf-8")).hexdigest())),
            ("sov:published", part(node, "published")),
        )
        yield from self.published.lines(self.slug, part(node, "published"))
        spans: dict[Span, None] = {}
        for claim in self.claims:
            spans[claim.span] = None
            yield from self._claim(claim)
        for number, ((iri, name), places) in enumerate(self.mentions.items()):
            spans |= dict.fromkeys(places)
            yield from self._mention(number, iri, name, places)
        for span in spans:
            yield from self._evidence(span)

    def _claim(self, claim: Claim) -> Iterator[str]:
        attribution = part(claim.iri, "attribution")
        yield from self._said(claim.iri, claim.kind, [claim.span])
        yield from quads(self.slug, claim.iri, *claim.pairs)
        for slot, date in claim.dates.items():
            yield from date.lines(self.slug, part(claim.iri, slot))
        if claim.said:
            yield from quads(
                self.slug,
                claim.iri,
                ("sov:attributedTo", claim.said.iri),
                ("sov:attribution", attribution),
            )
            yield from quads(
                self.slug,
                attribution,
                (A, concept("Attribution")),
                ("sov:speaker", claim.said.iri),
                ("sov:attributionWords", text(f"Selon {claim.said.name}", "fr")),
            )

    def _mention(self, number: int, iri: str, name: str, places: list[Span]) -> Iterator[str]:
        mention = thing(f"mention-{self.slug}-{number:04}")
        yield from self._said(mention, "Mention", places)
        yield from quads(
            self.slug,
            mention,
            ("sov:mentions", iri),
            ("sov:surfaceForm", text(name)),
            ("sov:mentionKind", concept("Name")),
        )

    def _said(self, iri: str, kind: str, spans: list[Span]) -> Iterator[str]:
        node = self.iri
        yield from quads(
            self.slug,
            iri,
            (A, concept(kind)),
            ("sov:assertedIn", node),
            ("sov:asOf", part(node, "published")),
            *(("sov:evidence", self._place(span)) for span in spans),
        )

    def _place(self, span: Span) -> str:
        return thing(f"evidence-{self.slug}-{span[0]}-{span[1]}")

    def _evidence(self, span: Span) -> Iterator[str]:
        start, end = span
        evidence = self._place(span)
        position, quote = part(evidence, "position"), part(evidence, "quote")
        yield from quads(
            self.slug,
            evidence,
            (A, concept("Evidence")),
            ("oa:hasSource", self.iri),
            ("oa:hasSelector", position),
            ("oa:hasSelector", quote),
        )
        yield from quads(
            self.slug,
            position,
            (A, term("oa:TextPositionSelector")),
            ("oa:start", typed(start, "xsd:integer")),
            ("oa:end", typed(end, "xsd:integer")),
        )
        yield from quads(
            self.slug,
            quote,
            (A, term("oa:TextQuoteSelector")),
            ("oa:exact", text(self.text[start:end])),
            ("oa:prefix", text(self.text[max(0, start - CONTEXT_CHARACTERS) : start])),
            ("oa:suffix", text(self.text[end : end + CONTEXT_CHARACTERS])),
        )


def _typed(slot: str, value: str) -> str:
    if slot in NUMBERS:
        return typed(value, "xsd:decimal")
    return value if value.startswith('"') else typed(value, "xsd:boolean")
