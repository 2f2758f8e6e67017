"""What articles say, by kind of claim: how often in one story, and in which words.

The numbers are those of the project's own graph; mentions come of themselves. In the words of a
form, `{holder:organization}` is an entity of that pool in that slot, `{roleText:=a|b}` a text that
is printed so, and `{eventWhen:@}` a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Form:
    """One way to claim something; `concepts` are the slots that hold one, `others` have a value."""

    kind: str
    words: str
    concepts: Mapping[str, str]
    others: Mapping[str, str] = field(default_factory=dict)


def _form(kind: str, words: str, others: Mapping[str, str] | None = None, **concepts: str) -> Form:
    return Form(kind, words, {"modality": "Stated", **concepts}, others or {})


FALSE, TRUE = ("false", "true")
EURO = '"EUR"'
# By kind, in the order of the telling: what others are about comes before them.
FORMS: tuple[tuple[int, tuple[Form, ...]], ...] = (
    (23, (
        _form("ServiceInclusion", "{initiative:initiative} propose {service:service}",
              {"partial": FALSE}, status="InForce"),
        _form("ServiceInclusion", "{initiative:initiative} reprendra une partie de "
              "{service:service}", {"partial": TRUE}, status="Planned", modality="Announced"),
    )),
    (19, (
        _form("LifecycleEvent", "{concerns:initiative} a été lancé {eventWhen:@} par "
              "{participant:organization}", eventKind="Launched", eventStatus="Completed"),
        _form("LifecycleEvent", "{concerns:organization} fermera, {cause:=faute de clients|"
              "parce que la demande manque}", eventKind="Closed", eventStatus="Planned",
              modality="Expected"),
        _form("LifecycleEvent", "{concerns:organization} a été créée",
              eventKind="Created", eventStatus="Completed"),
    )),
    (13, (
        _form("RoleHolding", "{member:person}, {roleText:=président|président-directeur général} "
              "de {organization:organization}", role="President", status="InForce",
              polarity="Affirmed"),
        _form("RoleHolding", "{member:person} a quitté {organization:organization}, dont il était "
              "{roleText:=le directeur général|le patron}", role="ChiefExecutive", status="Ended",
              polarity="Affirmed"),
    )),
    (8, (
        _form("Acquisition", "{acquirer:organization} annonce le rachat de {target:initiative} à "
              "{seller:organization}", modality="Announced"),
        _form("Acquisition", "{target:organization} pourrait être repris", modality="Conditional"),
    )),
    (1, (
        _form("Merger", "{mergingParty:organization} et {mergingParty:organization} fusionnent"),
    )),
    (7, (
        _form("Support", "{supporter:collective} soutient {supported:initiative}",
              polarity="Affirmed"),
        _form("Support", "{supporter:collective} ne soutient pas {supported:initiative}",
              polarity="Negated"),
    )),
    (6, (
        _form("Partnership", "{partner:organization} et {partner:organization} ont signé un accord "
              "{purpose:=pour héberger des données|pour vendre des services}",
              partnershipStatus="Signed"),
        _form("Partnership", "{partner:organization} et {partner:organization} se rapprochent",
              partnershipStatus="Approach", modality="Rumoured"),
    )),
    (3, (
        _form("Amount", "{concerns:initiative} a coûté {amountText:=225 millions d’euros}",
              {"amountValue": "225000000.0", "currency": EURO}, measures="Investment"),
        _form("Amount", "{concerns:organization} a reçu {amountText:=plus de 150 millions d’euros}",
              {"amountMin": "150000000.0", "currency": EURO}, measures="Aid"),
        _form("Amount", "{concerns:organization} a vendu pour {amountText:=quelques millions}",
              measures="Turnover"),
    )),
    (4, (
        _form("Funding", "{payer:organization} a financé {receiver:initiative} dans le cadre de "
              "{withinProgramme:programme}", fundingStatus="Granted"),
        _form("Funding", "{receiver:organization} demande une aide {purpose:=pour grandir} au "
              "titre de {withinProgramme:programme}", fundingStatus="Requested", modality="Wished"),
    )),
    (4, (
        _form("Condition", "{concerns:organization} est en difficulté {cause:=depuis la crise}",
              conditionKind="InDifficulty", status="InForce"),
    )),
    (3, (
        _form("TechnologyUse", "{usedBy:initiative} repose sur {technology:technology}",
              status="InForce"),
    )),
    (3, (
        _form("Kinship", "{relative:person} est le frère de {relative:person}",
              kinshipKind="Sibling"),
    )),
    (3, (
        _form("InfrastructureReliance", "{relyingParty:initiative} s’appuiera sur "
              "{facility:facility} de {provider:organization}", relianceKind="Hosting",
              status="Planned", modality="Announced"),
    )),
    (4, (
        _form("Siting", "{operator:organization} exploite {locatedThing:facility} à "
              "{location:place}", status="InForce"),
    )),
    (2, (
        _form("LabelSought", "{seeker:organization} vise le label {qualityLabel:qualitylabel}",
              modality="Hoped"),
    )),
    (1, (
        _form("Quantity", "À {location:place}, {concerns:organization} créera "
              "{quantityText:=200 emplois}", {"quantityValue": "200.0"}, measures="Jobs",
              modality="Expected"),
    )),
    (66, (
        _form("Opinion", "{speaker:person} dit croire en {about:initiative}",
              opinionKind="Expectation"),
        _form("Opinion", "{speaker:collective} critique {about:organization}",
              opinionKind="Criticism"),
        _form("Opinion", "{speaker:organization} se dit à la pointe",
              opinionKind="SelfDescription"),
    )),
)  # fmt: skip
# About claims that the article made before them.
OBSERVATIONS = (12, (
    _form("StatusObservation", "Le rachat est en cours de négociation {observedWhen:@}",
          transactionStatus="InNegotiation"),
    _form("StatusObservation", "L’opération est confirmée", transactionStatus="Confirmed"),
))  # fmt: skip
ANNOUNCEMENTS = (21, (
    _form("Announcement", "{announcer:organization} l’a fait savoir par communiqué "
          "{announcedWhen:@}", channel="Communique", announcementStatus="Made"),
    _form("Announcement", "{announcer:person} l’a écrit sur Twitter", channel="Tweet",
          announcementStatus="Made"),
    _form("Announcement", "{announcer:organization} en dira plus bientôt",
          channel="UnknownChannel", announcementStatus="Expected", modality="Expected"),
))  # fmt: skip
