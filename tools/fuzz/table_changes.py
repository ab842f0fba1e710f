"""Change a table: its cells, rows, columns and headings."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.fuzz.folder import Folder, Rows
from tools.fuzz.values import odd, slipped

Change = Callable[[Rows, Random], None]


def _somewhere(rows: Rows, chance: Random) -> tuple[int, int]:
    row = chance.randrange(len(rows))
    return row, chance.randrange(max(map(len, rows)))


def _at(rows: Rows, row: int, column: int) -> str:
    return rows[row][column] if column < len(rows[row]) else ""


def _set(rows: Rows, row: int, column: int, text: str) -> None:
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = text


def odd_cell(rows: Rows, chance: Random) -> None:
    """Put something odd in a cell."""
    _set(rows, *_somewhere(rows, chance), odd(chance))


def slipped_cell(rows: Rows, chance: Random) -> None:
    """Let the pen slip in a cell."""
    row, column = _somewhere(rows, chance)
    _set(rows, row, column, slipped(_at(rows, row, column), chance))


def copied_cell(rows: Rows, chance: Random) -> None:
    """Copy a cell to another one, most often in its own column."""
    row, column = _somewhere(rows, chance)
    from_row, other = _somewhere(rows, chance)
    from_column = other if chance.random() < 0.2 else column  # noqa: PLR2004
    _set(rows, row, column, _at(rows, from_row, from_column))


def swapped_cells(rows: Rows, chance: Random) -> None:
    """Swap two cells of a column."""
    first, column = _somewhere(rows, chance)
    second = chance.randrange(len(rows))
    one, other = _at(rows, first, column), _at(rows, second, column)
    _set(rows, first, column, other)
    _set(rows, second, column, one)


def dropped_row(rows: Rows, chance: Random) -> None:
    """Leave a row out, the headings perhaps."""
    del rows[chance.randrange(len(rows))]


def doubled_row(rows: Rows, chance: Random) -> None:
    """Write a row twice."""
    at = chance.randrange(len(rows))
    rows.insert(chance.randrange(len(rows) + 1), list(rows[at]))


def blank_row(rows: Rows, chance: Random) -> None:
    """Put an empty row somewhere."""
    rows.insert(chance.randrange(len(rows) + 1), [""] * chance.randrange(9))


def odd_row(rows: Rows, chance: Random) -> None:
    """Put a row of odd cells somewhere."""
    width = chance.randrange(1, len(rows[0]) + 3)
    rows.insert(chance.randrange(len(rows) + 1), [odd(chance) for _ in range(width)])


def shifted_row(rows: Rows, chance: Random) -> None:
    """Move a row's cells to the side."""
    at = chance.randrange(len(rows))
    rows[at] = ["", *rows[at]] if chance.random() < 0.5 else rows[at][1:]  # noqa: PLR2004


def shuffled_rows(rows: Rows, chance: Random) -> None:
    """Put the rows below the headings in another order, or all of them."""
    kept = chance.choice((0, 1, 1, 1))
    rest = rows[kept:]
    chance.shuffle(rest)
    rows[kept:] = rest


def only_the_first(rows: Rows, chance: Random) -> None:
    """Cut the table off."""
    del rows[chance.randrange(len(rows)) :]


def dropped_column(rows: Rows, chance: Random) -> None:
    """Leave a column out."""
    _, column = _somewhere(rows, chance)
    for cells in rows:
        del cells[column : column + 1]


def doubled_column(rows: Rows, chance: Random) -> None:
    """Write a column twice."""
    _, column = _somewhere(rows, chance)
    for row, cells in enumerate(rows):
        cells.append(_at(rows, row, column))


def swapped_columns(rows: Rows, chance: Random) -> None:
    """Swap two columns, with or without their headings."""
    (_, one), (_, other) = _somewhere(rows, chance), _somewhere(rows, chance)
    for row in range(chance.choice((0, 1)), len(rows)):
        first, second = _at(rows, row, one), _at(rows, row, other)
        _set(rows, row, one, second)
        _set(rows, row, other, first)


def odd_heading(rows: Rows, chance: Random) -> None:
    """Call a column something else."""
    column = chance.randrange(max(1, len(rows[0])))
    _set(rows, 0, column, chance.choice((odd(chance), slipped(_at(rows, 0, column), chance))))


def odd_column(rows: Rows, chance: Random) -> None:
    """Put the same odd thing in a whole column."""
    _, column = _somewhere(rows, chance)
    text = odd(chance)[:300]
    for row in range(1, len(rows)):
        _set(rows, row, column, text)


CHANGES: tuple[tuple[int, Change], ...] = (
    (10, odd_cell),
    (10, slipped_cell),
    (10, copied_cell),
    (6, swapped_cells),
    (4, dropped_row),
    (4, doubled_row),
    (1, blank_row),
    (2, odd_row),
    (1, shifted_row),
    (1, shuffled_rows),
    (1, only_the_first),
    (2, dropped_column),
    (1, doubled_column),
    (2, swapped_columns),
    (3, odd_heading),
    (1, odd_column),
)


def change_table(folder: Folder, chance: Random) -> str:
    """Change a table of a folder, and say how."""
    path = chance.choice(folder.tables)
    rows = folder.rows(path)
    if not any(rows):
        return f"{path} as it is"
    (change,) = chance.choices([one for _, one in CHANGES], [weight for weight, _ in CHANGES])
    change(rows, chance)
    folder.put(path, rows, chance)
    return f"{change.__name__} in {path}"


def crossed_tables(folder: Folder, chance: Random) -> str:
    """Put a cell of one table into another."""
    one, other = chance.choice(folder.tables), chance.choice(folder.tables)
    source, rows = folder.rows(one), folder.rows(other)
    if not any(source) or not any(rows):
        return "nothing"
    _set(rows, *_somewhere(rows, chance), _at(source, *_somewhere(source, chance)))
    folder.put(other, rows, chance)
    return f"a cell of {one} in {other}"
