"""Generate the packets of a review from a call folder of spreadsheets."""

from __future__ import annotations

from reviewpkg.command_line.commands import main
from reviewpkg.command_line.telling import write_on_any_terminal

if __name__ == "__main__":
    write_on_any_terminal()
    main()
