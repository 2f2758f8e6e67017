"""Rules for fundings: who gives whom how much, by raising, investing, granting or lending.

Money that is asked for or promised is planned; a sum for several stays one sum for all of them.
"""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_ABOUT = r"(?:environ|près d[e']|plus d[e']|un peu plus d[e']|quelque|pas moins d[e']|au moins|jusqu'à|presque|la somme d[e']|un total d[e']|some|about|over|more than|nearly)"
_MONEY = rf"(?:{_ABOUT} ?)?(?P<money><money>)(?: supplémentaires?| de plus| en (?:fonds propres|capital|dette|numéraire)| de fonds propres)?"
_KIND = r"(?:(?:une?|la|le|des|les|cette|ce|sa|son|leur|a|the|nouve\w+|première?|deuxième|seconde?|ultime|telle|importante?) )*"
_HELP = r"(?:prêts?|emprunts?|subventions?|aides?|avances?|enveloppes?|dotations?|financements?|soutiens?|concours|crédits?|chèques?|rallonges?|lignes? de crédit|grants?|loans?|subsid(?:y|ies))(?: (?:publi\w+|financi\w+|européen\w*|bancaires?|remboursables?|d'<firm>|garantie?s? par <firm>|participatifs?|exceptionnel\w*|régiona\w+|government|state))*"
_OF = r"(?: (?:de|d'un montant de|à hauteur de|évaluée? à|chiffrée? à|of|worth)| d') ?"
_ROUND = r"(?:levées?(?: de fonds)?|tours? de table|augmentations? de capital|financements?|series [A-E]|série [A-E]|amorçage|opérations?|investissements?|recapitalisation|funding rounds?)(?: (?:de série [A-E]|en série [A-E]|d'amorçage|en fonds propres|record))*"
_INVESTORS = r"(?:(?:plusieurs|autres|nouveaux|dont|parmi lesquels|notamment|la|le|l'|les|ses|de|des|du|d'|fonds|actionnaires?|investisseurs?|historiques?|françaises?|français|américains?|existants?|business angels|pool|banque|société|d'investissement|de capital-risque|its|the|existing|investors?),? ?)*"
_FROM = rf"(?:auprès d[eu']s?|avec|de la part d[eu']s?|mené(?:e|es)? par|emmené(?:e|s)? par|conduit(?:e)? par|dirigée? par|souscrit(?:e)? par|led by|from|via|grâce à|apportés? par|auxquels? (?:a|ont) participé) ?{_INVESTORS}"
_TO = r"(?:à|au|aux|pour|en faveur d[eu']s?|au profit d[eu']s?|to|for)"
_GIVEN = r"(?:accordé|octroyé|attribué|consenti|versé|alloué|promis|voté|débloqué|apporté|injecté|investi|prêté|garanti|granted|awarded|lent)e?s?"
_GIVE = r"(?:apport(?:e|ent|é|er|era)|accord(?:e|ent|é|er|era|ait)|octroi(?:e|ent|era)|octroy(?:é|er|ait)|attribu(?:e|ent|é|er|era)|consent(?:i|ir|ira|ent)?|allou(?:e|ent|é|er|era)|vers(?:e|ent|é|er|era)|prêt(?:e|ent|é|er|era)|débloqu(?:e|ent|é|er|era)|promet(?:tent|tre)?|promis|vot(?:e|ent|é|er)|garanti(?:t|r|ra|ssent)?|avanc(?:e|ent|é|er)|propos(?:e|ent|é|er)|grants?|granted|awards?|awarded|lends?|lent)"
_INVEST = r"(?:invest(?:i|it|ir|ira|iront|issent|irait|issait)|inject(?:e|ent|é|er|era|eront|erait|ait)|apport(?:e|ent|é|er|era|eront|ait)|débours(?:e|ent|é|er|era)|mis(?:e|ent|er|é)?|(?:re)?met(?:tent|tre|tra)?|remis|plac(?:e|ent|é|er)|pari(?:e|é|er)|engag(?:e|ent|é|er)|invests?|invested|injects?|injected|pours?|poured|puts?)"
_RAISE = r"(?:l[èe]v(?:e|ent|é|er|era|eront|erait|ait|ant)|réuni(?:t|r|ssent)?|récolt(?:e|é|er|ent)|boucl(?:e|ent|é|er)|réalis(?:e|ent|é|er)|coll?ect(?:e|ent|é|er)|rassembl(?:e|ent|é|er)|engrang(?:e|ent|é|er)|sécuris(?:e|é|er)|décroch(?:e|ent|é|er)|annon(?:ce|cent|cé|cer)|procèd(?:e|ent) à|procédé à|conclu(?:t|re)?|finalis(?:e|é|er)|raises?|raised|secures?|secured|closes?|closed)"

