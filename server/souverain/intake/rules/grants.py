"""Rules for fundings as told of who pays: a fund invests, a bank lends, the State grants a sum."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.funded import HELP, INVESTORS, KIND, MONEY, OF, PAYER, ROUND, TO
from souverain.intake.standing import Standing

_GIVEN = r"(?:accordé|octroyé|attribué|consenti|versé|alloué|promis|voté|débloqué|apporté|injecté|investi|prêté|garanti|granted|awarded|lent)e?s?"
_GIVE = r"(?:apport(?:e|ent|é|er|era|eront|ait)|accord(?:e|ent|é|er|era|ait)|octroi(?:e|ent|era)|octroy(?:é|er|ait)|attribu(?:e|ent|é|er|era)|consent(?:i|ir|ira|ent)?|allou(?:e|ent|é|er|era)|vers(?:e|ent|é|er|era|ait)|prêt(?:e|ent|é|er|era)|débloqu(?:e|ent|é|er|era)|promet(?:tent|tre)?|promis|vot(?:e|ent|é|er)|garanti(?:t|r|ra|ssent)?|avanc(?:e|ent|é|er)|grants?|granted|awards?|awarded|lends?|lent)"
_INJECT = r"(?:inject(?:e|ent|é|er|era|eront|erait|ait|ant)|apport(?:e|ent|é|er|era|eront|ait|ant)|(?:re)?mis(?:e|ent|er|é)?|(?:re)?met(?:tent|tre|tra|trait|tait)?|souscri(?:t|re|ra|vent)|poured|puts?)"
_INVEST = rf"(?:invest(?:i|it|ir|ira|iront|issent|irait|issait)|débours(?:e|ent|é|er|era)|plac(?:e|ent|é|er)|pari(?:e|é|er)|engag(?:e|ent|é|er)|invests?|invested|injects?|injected|{_INJECT})"
_THE_FIRM = (
    r"(?:la société |la start-up |l'entreprise |le groupe |le capital d[eu']s? ?(?:la |l')?)?"
)
_ASIDE = r"(?:,[^,.;:()«»\ue005]{2,60},)?"
_FUND = r"(?:(?:tour de table|levée(?: de fonds)?|augmentation de capital|opération|recapitalisation|investissement)(?! de \ue005))"

GRANTS = (
    Rule(
        "funding.invests",
        rf"(?P<v><neg><modal><neg><aux>{_INVEST}<pas>) {MONEY}<adv>(?: sur la table)? (?:dans|au (?:capital|pot|sein) d[eu']|chez|sur|in|into) ?{_THE_FIRM}(?P<receiver><firms>)",
        subject="payer",
        prior=0.85,
    ),
    Rule(
        "funding.injects",
        rf"(?P<v><neg><modal><neg><aux>{_INJECT}<pas>) {MONEY}(?: sur la table)?(?! (?:dans|sur|chez|in|into) )(?: (?:pour|en faveur d[eu']) ?(?P<receiver><firms>))?",
        subject="payer",
        topic="receiver",
        prior=0.78,
    ),
    Rule(
        "funding.invests-there",
        rf"(?P<v><neg><modal>(?:y )(?:<aux>)(?:invest(?:i|it|ir|ira|iront|issent)|inject(?:e|ent|é|er|era)|apport(?:e|é|er|era)|mis(?:e|é)?|met(?:tra)?|plac(?:e|é|er)|consacr(?:e|é|er|era))<pas>) {MONEY}",
        subject="payer",
        topic="receiver",
        prior=0.75,
    ),
    Rule(
        "funding.gives",
        rf"(?P<v><neg><modal><neg>(?:lui |leur )?<aux>{_GIVE}<pas>)(?: {TO} (?:la société |l'entreprise )?(?P<receiver><firms>))?<adv>{_ASIDE},? {KIND}(?:{HELP}{OF})?{MONEY}(?:(?: d'aides?| de (?:prêts?|subventions?))? {TO} (?:la société |l'entreprise )?(?P<receiver2><firms>))?",
        subject="payer",
        topic="receiver",
        prior=0.78,
    ),
    Rule(
        "funding.promises",
        rf"(?P<v><neg><modal><neg>(?:lui |leur )?<aux>(?:prom(?:et|ettent|is)|vot(?:e|é|er)|engag(?:e|é) à (?:verser|apporter|investir))<pas>) {KIND}(?:{HELP}{OF})?{MONEY}",
        subject="payer",
        topic="receiver",
        fixed=Standing("Planned"),
        prior=0.8,
    ),
    Rule(
        "funding.is-given",
        rf"{KIND}{HELP}{OF}{MONEY}(?:[^.;]{{0,40}}?) (?P<v><neg><modal><be>{_GIVEN}<pas>)(?: {TO} (?P<receiver><firms>))?<adv>(?: (?:par|by) {PAYER})?(?: {TO} (?P<receiver2><firms>))?",
        topic="receiver",
        needs=("receiver", "payer"),
        prior=0.8,
    ),
    Rule(
        "funding.help-from",
        rf"{KIND}{HELP}{OF}{MONEY}(?:,? {_GIVEN}<adv>(?: {TO} (?P<receiver><firms>))?(?: en <when>)? par| de la part d[eu']s?| auprès d[eu']s?) ?{INVESTORS}{PAYER}",
        tells="noun",
        topic="receiver",
        prior=0.75,
    ),
    Rule(
        "funding.subscribed",
        rf"souscrite?s?(?: à hauteur d[e'])? ?{MONEY} par ?{INVESTORS}{PAYER}",
        topic="receiver",
        fixed=Standing("InForce"),
        prior=0.75,
    ),
    Rule(
        "funding.takes-part",
        rf"(?P<v><neg><modal><neg><aux>(?:tous |toutes )?(?:particip(?:e|ent|é|er|era|eront|ait)|contribu(?:e|ent|é|er)|souscri(?:t|re|ra|vent))<pas>) (?:à|au) ?{KIND}{ROUND}{OF}{MONEY}(?: (?:de|du|d'|de la|chez) ?(?P<receiver><firm>))?",
        subject="payer",
        topic="receiver",
        prior=0.8,
    ),
    Rule(
        "funding.takes-part-in-it",
        rf"(?P<v><neg><modal><neg><aux>(?:tous |toutes )?(?:particip(?:e|ent|é|er|era|eront|ait)|souscri(?:t|re|ra|vent)|contribu(?:e|ent|é|er))<pas>) (?:à|au) (?:l'|la |ce |cette |son |sa |une |un |leur |le )?(?:nouve\w+ |première? |dernière? |deuxième )*{_FUND}(?! d(?:e|u) (?:rachat|reprise))(?: (?:de |du |d'|de la )(?P<receiver><firm>))?(?: à hauteur de {MONEY})?",
        subject="payer",
        topic="receiver",
        needs=("payer", "receiver"),
        prior=0.75,
    ),
)
