from __future__ import annotations

from souverain.cache import Cache

ROOM_BYTES = 1600


def filled(*keys: str, size_bytes: int = 100) -> Cache[str]:
    cache: Cache[str] = Cache(ROOM_BYTES)
    for key in keys:
        cache.put(key, key.upper(), size_bytes)
    return cache


def test_what_was_put_is_got():
    assert filled("a").get("a") == "A"


def test_what_was_not_put_is_nothing():
    assert filled("a").get("b") is None


def test_the_least_recently_used_goes_when_the_room_is_used_up():
    keys = [str(number) for number in range(16)]
    cache = filled(*keys)
    cache.get("0")
    cache.put("more", "MORE", 100)
    assert cache.get("0") == "0"
    assert cache.get("1") is None
    assert cache.held_bytes == ROOM_BYTES


def test_a_value_over_a_sixteenth_of_the_room_is_not_kept():
    cache = filled("a", size_bytes=101)
    assert (cache.get("a"), cache.held_bytes) == (None, 0)


def test_a_value_that_is_put_again_counts_once():
    assert filled("a", "a").held_bytes == 100


def test_a_cache_that_is_cleared_holds_nothing():
    cache = filled("a")
    cache.clear()
    assert (cache.get("a"), cache.held_bytes, len(cache)) == (None, 0, 0)


def test_a_cache_without_room_keeps_nothing():
    cache: Cache[str] = Cache(0)
    cache.put("a", "A", 1)
    assert cache.get("a") is None
