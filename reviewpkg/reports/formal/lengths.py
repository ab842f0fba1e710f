"""Write how long something is, a number never parted from its unit."""

from __future__ import annotations

from reviewpkg.languages.words import Words


def months(words: Words, count: int) -> str:
    """Write a duration: `60 måneder`."""
    number = words.figures.whole(count)
    return words.plural("{number}\u00a0måned", "{number}\u00a0måneder", count, number=number)


def pages(words: Words, count: int) -> str:
    """Write the length of a document: `5 sider`."""
    number = words.figures.whole(count)
    return words.plural("{number}\u00a0side", "{number}\u00a0sider", count, number=number)