RULES = (
    Rule(
        "funding.raises-from",
        rf"(?P<v><neg><modal><neg><aux>(?:l[èe]v(?:e|ent|é|er|era|eront|erait|ait|ant)|réuni(?:t|r|ssent)?|récolt(?:e|é|er|ent)|coll?ect(?:e|ent|é|er)|rassembl(?:e|ent|é|er)|engrang(?:e|ent|é|er)|raises?|raised)<pas>) (?:une (?:première |nouvelle )?tranche de )?{_MONEY}(?:[^.;]{{0,60}}?[ ,]{_FROM}(?P<payer><parties>))?",
        subject="receiver",
        prior=0.88,
    ),
    Rule(
        "funding.raises-round",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>) {_KIND}{_ROUND}{_OF}{_MONEY}(?:[^.;]{{0,60}}?[ ,]{_FROM}(?P<payer><parties>))?",
        subject="receiver",
        prior=0.88,
    ),
    Rule(
        "funding.invests",
        rf"(?P<v><neg><modal><neg><aux>{_INVEST}<pas>) {_MONEY}<adv>(?: sur la table)? (?:dans|au (?:capital|pot) d[eu']|chez|sur|in|into)(?: (?:la société|la start-up|l'entreprise|le groupe|le capital d[eu'])|) ?(?P<receiver><firms>)",
        subject="payer",
        prior=0.85,
    ),
    Rule(
        "funding.invests-there",
        rf"(?P<v><neg><modal>(?:y )(?:<aux>)(?:invest(?:i|it|ir|ira|iront|issent)|inject(?:e|ent|é|er|era)|apport(?:e|é|er|era)|mis(?:e|é)?|met(?:tra)?|plac(?:e|é|er)|consacr(?:e|é|er|era))<pas>) {_MONEY}",
        subject="payer",
        topic="receiver",
        prior=0.75,
    ),
    Rule(
        "funding.gives",
        rf"(?P<v><neg><modal><neg><aux>{_GIVE}<pas>)(?: {_TO} (?:la société |l'entreprise )?(?P<receiver><firms>))?<adv>,? {_KIND}(?:{_HELP}{_OF})?{_MONEY}(?: {_TO} (?:la société |l'entreprise )?(?P<receiver2><firms>))?",
        subject="payer",
        prior=0.78,
    ),
    Rule(
        "funding.gives-him",
        rf"(?P<v><neg><modal><neg>(?:lui |leur )<aux>{_GIVE}<pas>)(?: {_TO} (?:la société |l'entreprise )?(?P<receiver><firms>))?<adv>,? {_KIND}(?:{_HELP}{_OF})?{_MONEY}(?: {_TO} (?:la société |l'entreprise )?(?P<receiver2><firms>))?",
        subject="payer",
        topic="receiver",
        prior=0.78,
    ),
    Rule(
        "funding.is-given",
        rf"{_KIND}{_HELP}{_OF}{_MONEY}(?:[^.;]{{0,40}}?) (?P<v><neg><modal><be>{_GIVEN}<pas>)(?: {_TO} (?P<receiver><firms>))?<adv>(?: (?:par|by) (?P<payer><parties>))?(?: {_TO} (?P<receiver2><firms>))?",
        topic="receiver",
        needs=("receiver", "payer"),
        prior=0.8,
    ),
    Rule(
        "funding.granted",
        rf"(?P<v><neg><modal><neg><aux>(?:obt(?:ient|iennent|enu|enir|iendra)|re[çc](?:oit|u|evra|oivent|evoir)|décroch(?:e|é|er)|bénéfici(?:e|ent|é|er|era|ait) d[e']|touch(?:e|é|er|era)|perç(?:oit|u)|empoch(?:e|é|er)|won|wins|received|receives|secured)<pas>) ?{_KIND}(?:{_HELP}{_OF})?{_MONEY}(?: (?:d[e'] ?(?:subventions?|aides?|fonds|financement)s?)(?: publi\w+| européen\w*)*)?(?:[^.;]{{0,40}}? (?:de la part d[eu']s?|auprès d[eu']s?|de|du|d'|from) ?{_INVESTORS}(?P<payer><parties>))?",
        subject="receiver",
        prior=0.78,
    ),
    Rule(
        "funding.asks",
        rf"(?P<v><neg><aux>(?:demand(?:e|ent|é|er|ait)|sollicit(?:e|ent|é|er|ait)|réclam(?:e|ent|é|er|ait)|cherch(?:e|ent|é|er|ait)(?: à lever)?|requested|asked for|seeks?)<pas>)(?: (?:à|au|aux) (?P<payer><parties>))? {_KIND}(?:{_HELP}{_OF})?{_MONEY}(?:(?: d'aides?| de subventions?)? (?:à|au|aux|auprès d[eu']s?|from) ?(?P<payer2><parties>))?",
        subject="receiver",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "funding.request",
        rf"demandes? (?:d'aide|de subvention|de prêt|de financement)(?: publi\w+)?{_OF}{_MONEY}[^.;]{{0,40}}? (?:auprès d[eu']s?|à|au) ?(?:la |l')?(?P<payer><parties>)",
        topic="receiver",
        fixed=Standing("Planned"),
        prior=0.75,
    ),
    Rule(
        "funding.round-of",
        rf"{_ROUND}{_OF}{_MONEY}(?:[^.;]{{0,40}}?[ ,]){_FROM}(?P<payer><parties>)",
        tells="noun",
        topic="receiver",
        prior=0.75,
    ),
    Rule(
        "funding.subscribed",
        rf"souscrite?s?(?: à hauteur d[e'])? ?{_MONEY} par ?{_INVESTORS}(?P<payer><parties>)",
        topic="receiver",
        fixed=Standing("InForce"),
        prior=0.75,
    ),
    Rule(
        "funding.on-the-table",
        rf"(?P<v><neg><modal><neg><aux>(?:met(?:tent|tre|tra)?|mis)<pas>) {_MONEY} sur la table (?:pour|dans|en faveur d[eu']) ?(?P<receiver><firms>)",
        subject="payer",
        prior=0.8,
    ),
    Rule(
        "funding.takes-part",
        rf"(?P<v><neg><modal><neg><aux>(?:particip(?:e|ent|é|er|era)|contribu(?:e|ent|é|er))<pas>) (?:à|au) ?{_KIND}{_ROUND}{_OF}{_MONEY}(?: (?:de|du|d'|de la|chez) ?(?P<receiver><firm>))?",
        subject="payer",
        topic="receiver",
        prior=0.8,
    ),
)
