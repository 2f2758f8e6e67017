"""Rules for acquisitions: who buys which firm, and how much of it."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.buying import ALL, BUY, GRAB, LED, N
from souverain.intake.rules.offers import OFFERS
from souverain.intake.rules.purchases import PURCHASES
from souverain.intake.rules.sales import SALES
from souverain.intake.standing import Standing

RULES = (
    *SALES,
    *OFFERS,
    Rule(
        "acquisition.which-he-bought",
        rf"(?P<target><firm>)<paren>,? (?:que |qu')(?P<acquirer><parties>)<adv>,? (?P<v><neg><modal><neg><aux>{BUY}<pas>)",
        prior=0.88,
    ),
    Rule(
        "acquisition.of-which-he-takes-control",
        r"(?P<target><firm>)<paren>,? (?:dont|sur (?:lequel|laquelle)) (?P<acquirer><parties>)<adv>,? (?P<v><neg><modal><neg><aux>(?:pris le contrôle|prend le contrôle|fait l'acquisition|s'est emparée?|emparée?|mis la main|prendra le contrôle|repris le contrôle))",
        prior=0.88,
    ),
    Rule(
        "acquisition.buys-from-him",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) (?:à|au|auprès de|auprès du|auprès d'|aux) ?<firms>,? (?:les |ses |sa |leurs )?(?:{N}|<stake> (?:de (?P<share2><share>) )?(?:dans|de|du|d') ?)(?P<target><firm>)",
        subject="acquirer",
        least=50,
        prior=0.85,
    ),
    Rule(
        "acquisition.buys",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>)(?:,? pour <money>,?)?(?:,? (?:coup sur coup|tour à tour|ensemble|à son tour|successivement|notamment),?)? (?:{N}|{ALL})(?P<target><firms>)(?! (?:et|ou) (?:son|sa|ses) )",
        subject="acquirer",
        least=50,
        prior=0.9,
    ),
    Rule(
        "acquisition.buys-all-titles",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) (?P<share><share>) (?:<capital> )?(?:<of>)(?P<target><firm>)",
        subject="acquirer",
        least=50,
        prior=0.9,
    ),
    Rule(
        "acquisition.buys-share-of-it",
        r"(?P<v>en <modal><aux>(?:rach[eè]t(?:e|ent|é|er|era)|acqui(?:ert|èrent|s|erra)|acquérir|repren(?:d|dra)|repris)|<modal>en <aux>(?:racheter|acquérir|reprendre|racheté|acquis|repris)<pas>) (?P<share><share>)(?! (?:de|du|des|dans)\b| d')",
        subject="acquirer",
        topic="target",
        least=50,
        prior=0.75,
    ),
    Rule(
        "acquisition.buys-the-rest",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) les (?P<share><share>) (?:restants?|qu'il ne (?:détient|détenait|possède|possédait) pas(?: encore)?|du capital(?= qu))",
        subject="acquirer",
        topic="target",
        prior=0.78,
    ),
    Rule(
        "acquisition.grabs",
        rf"(?P<v><neg><modal><neg><aux>{GRAB}<pas>) ?(?:{N}|{ALL}){LED}(?P<target><firms>)",
        subject="acquirer",
        prior=0.87,
    ),
    Rule(
        "acquisition.pays-for",
        rf"(?P<v><neg><modal><neg><aux>(?:débours(?:e|ent|er|é|era)|mis(?:e)? sur la table|met(?:tre)? sur la table|pa(?:ie|yer|yé|iera)|dépens(?:e|er|é|era)|investi(?:t|r|ra)?|mobilis(?:e|er|é))<pas>) (?:(?:un peu )?(?:plus|moins) d[e'] ?|près d[e'] ?|environ |quelque |jusqu'à )?<money> (?:pour|afin de) (?:(?:s'offrir|acquérir|racheter|reprendre|avaler|mettre la main sur|s'emparer d[eu']) ?|(?:le rachat|l'acquisition|l'achat|la reprise) <of>){LED}(?P<target><firm>)",
        subject="acquirer",
        prior=0.8,
    ),
    Rule(
        "acquisition.covets",
        r"(?P<v><neg>(?:convoit(?:e|ent|ait|aient|é|er)|lorgn(?:e|ent|ait|aient|é|er)|courtis(?:e|ent|ait|er|é)|s'intéress(?:e|ent|ait) (?:à|au|aux)|(?:a|ont) (?:approché|courtisé)|(?:est|serait|était) (?:intéressée?|sur les rangs) (?:par|pour))<pas>) (?:le |la |l')?(?:rachat <of>|reprise <of>|racheter |reprendre )(?P<target><firm>)",
        subject="acquirer",
        fixed=Standing("Planned"),
        prior=0.72,
    ),
    Rule(
        "acquisition.buyer-of",
        r"(?P<v><be>?)(?:l'|le |un |son )?(?:acquéreur|repreneur|acheteur|nouveau propriétaire)(?: (?:potentiel|pressenti))? (?:de la|de l'|du|de|d') ?(?P<target><firm>)",
        subject="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.by-buying-then-name",
        rf"en (?:rachetant|reprenant|acquérant|s'offrant|absorbant|s'emparant d[eu']|mettant la main sur|prenant le contrôle d[eu']) ?{N}(?P<target><firm>)(?:<adv>|[^,.;\ue000-\ue00a]{{0,40}}), (?P<acquirer><firm>)",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "acquisition.by-buying",
        rf"en (?:rachetant|reprenant|acquérant|s'offrant|absorbant|s'emparant d[eu']|mettant la main sur|prenant le contrôle d[eu']) ?{N}(?P<target><firm>)",
        fixed=Standing("InForce"),
        owner="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.recovers-parts",
        r"(?P<v><neg><modal><neg><aux>(?:acqui(?:ert|s|èrent|erra)|rach[eè]t(?:e|é|er|ent|era)|récup[éè]r(?:e|é|er|ant|era)|repren(?:d|dre|ant)|repris)<pas>) (?:les |la |ses |des )(?:parts?|titres|actions|participations?)(?: (?:détenue?s?|restantes?|possédée?s?))?(?: (?:par|de|du|d'|des|de la) ?<parties>)? (?:dans|au capital d[eu']) ?(?P<target><firm>)",
        subject="acquirer",
        prior=0.7,
    ),
    *PURCHASES,
)
