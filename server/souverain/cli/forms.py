"""What the review in the terminal asks for: a reason, a kind of claim, the slots of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from souverain.intake.candidate import SLOTS, Candidate
from souverain.intake.catalogue import NAMED, OFFERED, Catalogue
from souverain.intake.slots import editable, is_several, shown
from souverain.pages.words import Words

LOOK = """
    align: center middle;
    Vertical, VerticalScroll {
        width: 72; max-height: 90%; height: auto; padding: 1 2;
        background: $surface; border: solid $primary;
    }
    OptionList { height: auto; max-height: 9; }
"""


class Question(ModalScreen[str | None]):
    """A question of which a form gives the answer; Escape answers nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)")]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question


class Asked(Question):
    """A question that one line answers."""

    CSS = f"Asked {{ {LOOK} }}"

    def compose(self) -> ComposeResult:
        """The question, and the line for its answer."""
        with Vertical():
            yield Label(self.question)
            yield Input(id="answer")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was written."""
        self.dismiss(event.value.strip() or None)


class Kinds(Question):
    """Which kind of claim; a letter goes to the kinds that begin with it."""

    CSS = f"Kinds {{ {LOOK} }}"

    def compose(self) -> ComposeResult:
        """The kinds, one a line."""
        with Vertical():
            yield Label(self.question)
            yield OptionList(*(Option(kind, id=kind) for kind in SLOTS))

    def on_key(self, event: Any) -> None:
        """Go to the next kind that begins with a letter."""
        kinds = list(SLOTS)
        listed = self.query_one(OptionList)
        after = (listed.highlighted or 0) + 1
        ordered = [*range(after, len(kinds)), *range(after)]
        found = [n for n in ordered if event.character and kinds[n].startswith(event.character)]
        if found:
            listed.highlighted = found[0]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the kind."""
        self.dismiss(event.option_id)


class Editing(ModalScreen[Mapping[str, str] | None]):
    """The slots of a draft, a line each, with the entities that a name may mean.

    Enter accepts what is written, Tab goes to the next slot, the down arrow to the entities.
    """

    CSS = f"Editing {{ {LOOK} }}"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)")]

    def __init__(
        self, said: Candidate, catalogue: Catalogue, say: Words, quote: str | None = None
    ) -> None:
        super().__init__()
        self.said = said
        self.catalogue = catalogue
        self.say = say
        self.quote = quote
        self.slot = ""

    def compose(self) -> ComposeResult:
        """A labelled line for each slot, and the list to pick from."""
        with VerticalScroll():
            if self.quote is not None:
                yield Label(self.say("review.words"))
                yield Input(self.quote, id="quote")
            for slot in editable(self.said):
                several = self.say("review.several") if is_several(self.said.kind, slot) else ""
                yield Label(f"{slot} ({several})" if several else slot)
                yield Input(shown(self.said, slot), id=slot)
            yield Label(f"{self.say('review.new_class')}: {', '.join(OFFERED)}")
            yield Input(id="class")
            yield OptionList(id="entities")

    def on_mount(self) -> None:
        """Begin at the first slot."""
        self.query_one(f"#{editable(self.said)[0]}", Input).focus()

    def on_descendant_focus(self, event: Any) -> None:
        """Offer the entities for the slot that one is at."""
        if isinstance(event.widget, Input):
            self.slot = event.widget.id or ""
            self._offer(event.widget.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer the entities that are like what is written."""
        if event.input.has_focus:
            self._offer(event.value)

    def on_key(self, event: Any) -> None:
        """Go from a slot down to the entities."""
        listed = self.query_one(OptionList)
        if event.key == "down" and not listed.has_focus and listed.option_count:
            listed.focus()
            listed.highlighted = 0
            event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put the entity in place of the name that is being written."""
        line = self.query_one(f"#{self.slot}", Input)
        kept = line.value.split(";")[:-1] if is_several(self.said.kind, self.slot) else []
        chosen = self.catalogue.spelled(event.option_id or "")
        line.value = "; ".join([*(name.strip() for name in kept), chosen])
        line.focus()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Accept all that is written."""
        self.dismiss({line.id or "": line.value.strip() for line in self.query(Input)})

    def _offer(self, value: str) -> None:
        listed = self.query_one(OptionList)
        listed.clear_options()
        written = value.split(";")[-1].strip()
        if self.slot not in NAMED or not written:
            return
        for row in self.catalogue.suggest(written):
            variants = ", ".join(name for name in row.names if name != row.label)
            listed.add_option(Option(f"{row.label} ({row.kind}) {variants}", id=row.iri))
        if self.catalogue.named(written) is None:
            listed.add_option(Option(self.say("review.new", name=written), id=written))

    @staticmethod
    def changed(said: Candidate, given: Mapping[str, str]) -> dict[str, str]:
        """What was written otherwise than it stood."""
        return {slot: given[slot] for slot in editable(said) if given[slot] != shown(said, slot)}

    @staticmethod
    def kinds(given: Mapping[str, str]) -> dict[str, str]:
        """The class for the new entities among the names, where one was written."""
        kind = given.get("class", "")
        names = (name.strip() for slot in NAMED for name in given.get(slot, "").split(";"))
        return {name: kind for name in names if kind and name}
