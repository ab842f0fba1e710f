"""Run a step: read the call folder, decide, say it in documents, publish the packet.

What a step does not use it does not load: `--formats csv` knows nothing of pages or workbooks.
"""
