"""Words of the rules for fundings: sums, rounds, kinds of help, and who stands behind them."""

from __future__ import annotations

from souverain.intake.scene import MARKS

_ABOUT = r"(?:environ|près d[e']|plus d[e']|un peu plus d[e']|un peu moins d[e']|quelque|pas moins d[e']|au moins|jusqu'à|presque|la somme d[e']|un total d[e']|la bagatelle d[e']|un montant d[e']|au total|some|about|over|more than|nearly)"
# Money that is no funding: « 3 millions d'euros de dividendes ».
_OTHERWISE = r"(?! (?:de |d'|en )(?:dividendes?|amendes?|dommages|loyers?|impôts?|pertes?|chiffre|bénéfices?|revenus?|ventes|économies|synergies|dettes?|indemnités|primes?|coûts?|provisions?|salaires?|marge|trésorerie|encours))"
MONEY = rf"(?:{_ABOUT} ?)*(?P<money><money>)(?: \(<money>\))?{_OTHERWISE}(?: supplémentaires?| de plus| en (?:fonds propres|capital|dette|numéraire|série [A-E]|amorçage)| de fonds propres| frais| d'argent frais)*"
KIND = r"(?:(?:une?|la|le|des|les|cette|ce|sa|son|leur|a|the|nouve\w+|première?|deuxième|seconde?|troisième|ultime|telle|importante?|grosse|plus|récente?|vaste) )*"
HELP = r"(?:prêts?|emprunts?|subventions?|aides?|avances?|enveloppes?|dotations?|financements?|soutiens?|concours|crédits?|chèques?|rallonges?|bourses?|lignes? de crédit|facilités? de crédit|obligations convertibles|grants?|loans?|subsid(?:y|ies))(?: (?:publi\w+|financi\w+|européen\w*|bancaires?|remboursables?|d'<firm>|garantie?s? par <firm>|participatifs?|exceptionnel\w*|régiona\w+|relais|syndiqué|obligataires?|government|state))*"
OF = r"(?:,? (?:de|d'un montant (?:total )?de|d'un total de|à hauteur de|évaluée? à|chiffrée? à|portant sur|pour un montant de|pour|à|of|worth)| d') ?"
ROUND = r"(?:levées?(?: de fonds)?|tours? de (?:table|financement)|augmentations? de capital|financements?|series [A-E]|série [A-E]|amorçage|opérations?|investissements?|recapitalisations?|refinancement|méga-levée|funding rounds?)(?: (?:de série [A-E]|en série [A-E]|d'amorçage|en fonds propres|record|réservée|initiale?))*"
_INVESTOR = r"(?:plusieurs|autres?|nouveaux|dont|parmi|lesquels|lesquelles|notamment|la|le|les|un|une|ses|son|sa|de|des|du|à|leurs?|capital|risque|fonds|actionnaires?|investisseurs?|investissement|historiques?|principal|principaux|trois|deux|quatre|cinq|françaises?|français|américaine?s?|allemand|britannique|européens?|existants?|business|angels|pool|bancaire|consortium|syndicat|groupement|groupe|banques?|société|gestion|gestionnaire|regroupant|composé|constitué|conduit|mené|emmené|par|et|its|the|existing|investors?|family|office|holding)"
_NAMED = f"[{MARKS['firm']}{MARKS['person']}{MARKS['either']}]"
_SOMEBODY = f"[{MARKS['described']}{MARKS['somebody']}]++"
INVESTORS = rf"(?:(?:l'|d'|{_INVESTOR}(?![\w-])),? ?:? ?)*+(?:{_SOMEBODY} (?={_NAMED}))?"
BY = r"(?:menée?s?|emmenée?s?|conduite?s?|dirigée?s?|souscrite?s?|réalisée?s?|effectuée?s?|consentie?s?|pilotée?s?|financée?s?|apportée?s?|assurée?s?|co-?menée?s?|led)"
FROM = rf"(?:auprès (?:de|d'|du|des)|avec (?:la participation (?:de|d'|du|des)|le soutien (?:de|d'|du|des)|le concours (?:de|d'|du|des)|)|de la part (?:de|d'|du|des)|{BY} par|led by|from|via|grâce à|auxquels? (?:a|ont) participé) ?{INVESTORS}"
# Whom it is from, by name.
PAYER = rf"(?={_NAMED})(?P<payer><parties>)"
# Up to whom the money is from, no other sum between.
TO_FROM = r"[^.;\ue005]{0,70}?[ ,]"
TO = r"(?:à|au|aux|pour|en faveur d[eu']s?|au profit d[eu']s?|au bénéfice d[eu']s?|to|for)"
