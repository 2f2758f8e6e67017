"""Rules for who follows whom in an office, and who leaves one, where the article tells which."""

from __future__ import annotations

from souverain.intake.rule import Rule

_MR = r"(?:M\. |Mme |Mr |Mrs |Ms )?"
FOLLOWS = r"(?:succèd(?:e|era|erait)|succéd(?:é|er|ait|ant)|rempla(?:ce|cer|cera|cerait|cé|çant))"

RULES = (
    Rule(
        "role.follows",
        rf"(?P<v><neg><modal><neg><aux>(?:{FOLLOWS}|pren(?:d|dra|drait) la (?:suite|succession|relève|place) d[e'u]|pris la (?:suite|succession|relève|place) d[e'u])|<be>(?:nommée?|désignée?|choisie?|pressentie?) (?:en remplacement d[e'u]|pour (?:remplacer|succéder à)))<pas> ?(?:à |au )?{_MR}(?P<other><person>)",
        tells="follows",
        prior=0.78,
    ),
    Rule(
        "role.replaced-by",
        r"(?P<v><neg><modal><neg><be>(?:remplacée?|suppléée?))(?:<adv>| (?:à|au|dès|en) [^,.;]{2,25})? par (?P<other><human>)",
        tells="replaced",
        prior=0.78,
    ),
    Rule(
        "role.resigns",
        r"(?P<v><neg><aux>(?:démissionne|démissionné|remis sa démission|présenté sa démission|annonc(?:e|é) (?:sa démission|son départ)(?! d)|cède sa place|passe la main|a été (?:limogée?|débarquée?|révoquée?|remerciée?|évincée?)|quitt(?:e|é) (?:<adv> )?(?:ses fonctions|son poste|l'entreprise|le groupe|la société)|rendu son tablier|claqu(?:e|é) la porte))(?! de (?:la |ses |son )?(?:présidence|direction|tête|fonctions d|poste d))",
        tells="leaving",
        prior=0.75,
    ),
)
