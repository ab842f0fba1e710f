"""Generate the packets of a review from a call folder of spreadsheets."""

from __future__ import annotations

from reviewpkg.command_line.commands import main

if __name__ == "__main__":
    main()
