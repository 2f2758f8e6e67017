"""Rules for stakes that change: who takes, raises or lowers a share."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import (
    BUY,
    INTO,
    NO_TARGET,
    OF_WHICH,
    SHARE,
    TAKE,
    TARGET,
    VIA,
)

_UNSTATED = {"basis": "Unstated"}
_RAISE = (
    r"(?:(?:re)?mont(?:e|ent|é|er|era)|port(?:e|ent|é|er|era|eront|erait|ant)|relèv(?:e|ent|era)|relev(?:é|er|ant)|renforc(?:e|ent|é|er|era)"
    r"|augment(?:e|ent|é|er|era|ant)|rédui(?:t|sent|re|ra|sant)|abaiss(?:e|ent|é|er)|ramèn(?:e|ent|era)|ramen(?:é|er|ant)"
    r"|hiss(?:e|ent|é|er)|f(?:ait|aire) (?:passer|grimper|monter|tomber)|(?:vu|voit|voir) (?:passer|diluer)"
    r"|limit(?:e|er|é)|dilu(?:e|é|er)|accro(?:ît|ître|issent)|accru|all[eé]g(?:e|é|er)|allège|doubl(?:e|é|er)"
    r"|raises?|raised|increases?|increased|reduces?|reduced)"
)
_PART_OF = r"(?:sa|leur|ses|its) (?:participation|part|position|présence|stake)"
_INTO_CAPITAL = r"(?:au|dans le|in|le|du) (?:capital|tour de table)"
_AT = r"(?:,? (?:<at>|en prenant |avec |en acquérant |en souscrivant |via un bloc d[e'] ?|détenant )(?P<share><share>)(?: <capital>)?)?"
_AT2 = _AT.replace("share>", "share2>", 1)

MOVES = (
    Rule(
        "stake.buys-parts-of",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) (?:les |la |une partie des |l'ensemble des |l'intégralité des )(?:(?:parts?|titres|actions|participations?)(?: (?:de|d') ?(?P<share><share>))?|(?P<share2><share>))(?: (?:restante?s?|minoritaires?))? (?:(?:détenue?s?|possédée?s?) par |que (?:détenait|possédait) |<of>)<parties> (?:dans|au capital (?:de la|de|du|d')|chez) ?(?P<target><firm>)",
        subject="holder",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.raises-to",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>) {_PART_OF}(?: (?:au|dans le) capital)?(?: (?:<in>)(?P<target><firm>))?<adv>(?:,? (?:de|d'|from) ?(?P<former><share>)(?: <capital>)?)?,? (?:à|jusqu'à|to|sous les) ?(?P<share><share>)(?: <capital>)?(?: <in>(?P<target2><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.raises-from-to",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>)(?: {_PART_OF}(?: (?:au|dans le) capital)?(?: (?:<in>)(?P<target><firm>))?<adv>)? (?P<span><span>)(?: <capital>)?(?: {_PART_OF}(?: (?:au|dans le) capital)?)?(?: <in>(?P<target2><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.raises-percent-to",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>) (?:de (?P<former><share>) )?à (?P<share><share>) {_PART_OF}(?: (?:au|dans le) capital)?(?: <in>(?P<target><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.raises-part",
        rf"(?P<v><neg><modal><neg><aux>(?:renforc(?:e|ent|é|er|era)|augment(?:e|ent|é|er|era)|accro(?:ît|ître|issent)|accru)<pas>) {_PART_OF} (?:<in>|au capital (?:de la|de l'|de|du|d') ?|dans le capital (?:de la|de l'|de|du|d') ?)(?P<target><firm>)(?! (?:à|de) \ue004)",
        subject="holder",
        fills=_UNSTATED,
        prior=0.78,
    ),
    Rule(
        "stake.part-diluted",
        rf"(?P<v><neg><modal><neg><aux>(?:vu|voit|verra|verrait|voir)<pas>) {_PART_OF} (?:se )?(?:diluée?|diluer|réduite|ramenée|passer|tomber|descendre|fondre)(?: (?:de )?(?P<former><share>)(?: <capital>)?)? à (?P<share><share>)",
        subject="holder",
        topic="target",
        prior=0.8,
    ),
    Rule(
        "stake.rises-to",
        r"(?P<v><neg><modal><neg><aux>(?:mont(?:e|ent|é|er|era|eront|erait|ant|ée|és)|grimp(?:e|er|é)|pass(?:e|er|é|era|ent|ée|és|erait)|descend(?:re|ra|u|ue|rait)?|tomb(?:e|er|é|era|ée)|retomb(?:e|er|é)|se hiss(?:e|er)|hissée?)<pas>)(?: (?:au capital|dans le capital)(?: <of>(?P<target><firm>))?)?<adv>,? (?:de (?P<former><share>)(?: <capital>)? )?(?:(?:à|jusqu'à)(?: hauteur de)? )?(?P<share><share>)(?: (?:<capital>|dans le capital|au capital)(?: <of>(?P<target2><firm>))?| <of>(?P<target3><firm>))",
        subject="holder",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.rises-range",
        r"(?P<v><neg><modal><neg><aux>(?:pass(?:e|er|é|era|ent|ée|és|erait)|mont(?:e|ent|é|er|era|ée)|grimp(?:e|er|é))<pas>) (?P<span><span>) <capital>(?: <of>(?P<target><firm>))?",
        subject="holder",
        topic="target",
        prior=0.8,
    ),
    Rule(
        "stake.rises-in-capital",
        r"(?P<v><neg><modal><neg><aux>(?:mont(?:e|ent|é|er|era|eront|erait|ant|ée|és))<pas>) (?:au|dans le) capital <of>(?P<target><firm>)<adv>,? (?:à|jusqu'à|à hauteur de|pour) (?P<share><share>)",
        subject="holder",
        prior=0.85,
    ),
    Rule(
        "stake.crosses",
        r"(?P<v><neg><modal><neg><aux>(?:franchi(?:t|r|ra|ssent)?|dépass(?:e|é|er)|pass(?:e|é|er))<pas>)(?:,? (?:(?:à la|en) hausse|indirectement|individuellement|de concert|passivement|activement|<when>),?)* (?:le|les|la) (?:seuils?|cap|barre) (?:statutaires? |légal(?:e|aux)? )?(?:des? |d'|symbolique des? |de participation des? )*(?:<share>,? (?:et|puis|,) (?:des? |d')?)?(?P<share><share>)(?: <capital>)?(?: et (?:des|de) droits de vote)?(?: <of>(?P<target><firm>)| de (?:son|leur) capital|(?=[,.;]| et | puis ))",
        subject="holder",
        topic="target",
        prior=0.8,
    ),
    Rule(
        "stake.takes-share",
        rf"(?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>)(?: (?:à|au|auprès d[eu]|auprès d') ?<firms>)? (?:environ )?<stake>(?: <stake>)? (?:de|d'|à hauteur de|représentant|équivalente? à|of) ?{SHARE}{VIA}(?: (?:<in>|in )(?:le capital (?:de|d'|du) ?)?|(?: au| dans le) capital (?:de la|de l'|de|d'|du) ?| )(?P<target><firm>)",
        subject="holder",
        prior=0.88,
    ),
    Rule(
        "stake.takes-part",
        rf"(?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>) (?:<stake>|de participation) (?:dans |chez |sur |au sein d[eu'] ?|in |au |dans le )(?:le |du |l'|la )?(?:capital (?:de la|de l'|de|d'|du) ?)?(?P<target><firm>){_AT}",
        subject="holder",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.of-which-takes",
        rf"{OF_WHICH} (?P<holder><parties>)<adv>,? (?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>) (?:<stake> (?:de|d'|à hauteur de) ?)?{SHARE}",
        prior=0.88,
    ),
    Rule(
        "stake.takes-share-of-it",
        rf"(?P<v>(?:y |en )<modal><aux>(?:{TAKE}|{BUY})|<modal>(?:y |en )<aux>(?:{TAKE}|{BUY})<pas>) (?:<stake> (?:de|d'|à hauteur de) ?)?{SHARE}{NO_TARGET}",
        subject="holder",
        topic="target",
        prior=0.78,
    ),
    Rule(
        "stake.in-which-she-bought",
        r"(?P<target><firm>)<paren>,? in which (?P<holder><parties>) (?P<v><aux>(?:bought|acquired|took|has|owns|holds)) (?:an? )?(?P<share><share>)",
        prior=0.85,
    ),
    Rule(
        "stake.takes-of-its-titles",
        rf"(?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>) (?P<share><share>) de ses (?:parts|titres|actions)",
        subject="holder",
        owner="target",
        prior=0.78,
    ),
    Rule(
        "stake.takes-percent",
        rf"(?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>) (?:(?:les|ses) (?=\ue004))?{SHARE}(?:,? (?:auprès d[eu'] ?|à )<parties>)? {INTO}(?P<target><firm>)",
        subject="holder",
        prior=0.88,
    ),
    Rule(
        "stake.pays-for-share",
        rf"(?P<v><neg><modal><neg><aux>(?:investi(?:t|r|ra|ssent)?|apport(?:e|é|er|era|ant|eront)|inject(?:e|é|er|era|ant)|mis(?:e|é|er|é)|met(?:tre|tra|tent)?|débours(?:e|é|er|era)|pa(?:ie|yé|yer|iera)|vers(?:e|é|er|era))<pas>) (?:<money>|jusqu'à <money>)[^.;:()«»\ue000-\ue004]{{0,40}} (?:pour|contre|en échange d[e']|en contrepartie d[e'])(?: (?:acquérir|prendre|obtenir|détenir|racheter|s'offrir|une participation d[e'] ?|environ))* ?{SHARE}(?: {INTO}{TARGET})?",
        subject="holder",
        topic="target",
        prior=0.82,
    ),
    Rule(
        "stake.takes-capital",
        rf"(?P<v><neg><modal><neg><aux>(?:{TAKE}|{BUY})<pas>) (?P<share><share>)(?: <capital>)++(?! (?:de|du|des)\b| d')",
        subject="holder",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.participation-of-in",
        r"(?<!les\s)(?:participation|part|parts|stake)(?: (?:majoritaire|minoritaire|restante|résiduelle))?(?: (?:de|d'|of) ?(?P<share><share>))?(?: <capital>)? (?:<of>|détenue par |que (?:détient|possède|conserve) )(?P<holder><parties>) (?:dans|au (?:sein du )?capital (?:de|du|d')|chez|in) ?(?P<target><firm>)(?:,? (?P<v>(?:s'élève à|est de|atteint|passe(?:ra|rait)?(?: de (?P<former><share>))? à|représente|tombe(?:ra)? à|monte(?:ra)? à|(?:serait|est|sera|a été) (?:ramenée|portée|relevée|réduite|diluée) à)) (?P<share2><share>))?",
        tells="noun-or-verb",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.participation-passes-to",
        r"(?:participation|part) (?:<of>)(?P<holder><parties>)(?: (?:dans|au capital d[eu']) ?(?P<target><firm>))?,? (?P<v>(?:pass(?:e|era|erait|ait)|est (?:passée|tombée|montée|ramenée|portée)|serait (?:ramenée|portée)|sera (?:ramenée|portée)|tombe(?:ra|rait)?|monte(?:ra|rait)?|s'élève|grimpe))(?:, (?:elle|lui),|<adv>)? (?:de (?P<former><share>)(?: <capital>)? )?à (?P<share><share>)",
        tells="state",
        topic="target",
        prior=0.78,
    ),
    Rule(
        "stake.participation-ranges",
        r"(?:participation|part|parts) (?:<of>)(?P<holder><parties>) (?:dans|au (?:sein du )?capital (?:de|du|d')|chez) ?(?P<target><firm>),? (?P<v>(?:pass(?:e|era|erait|ait)|est (?:passée|tombée|montée))) (?P<span><span>)",
        tells="state",
        prior=0.8,
    ),
    Rule(
        "stake.the-share-held-by",
        r"(?:les|des|aux|ses|leurs|du|the) (?:(?P<share><share>)|parts|titres|actions)(?: (?:restants?|du capital|<capital>))?(?: (?:qu'il|qu'elle|que))? (?:détenue?s? par|possédée?s? par|appartenant à|que détenait|que détient|que possède|que possédait|aux mains de|held by|owned by) (?P<holder><parties>) (?:<in>|au capital de |in )(?P<target><firm>)",
        tells="noun",
        fills=_UNSTATED,
        prior=0.82,
    ),
)
