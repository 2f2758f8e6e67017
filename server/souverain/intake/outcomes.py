"""What the words around a noun, « le rachat de X par Y », say of it, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from souverain.intake import moods
from souverain.intake.standing import Row, Standing, first

_BARRED = re.compile(
    r"\b(?:bloqu\w+|interdi(?:t|te|re)|s'(?:est )?oppos\w+ (?:à|au)|veto)\b[^,;.]{0,25}$", re.I
)
_PASSED = re.compile(
    r"\b(?:autoris\w+|approuv\w+|feu vert (?:à|au)|examin\w+|enquêt\w+ sur)\b[^,;.]{0,20}$", re.I
)
_DENIES = re.compile(r"\b(?:dément\w*|nie(?:nt)?|n'est pas question|déclin\w+|refus\w+)\b")
# « a finalisé le rachat », « après le rachat »: it was done.
_DONE = re.compile(
    r"\b(?:a|ont|avait|avaient|vient de|viennent de|est parvenu\w* à|après"
    r"|depuis|suite)\s+(?:avoir )?"
    r"(?:finalis|boucl|achev|réalis|conclu|complét|clos|clôtur)\w*"
    r"|\b(?:boucl|finalis|achèv|concrétis|concluen?)(?:e|ent|t)\b"
    r"|\b(?:suite au|après|depuis|avec|lors du|lors de|suite à|à la suite de"
    r"|grâce à)\b[^,;.]{0,12}$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:confirm|annon|officialis|dévoil)\w+,?\s(?:[^;.]{0,60}\s)?(?:le|l'|la|un|une|son"
    r"|the|its)(?:\s|$|\b)",
)
_PROPOSED = re.compile(
    r"\b(?:propos|soumet|soumis|recommand|envisag|prévo|approuv\w+ d'ici|vot)\w*\b"
)
_NOUNS: Sequence[Row] = (
    (moods.ABANDONED.search, Standing("Abandoned")),
    (_BARRED.search, Standing("Abandoned")),
    (_PASSED.search, Standing("Planned")),
    (_DENIES.search, Standing("Negated")),
    (moods.HYPOTHETICAL.search, Standing("Planned", "Conditional")),
    (moods.CONDITIONAL.search, Standing("Planned", "Conditional")),
    (_DONE.search, Standing("InForce")),
    (moods.PLANNED.search, Standing("Planned")),
    (moods.is_future, Standing("Planned")),
    (_ANNOUNCED.search, Standing("Planned")),
)
_NOMINATIONS: Sequence[Row] = (
    (moods.ABANDONED.search, Standing("Abandoned")),
    (_PROPOSED.search, Standing("Planned")),
)
_ASIDE = r"(?:,(?:[^,;.:]|[.,](?=\d)){1,80},)?(?: (?:qui|doit|devrait))?"
_PARTICIPLE = (
    r"\s(?:n'|ne )?(?:(?:a|ont|avait) (?:\w+ )?été|est|était|vient d'être|s'est|fut)(?: \w+ment"
    r"| enfin| désormais| en| dans| depuis)? "
)
_OUTCOMES = (
    (
        re.compile(
            rf"{_ASIDE}(?:\s(?:a|avait) (?:\w+ )?(?:échoué|capoté|avorté|tourné court"
            rf"|fait long feu)|[^.;]{{0,30}}\savant (?:d'y renoncer"
            r"|de (?:renoncer|se raviser|jeter l'éponge|faire machine arrière))"
            r"|\s(?:tombe|est tombée?) à l'eau|\sn'(?:a|aura|avait) (?:pas|jamais"
            r"|finalement pas) (?:abouti|eu lieu)|\sn'aura pas lieu"
            rf"|{_PARTICIPLE}(?:abandonn|annul|bloqu|rejet|enterr|refus|interrompu)\w*)",
            re.IGNORECASE,
        ),
        Standing("Abandoned"),
    ),
    (
        re.compile(
            rf"{_ASIDE}{_PARTICIPLE}(?:finalis|boucl|conclu|achev|réalis|effectu|actée|acté"
            r"|concrétis|intervenu|effectif|effective|définitif)\w*",
            re.IGNORECASE,
        ),
        Standing("InForce"),
    ),
    (
        re.compile(
            r"(?:,[^,;.:]{1,80},)?\s(?:doit|devrait|devra|sera|serait|pourrait|prendra|va"
            r"|reste (?:soumis|à)|est (?:prévu|attendu|envisag|en cours|à l'étude|soumis|suspendu"
            r"|imminent|négoci)|n'est pas encore|a été (?:annonc|approuv|autoris|validé par)"
            r"|fait l'objet|se précise|se confirme)",
            re.IGNORECASE,
        ),
        Standing("Planned"),
    ),
)


def of_noun(before: str) -> Standing:
    """The standing of what a noun tells, such as « le rachat de », by the words before it."""
    return first(_NOUNS, before[-120:])


def of_nomination(before: str) -> Standing:
    """The standing of « la nomination de », by the words before it."""
    return first(_NOMINATIONS, before[-70:])


def of_outcome(after: str) -> Standing | None:
    """What the words after a noun such as « le rachat de X par Y » say became of it, if they do."""
    return next((found for words, found in _OUTCOMES if words.match(after)), None)
