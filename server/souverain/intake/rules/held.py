"""Rules for stakes told from the firm that is held: « Y est détenu à 40 % par X », « filiale de X »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import (
    BE_HELD,
    FIGURES,
    HELD,
    HOLDERS,
    OF_WHICH,
    SHARE,
    VIA,
    VIA2,
)
from souverain.intake.standing import Standing

_UNSTATED = {"basis": "Unstated"}
_MAJORITY = {"basis": "Majority"}

HELD_RULES = (
    Rule(
        "stake.held-by-share",
        rf"{BE_HELD} <at>?{SHARE}{VIA}(?: et contrôlée?s?)?<adv>,? (?:<by>|de|du) {HOLDERS}{VIA2}",
        subject="target",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.capital-held-by-share",
        rf"capital(?: social)? <of>(?P<target><firm>)<adv>,? {BE_HELD} <at>?{SHARE}<adv> <by> {HOLDERS}",
        tells="state",
        prior=0.93,
    ),
    Rule(
        "stake.own-capital-held-by",
        rf"(?:son|leur|le) capital<adv>,? {BE_HELD} <at>?{SHARE}<adv> <by> {HOLDERS}",
        tells="state",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.held-by-holder-share",
        rf"{BE_HELD} (?:<by>|de|du) (?P<holder><party>){FIGURES}(?P<share><share>)",
        subject="target",
        tells="state",
        prior=0.92,
    ),
    Rule(
        "stake.capital-held-by-holder-share",
        rf"capital <of>(?P<target><firm>)<adv>,? {BE_HELD} <by> (?P<holder><party>){FIGURES}(?P<share><share>)",
        tells="state",
        prior=0.92,
    ),
    Rule(
        "stake.capital-split",
        rf"(?:capital|actionnariat|tour de table) <of>(?P<target><firm>)[^.;]{{0,60}}?(?:entre|par|:|de|compose de|comprend|réunit) (?P<holder><party>){FIGURES}(?P<share><share>)",
        tells="state",
        prior=0.85,
    ),
    Rule(
        "stake.counts-in-its-capital",
        rf"(?P<v><neg>)(?:compt(?:e|ent|ait|er)|réuni(?:t|ssent)|rassemble|accueill(?:e|ait)<pas>) (?:à|dans) son (?:capital|tour de table|actionnariat),? (?:notamment |entre autres )?(?P<holder><party>){FIGURES}(?P<share><share>)",
        subject="target",
        tells="state",
        prior=0.85,
    ),
    Rule(
        "stake.held-then-name",
        r"(?:détenue?|contrôlée?|possédée?)(?: à| à hauteur de) (?P<share><share>)<adv> par (?P<holder><parties>)(?:, [^,.;]{0,40})?, (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        prior=0.85,
    ),
    Rule(
        "stake.mostly-held-then-name",
        r"(?:majoritairement |en majorité )?(?:détenue?|contrôlée?|possédée?)(?: majoritairement| en majorité) par (?P<holder><parties>)(?:, [^,.;]{0,40})?, (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        fills=_MAJORITY,
        prior=0.85,
    ),
    Rule(
        "stake.equal-parts",
        rf"{BE_HELD} (?:à parts? égales?|à parité|pour moitié|à 50[/-]50|equally)<adv> (?:<by>|entre) (?P<holder><parties>)",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.majority-held",
        rf"{BE_HELD}? ?(?:<when> )?(?:en majorité|majoritairement|très majoritairement|à une (?:large )?majorité|à majorité)(?: {HELD})? <by> {HOLDERS}",
        subject="target",
        tells="state",
        fills=_MAJORITY,
        prior=0.9,
    ),
    Rule(
        "stake.mostly-held",
        rf"(?P<v><neg><be>?)(?:majoritairement|en majorité) {HELD} <by> {HOLDERS}",
        subject="target",
        tells="state",
        fills=_MAJORITY,
        prior=0.9,
    ),
    Rule(
        "stake.of-which-held",
        rf"{OF_WHICH} {SHARE}<adv> (?P<v><neg><be>?(?:détenue?s?|possédée?s?|appartien(?:t|nent|dra|dront)|revien(?:t|nent|dra|dront)|aux mains|entre les mains))<adv> (?:par|à|au|aux|de|d'|du)? ?{HOLDERS}",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.of-which-capital-held",
        rf"{OF_WHICH} le capital {BE_HELD} <at>?{SHARE}<adv> <by> {HOLDERS}",
        tells="state",
        prior=0.9,
    ),
    Rule(
        "stake.capital-equal-parts",
        r"capital <of>(?P<target><firm>)<adv>,? (?P<v><be>)(?:réparti|partagé|détenu) (?:à parts? égales?|à parité|pour moitié|équitablement) (?:entre|par) (?P<holder><parties>)",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.held-by",
        rf"(?!détenus par){BE_HELD} (?:<by>|de|du) {HOLDERS}(?!{FIGURES}|-)",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.capital-held-by",
        rf"capital <of>(?P<target><firm>)<adv>,? {BE_HELD} <by> {HOLDERS}(?!{FIGURES})",
        tells="state",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.remainder-held",
        rf"(?:le (?:reste|solde|reliquat|surplus)|les autres (?:actions|parts|titres)|les (?:actions|parts|titres) restante?s|the rest|the remainder)(?: (?:du capital|des parts|des actions|des titres|of the capital|of the shares))?,? ?(?P<v>(?:(?:est|étant|sera|serait|reste|restant|demeure|étaient|sont|is|being) )?(?:détenue?s?|logée?s?|aux mains|entre les mains|possédé|réparti|appartenant|appartient|revenant|revient|reviendra|allant|held|owned|conservé))<adv> (?:par|de|à|au|aux|du|d'|dans|entre|by) ?{HOLDERS}",
        tells="state",
        topic="target",
        fills={"basis": "Remainder", "percentage": None},
        prior=0.85,
    ),
)
