"""Read what is asked on the command line, have it done, and tell what came of it.

Nothing that a command does not use is loaded: `--help` waits for no spreadsheet and no page. What
is told of a call is told in its language; where no call is known yet, in bokmål.
"""
