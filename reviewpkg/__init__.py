"""Turn score spreadsheets into the printed packets of a review.

    generate.py                which step, which folders: the door to
      └ command_line/          what is asked, and what is told of it
          └ jobs/              read → decide → report → publish
              ├ reports/       what a document says
              ├ rendering/     how it is printed and published
              ├ procedure/     the rules
              └ intake/        the spreadsheets
                  └ domain/    the words of the procedure
                      └ problems.py
                          └ languages/  what is said, in the language of the reader

A module imports only from floors below its own. Reports know the rules' outcomes; rendering,
procedure and intake do not know each other.
"""

from typing import Final

VERSION: Final = "0.1.0"
