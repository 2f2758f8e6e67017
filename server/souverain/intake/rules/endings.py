"""Rules for firms that fail, come before a court, or close."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.moments import COURT, ROUND
from souverain.intake.standing import Standing

RULES = (
    Rule(
        "lifecycle.insolvent",
        rf"(?P<v><neg><modal><neg>(?:<be>(?:(?:placée?s?|mise?s?|admise?s?|déclarée?s?|put|placed) )?|(?<!\bla\s)(?<!\bsa\s)(?<!\bde\s)(?:placée?s?|mise?s?|admise?s?) |(?:s'est|se) (?:déclarée?|déclare|retrouve|trouve) )) ?(?:actuellement )?(?:en|under|into|sous) {COURT}(?:{ROUND})?",
        subject="subject",
        fills={"event": "Failed"},
        prior=0.84,
    ),
    Rule(
        "lifecycle.insolvent-then-name",
        rf"(?:placée?|mise?|déclarée?) (?:en|sous) {COURT}(?: (?:depuis |en |le |par )?<when>)?(?: par [^,.;]{{3,60}})?, (?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.court-opens",
        rf"(?:ouvert|ouvre|ouvrir|ouverture d'|prononcé|prononce) ?(?:une |la |d'une )?(?:procédure de |mise en )?{COURT} (?:au bénéfice|à l'encontre|à l'égard|en faveur|pour|contre)(?: de la| de l'| du| de| d')? ?(?P<subject><firm>)",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.court-places",
        rf"(?P<v>(?:<aux>)(?:plac(?:e|é|er|era)|mis|met)<pas>) (?P<subject><firm>)(?:,[^.;:,]{{3,80}},)? en {COURT}",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.85,
    ),
    Rule(
        "lifecycle.insolvency-of",
        rf"(?:la |de |sa )?(?:mise en |la |le |placement en |après la |depuis la |procédure de ){COURT} (?:de la |de l'|du |de |d'|à l'encontre d[eu'] ?|contre )(?:la |l'|la société |l'entreprise )?(?P<subject><name>)",
        tells="noun",
        fills={"event": "Failed"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.asks-for-court",
        rf"(?P<v><neg><modal><neg><aux>(?:demand(?:e|é|er|era)|sollicit(?:e|é|er))<pas>) (?:son placement|sa mise|l'ouverture d'une procédure|à être placée?|une procédure) (?:en|de|sous) {COURT}",
        subject="subject",
        fixed=Standing("Planned"),
        fills={"event": "Failed"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.fails",
        rf"(?P<v><neg><modal><neg><aux>(?:fai(?:t|re)|fera|dépos(?:e|é|er|era|ait)|mis la clé|met la clé|mettre la clé|filed|went|goes)<pas>) (?:faillite|(?:le |son )bilan|sous la porte|for bankruptcy|bankrupt)(?:{ROUND})?",
        subject="subject",
        fills={"event": "Failed"},
        prior=0.83,
    ),
    Rule(
        "lifecycle.closes",
        rf"(?P<v><neg><modal><neg><aux>(?:cess(?:e|ent|é|er|era)|ferm(?:e|ent|é|er|era)|arrêt(?:e|é|er|era)|mis fin à|met fin à|mettra fin à|baiss(?:e|é|er))<pas>) (?:(?:toutes? )?(?:ses|son) activités?|toute activité|d'exister|ses portes|définitivement|(?:le )?rideau)(?:{ROUND})?",
        subject="subject",
        fills={"event": "Closed"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.was-closed",
        rf"(?P<v><neg><modal><neg><be>(?:fermée?s?|dissoute?s?|dissous|liquidée?s?|radiée?s?|closed|wound up)<pas>)(?:{ROUND}|(?=[.,;]))",
        subject="subject",
        fills={"event": "Closed"},
        prior=0.75,
    ),
    Rule(
        "lifecycle.then-closed",
        r"(?P<v>(?:puis |, )?(?:a|ont|avait) (?:définitivement |ensuite |finalement )?fermé)(?= (?:en |à |au |l'|dès |fin |début |<when>)|[.,;])",
        subject="subject",
        fills={"event": "Closed"},
        prior=0.78,
    ),
    Rule(
        "lifecycle.is-one-closed",
        r"(?P<subject><name>), (?:une?|l'une? des|la|le|l') ?[a-zéèêàç'« »-]{3,60}? (?:fermée?|arrêtée?|liquidée?) (?:au bout|l'an|en |depuis |après |<when>)",
        fixed=Standing("InForce"),
        fills={"event": "Closed"},
        prior=0.8,
    ),
    Rule(
        "lifecycle.whose-liquidation",
        rf"(?P<subject><name>)(?:,[^.;:«»]{{3,120}})?,? (?:et )?dont (?:la |le ){COURT} (?:a été|est|vient d'être) (?:prononcée?|ouverte?|convertie?)",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
    Rule(
        "lifecycle.in-court",
        rf"(?P<subject><firm>)(?: \([^()]{{2,40}}\))?, (?:aujourd'hui |actuellement |toujours )?en {COURT}",
        fixed=Standing("InForce"),
        fills={"event": "Failed"},
        prior=0.82,
    ),
)
