"""The lists of the European Union from which DCAT-AP takes its words, as far as they are needed.

publications.europa.eu/resource/authority, and the media types of IANA.
"""

from __future__ import annotations

from souverain.export.losses import Words

EU = "http://publications.europa.eu/resource/authority/"
IANA = "https://www.iana.org/assignments/media-types/"
THEMES = f"{EU}data-theme"
STABLE = f"{EU}planned-availability/STABLE"
LANGUAGES = {"de": "DEU", "en": "ENG", "es": "SPA", "fr": "FRA", "it": "ITA", "nl": "NLD"}
# What a portal shows of a theme that it does not look up.
THEME_NAMES = {
    f"{THEMES}/ECON": Words("Economy and finance", "Économie et finances"),
    f"{THEMES}/GOVE": Words("Government and public sector", "Gouvernement et secteur public"),
    f"{THEMES}/TECH": Words("Science and technology", "Science et technologie"),
}
# By media type; what is registered with IANA.
FILE_TYPES = {
    "application/json": "JSON",
    "application/ld+json": "JSON_LD",
    "application/n-quads": "RDF_N_QUADS",
    "application/n-triples": "RDF_N_TRIPLES",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "RDF_TRIG",
    "application/vnd.apache.parquet": "PARQUET",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "text/csv": "CSV",
    "text/turtle": "RDF_TURTLE",
}
LICENCE_TYPES = {
    "CC-BY-4.0": "Attribution",
    "CC-BY-SA-4.0": "ViralEffect-ShareAlike",
    "CC0-1.0": "PublicDomain",
}
ADMS_LICENCE = "http://purl.org/adms/licencetype/"


def language(tag: str) -> str:
    """The IRI of a language, or nothing where the list above lacks it."""
    code = LANGUAGES.get(tag, "")
    return f"{EU}language/{code}" if code else ""


def file_type(media_type: str) -> str:
    """The IRI of the type of a file, or nothing."""
    code = FILE_TYPES.get(media_type, "")
    return f"{EU}file-type/{code}" if code else ""
