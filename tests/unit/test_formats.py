from __future__ import annotations

import pytest

from souverain import query
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS, Kind

ALL = (*RESULT_FORMATS, *GRAPH_FORMATS)


@pytest.mark.parametrize("column", ["name", "media_type", "extension", "iri"])
def test_no_two_formats_share_a(column):
    values = [getattr(format, column) for format in ALL]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize("kind", Kind)
def test_a_media_type_means_one_format(kind):
    types = [name for row in kind.formats for name in (row.media_type, *row.aliases)]
    assert len(set(types)) == len(types)


@pytest.mark.parametrize("format", RESULT_FORMATS, ids=lambda row: row.name)
def test_results_can_be_written_in_every_format(format):
    assert query.RESULTS[format.name].iri == format.iri
    assert query.RESULTS[format.name].media_type.partition(";")[0] == format.media_type


@pytest.mark.parametrize("format", GRAPH_FORMATS, ids=lambda row: row.name)
def test_graphs_can_be_written_in_every_format(format):
    assert query.GRAPHS[format.name].media_type == format.media_type
