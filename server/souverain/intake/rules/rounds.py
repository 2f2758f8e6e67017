"""Rules for fundings as told of who gets the money: a firm raises, obtains or asks for a sum."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.funded import (
    BY,
    FROM,
    HELP,
    INVESTORS,
    KIND,
    MONEY,
    OF,
    PAYER,
    ROUND,
    TO_FROM,
)
from souverain.intake.standing import Standing

_RAISE = r"(?:l[èe]v(?:e|ent|é|er|era|eront|erait|ait|ant)|réuni(?:t|r|ssent|ssant)?|récolt(?:e|é|er|ent|ant)|coll?ect(?:e|ent|é|er|ant)|rassembl(?:e|ent|é|er|ant)|engrang(?:e|ent|é|er)|emprunt(?:e|ent|é|er|era)|raises?|raised)"
_CLOSE = rf"(?:{_RAISE}|boucl(?:e|ent|é|er|era|ant)|réalis(?:e|ent|é|er|ant)|réuss(?:it|i|ir)|sécuris(?:e|é|er)|décroch(?:e|ent|é|er)|annon(?:ce|cent|cé|cer|çait)|procèd(?:e|ent) à|procédé à|conclu(?:t|re)?|finalis(?:e|é|er|ant)|sign(?:e|é|er)|clôtur(?:e|é|er)|officialis(?:e|é|er)|verrouill(?:e|é|er)|obtenu|obtient|secures?|secured|closes?|closed)"
_GET = r"(?:obt(?:ient|iennent|enu|enir|iendra|enait)|re[çc](?:oit|u|evra|oivent|evoir)|décroch(?:e|é|er)|bénéfici(?:e|ent|é|er|era|ait) d[e']|touch(?:e|é|er|era)|perç(?:oit|u)|empoch(?:e|é|er)|vu (?:accorder|octroyer|attribuer|allouer|promettre)|won|wins|received|receives|secured)"
_GOT = r"(?:levée?s?|rassemblée?s?|réunie?s?|récoltée?s?|collectée?s?|obtenue?s?)"
_PAID = r"(?:injectée?s?|apportée?s?|souscrite?s?|débloquée?s?|versée?s?|prêtée?s?|investie?s?|financée?s?)"
_DONE = r"(?:,? (?:qu'(?:elle|il) (?:a|vient de) )?(?:réalisée?|bouclée?|conclue?|finalisée?|effectuée?|annoncée?|opérée?|signée?|(?:re)?boucler))?"
_FROM_WHOM = rf"(?:{TO_FROM}{FROM}{PAYER})?"

ROUNDS = (
    Rule(
        "funding.raises-from",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>) (?:une (?:première |nouvelle )?tranche de )?{MONEY}{_FROM_WHOM}",
        subject="receiver",
        prior=0.88,
    ),
    Rule(
        "funding.raises-round",
        rf"(?P<v><neg><modal><neg><aux>{_CLOSE}<pas>) {KIND}{ROUND}{OF}{MONEY}{_FROM_WHOM}(?!,? (?:intégralement |entièrement )?souscri)",
        subject="receiver",
        prior=0.88,
    ),
    Rule(
        "funding.and-from",
        rf"(?:dont|et|puis|,|avant|plus) {MONEY}(?:,? (?:en|apportés|investis|souscrits))? (?:auprès (?:de|d'|du|des)|de la part (?:de|d'|du|des)|via|(?:apportés |investis |souscrits |versés )par) ?{INVESTORS}{PAYER}",
        topic="receiver",
        fixed=Standing("InForce"),
        prior=0.8,
    ),
    Rule(
        "funding.raised-from",
        rf"{MONEY},? (?:{_GOT} {FROM}|{_PAID} par ?{INVESTORS}){PAYER}",
        owner="receiver",
        tells="noun",
        prior=0.75,
    ),
    Rule(
        "funding.raised-by",
        rf"{MONEY},? (?:levée?s?|rassemblée?s?|réunie?s?|récoltée?s?|collectée?s?|obtenue?s?) par (?P<receiver><firm>)",
        fixed=Standing("InForce"),
        prior=0.8,
    ),
    Rule(
        "funding.granted",
        rf"(?P<v><neg><modal><neg><aux>{_GET}<pas>) ?{KIND}(?:(?:{HELP}|{ROUND}){OF})?{MONEY}(?: (?:d[e'] ?(?:subventions?|aides?|fonds|financement|prêts?)s?)(?: publi\w+| européen\w*)*)?(?:{TO_FROM}(?:de la part d[eu']s?|auprès d[eu']s?|de|du|d'|from) ?{INVESTORS}{PAYER})?",
        subject="receiver",
        prior=0.78,
    ),
    Rule(
        "funding.asks",
        rf"(?P<v><neg><modal><aux>(?:demand(?:e|ent|é|er|ait)|sollicit(?:e|ent|é|er|ait)|réclam(?:e|ent|é|er|ait)|cherch(?:e|ent|é|er|ait)(?: à lever)?|requested|asked for|seeks?)<pas>)(?: (?:à|au|aux) {PAYER})? {KIND}(?:{HELP}{OF})?{MONEY}(?:(?: d'aides?| de subventions?)? (?:à|au|aux|auprès d[eu']s?|from) ?(?P<payer2><parties>))?",
        subject="receiver",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "funding.plans-round",
        rf"(?P<v><neg><modal><neg><aux>(?:prépar(?:e|ent|é|er|ait)|vis(?:e|ent|ait)|envisag(?:e|ent|eait)|prévoi(?:t|ent|yait)|projett?(?:e|ent)|lanc(?:e|ent|é|er|erait)|négoci(?:e|ent|ait))<pas>) {KIND}{ROUND}{OF}{MONEY}{_FROM_WHOM}",
        subject="receiver",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "funding.request",
        rf"demandes? (?:d'aide|de subvention|de prêt|de financement)(?: publi\w+)?{OF}{MONEY}[^.;]{{0,40}}? (?:auprès d[eu']s?|à|au) ?(?:la |l')?{PAYER}",
        topic="receiver",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "funding.round-of-firm",
        rf"(?<!au\s)(?<!à\sla\s)(?<!à\sl')(?:levées?(?: de fonds)?|tours? de table|augmentations? de capital|recapitalisation){OF}{MONEY} (?:de la |de l'|de |du |d'|pour |chez )(?P<receiver><name>)(?:{_DONE} {FROM}{PAYER})?",
        tells="noun",
        prior=0.78,
    ),
    Rule(
        "funding.round-of",
        rf"{ROUND}{OF}{MONEY}(?! (?:de la |de l'|de |du |d')[\ue000\ue00a])(?:{_DONE}{TO_FROM}|,? ){FROM}{PAYER}",
        tells="noun",
        owner="receiver",
        prior=0.75,
    ),
    Rule(
        "funding.with-round",
        rf"avec {KIND}(?:{ROUND}|{HELP}){OF}{MONEY}(?=,(?! (?:réalis|boucl|men|auprès|conclu|souscri|finalis))|\.|$| qui | pour )",
        tells="noun",
        owner="receiver",
        prior=0.7,
    ),
    Rule(
        "funding.and-its-round",
        rf"(?P<receiver><name>),? et (?:son|sa) (?:nouve\w+ |récente? |dernière? )*{ROUND}{OF}{MONEY}",
        fixed=Standing("InForce"),
        prior=0.75,
    ),
    Rule(
        "funding.with-raised",
        rf"(?:avec|malgré|fort d[e']|après)(?: \"?seulement\"?)? ?{MONEY} (?:déjà )?(?:levés|récoltés|collectés|réunis)(?: en <when>| depuis sa création)?, (?P<receiver><firm>)",
        fixed=Standing("InForce"),
        prior=0.78,
    ),
    Rule(
        "funding.round-led",
        rf"(?:{ROUND}|(?:le|ce|dernier) tour)(?: (?:de|d'un montant de) <money>)? (?P<v>(?:est|a été|était|sera|aurait été|,)(?: <not>)? ?{BY}) par ?{INVESTORS}{PAYER}",
        topic="receiver",
        needs=("payer", "receiver"),
        prior=0.75,
    ),
)
