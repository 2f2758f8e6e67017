"""Rules for acquisitions that are sought: bids, offers, talks, who is chosen, who is a candidate."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.buying import ALL, BID, BUY, GRAB, LED, MEANWHILE, NOUN, OF, OFFER, N
from souverain.intake.standing import Standing

_TALKS = r"(?:négociations?|discussions?|pourparlers|talks|exclusivité|offre|accord|protocole)(?: (?:exclusives?|avancées?|définitif|ferme|de principe|signé))*(?: <when>)?(?: avec (?:la |le |l'|son |les )?[^,.;:]{2,40}?)?"

OFFERS = (
    Rule(
        "acquisition.talks-with-him",
        rf"(?:négociations?|discussions?|pourparlers|exclusivité|accord)(?: (?:exclusives?|avancées?))* avec (?P<acquirer><parties>)<adv>,? (?:pour|en vue d[e']|portant sur|sur) ?(?:lui (?:céder|vendre) |céder |vendre |(?:la |une )?(?:cession|vente) {OF})(?P<target><firm>)",
        fixed=Standing("Planned"),
        prior=0.82,
    ),
    Rule(
        "acquisition.chosen-to-buy",
        rf"(?:choisi(?:t|ssent)?|retenu|retient|désigné|préféré|sélectionné)<pas> (?P<acquirer><parties>) (?:pour|comme repreneur d[eu'] ?|comme acquéreur d[eu'] ?)(?: ?(?:reprendre|racheter|acquérir|la reprise {OF}|le rachat {OF}))? ?(?P<target><firm>)",
        fixed=Standing("Planned"),
        prior=0.78,
    ),
    Rule(
        "acquisition.offers-money-for",
        r"(?P<v><neg><modal><neg><aux>(?:propos(?:e|ent|é|er|ait)|offr(?:e|ent|ir|ait)|offert|mis(?:e)? sur la table|met(?:tre)? sur la table)<pas>) (?:jusqu'à )?<money> (?:pour|afin de racheter|pour racheter|pour acquérir|pour reprendre) (?:les <share> (?:de|du|d') ?)?(?P<target><firm>)",
        subject="acquirer",
        tells="bid",
        prior=0.82,
    ),
    Rule(
        "acquisition.answers-bid",
        rf"(?P<v><neg><modal><neg><aux>(?:accept(?:e|ent|é|er|ait)|refus(?:e|ent|é|er|ait)|rejet(?:te|tent|é|er)|repouss(?:e|é|er)|déclin(?:e|é|er)|étudi(?:e|ent|é|er)|examin(?:e|ent|é|er)|approuv(?:e|é|er)|reç(?:oit|u)|écart(?:e|é|er)|soutien(?:t|nent))<pas>) (?:l'|une |cette |la |son |un )(?:nouvelle |première )?(?:{OFFER}|OPA|OPE|projet de rachat)(?: (?:à <money>|de <money>|[a-zéèê]+))? (?:<of>|formulée par |présentée par |déposée par |lancée par |soumise par )(?P<acquirer><parties>)",
        subject="target",
        tells="bid",
        prior=0.82,
    ),
    Rule(
        "acquisition.bids",
        rf"(?P<v><neg><modal><neg><aux>{BID})(?:{N}|{ALL}){LED}(?P<target><firm>)",
        subject="acquirer",
        tells="bid",
        prior=0.85,
    ),
    Rule(
        "acquisition.bid-of-on",
        rf"(?:{OFFER}|proposition|projet|manœuvres?|tentatives?|ambitions?|visées|vues|main tendue)(?: \([^()]{{2,5}}\))?(?: <of>|,? (?:lancée?|formulée?|présentée?|déposée?|faite?|soumise?|annoncée?)<adv> par )(?P<acquirer><parties>)(?:,? (?:alors |désormais )?(?:associée?|alliée?)s? (?:à|au|avec) [^,.;]{{3,40}},?)?(?:{MEANWHILE})? (?:sur|visant|portant sur|(?:pour|en vue d[e']|afin d[e']|visant à|de|d') ?(?:la reprise|le rachat|l'acquisition|racheter|reprendre|acquérir|s'offrir)(?: <of>)?) ?{ALL}{LED}(?P<target><firm>)",
        tells="bid",
        prior=0.82,
    ),
    Rule(
        "acquisition.own-offer",
        rf"(?:sa|son|leur) (?:{OFFER}|proposition|intention|projet|tentative|volonté|souhait|ambition|candidature) (?:d[e'] ?|pour |en vue d[e'] ?|afin d[e'] ?|à )(?:{BUY} |{GRAB} ?|(?:la |l'|le )?{NOUN} <of>)(?:{N}|{ALL}){LED}(?P<target><firm>)",
        owner="acquirer",
        tells="intention",
        prior=0.8,
    ),
    Rule(
        "acquisition.own-offer-on",
        rf"(?:sa|son|leur) (?:nouvelle |première )?(?:{OFFER}) (?:sur|visant) ?(?:{N}|{ALL}){LED}(?P<target><firm>)",
        owner="acquirer",
        tells="intention",
        prior=0.8,
    ),
    Rule(
        "acquisition.talks-then-name",
        rf"entrée?s? en (?:négociations?|discussions?)(?: exclusives?| avancées?)? avec <firm>,? (?:pour|en vue d[e']|afin d[e']) ?(?:(?:le |la |l')?{NOUN} <of>|(?:racheter|acquérir|reprendre) )(?P<target><firm>), (?P<acquirer><firm>)(?= \S)",
        fixed=Standing("Planned"),
        prior=0.85,
    ),
    Rule(
        "acquisition.talks-to-buy",
        rf"{_TALKS} (?:pour|en vue d[e'u]|to|afin d[e']|portant sur|sur)\s?(?:le |la |l'|d'|de |son |un |une )?(?:{NOUN} (?:de la|de l'|du|de|d'|des|of) ?|{BUY} )(?:{N}|{ALL})(?P<target><firm>)",
        subject="acquirer",
        fixed=Standing("Planned"),
        prior=0.85,
    ),
    Rule(
        "acquisition.candidate-for",
        rf"(?P<v><neg><be>)(?:candidate?s?|intéressée?s?|en lice|prête?s?|favori<pas>) (?:à|pour|par) (?:le |la |l'|racheter |un )?(?:{NOUN} {OF})?(?P<target><firm>)",
        subject="acquirer",
        tells="bid",
        prior=0.75,
    ),
    Rule(
        "acquisition.chosen-for",
        rf"(?:offre|proposition|projet|dossier) <of>(?P<acquirer><parties>),? (?:pour (?:la |le |l'){NOUN} {OF}|pour (?:reprendre|racheter) )(?P<target><firm>)",
        tells="bid",
        prior=0.75,
    ),
    Rule(
        "acquisition.bid-for-it",
        r"(?:(?:OPA|OPE|contre-offre|offre (?:publique(?: d'achat| d'échange)?|amicale|hostile|concurrente|rivale))(?: (?:amicale|hostile|concurrente|ferme))? <of>|(?:OPA|offre|plan|projet|proposition|dossier)(?: de (?:reprise|rachat)| d'achat)?(?: (?:amicale|hostile|concurrente|ferme))? (?:déposée?|formulée?|présentée?|portée?|lancée?|soumise?|proposée?)<adv> par )(?P<acquirer><parties>)(?=[,.;)]| (?:est|a|sera|n'|ne|avait|était|devrait|doit)\b)",
        topic="target",
        tells="bid",
        prior=0.72,
    ),
    Rule(
        "acquisition.offers-a-price",
        r"(?P<v><neg><modal><neg><aux>(?:propos(?:e|ent|é|er|ait|ant)|offr(?:e|ent|ait|ant)|offert|met(?:tre)? sur la table)<pas>) (?:désormais )?<money> (?:par|pour chaque|l')\s?(?:action|titre)s?(?: (?:de |d'|du )?(?P<target><firm>))?",
        subject="acquirer",
        topic="target",
        tells="bid",
        prior=0.75,
    ),
)
