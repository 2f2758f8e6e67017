"""The money of a text: every amount that names its currency, or shares that of one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {"millier": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "milliard": 1e9, "md": 1e9}
_UNITS |= {"billion": 1e9, "bn": 1e9, "mds": 1e9, "mrd": 1e9}
_CURRENCIES = {
    "euro": "EUR",
    "€": "EUR",
    "dollar": "USD",
    "$": "USD",
    "livre": "GBP",
    "£": "GBP",
    "pound": "GBP",
    "franc": "FRF",
    "yen": "JPY",
    "yuan": "CNY",
    "eur": "EUR",
    "usd": "USD",
}
# Numbers in words, before « millions » or « milliards ».
_TO_FIFTEEN = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
_NUMBERS = {word: number for number, word in enumerate(_TO_FIFTEEN.split(), start=1)} | {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "cent": 100,
}
# After « 25 millions d'euros », « dont 11 millions auprès de » is in the same currency.
_IN_THE_SAME = re.compile(
    r"(?=[,.;)]|\s(?:auprès|en (?:19|20)|via|par|dans|pour|à|au|contre|puis|et|l'|de (?:plus"
    r"|la part|son|sa)|supplémentaires|il y a|apportés|lors)\b)"
)
_SAME_CHARACTERS = 120
_IN_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_MONEY = re.compile(
    r"(?:(?P<sign>[€$£])\s?)?(?P<number>\d{1,3}(?:[ .]\d{3})+(?![\d.,])|\d+(?:[.,]\d+)?"
    rf"|(?<!\w)(?:{'|'.join(_NUMBERS)})(?=\s(?:millions?|milliards?)\b))\s?"
    r"(?P<unit>milliers?|millions?|milliards?|billions?|Mds?|Mrd|bn|M|k)?\s?(?:d'|de )?"
    r"(?P<currency>euros?|€|dollars?|\$|livres?(?: sterling)?|£|pounds?|francs?(?: suisses?)?"
    r"|yens?|yuans?|EUR|USD)?(?!\w)"
)


@dataclass(frozen=True)
class Sum:
    """Money: the amount in units of its currency (ISO 4217)."""

    start: int
    end: int
    amount: float
    currency: str


def sums(text: str) -> Iterator[Sum]:
    """Every amount of money of a plain text that names its currency."""
    last, at = "", 0
    for found in _MONEY.finditer(text):
        currency = _currency(found)
        if not currency and _is_in_the_same(text, found, at):
            currency = last
        if currency:
            last, at = currency, found.end()
            yield Sum(*found.span(), _amount(found), currency)


def _amount(found: re.Match[str]) -> float:
    """What the number, in digits or in words, makes with its unit."""
    unit, digits = (found["unit"] or "").lower(), found["number"]
    if _IN_THOUSANDS.fullmatch(digits):
        digits = re.sub(r"[ .]", "", digits)
    factor = _UNITS.get(unit, _UNITS.get(unit.removesuffix("s"), 1.0))
    number = _NUMBERS.get(digits) or float(digits.replace(",", "."))
    return round(number * factor, 2)


def _is_in_the_same(text: str, found: re.Match[str], last: int) -> bool:
    """Whether millions without a currency are in that of the sum that ended shortly before."""
    between = text[last : found.start()]
    is_near = (
        bool(last) and len(between) < _SAME_CHARACTERS and not re.search(r"[.!?\n]\s", between)
    )
    is_large = (found["unit"] or "").startswith("milli")
    return is_near and is_large and _IN_THE_SAME.match(text, found.end()) is not None


def _currency(found: re.Match[str]) -> str:
    words = (found["currency"] or found["sign"] or "").lower()
    if "suisse" in words:
        return "CHF"
    return next((code for word, code in _CURRENCIES.items() if words.startswith(word)), "")
