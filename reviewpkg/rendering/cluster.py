"""Have the machines of a dask cluster print documents.

A document's job is a value and printing it a pure function, so any machine may do it that has the
same program. One that goes down in the middle loses nothing: its jobs are given to another.
"""

from __future__ import annotations

import re
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any, Final, Self

from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.problems import InputRejected, Place, Problem
from reviewpkg.rendering.made_with import made_with

OPTION: Final = "--cluster"
_ADDRESS: Final = re.compile(r"(?:tcp|tls|ws|wss)://[^\s/@]+:[0-9]{1,5}")
_PATIENCE: Final = "10s"
_LOST: Final = 10
"""How many machines may go down under a document before it is taken to be its fault."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Be a cluster that one is connected to; `workers` is how many documents it prints at once."""

    executor: Executor
    workers: int
    _client: Any

    @classmethod
    def at(cls, address: str) -> Self:
        """Connect; raise InputRejected where that cannot be, or its machines would print otherwise.

        Each worker is a process that prints one document at a time: WeasyPrint shares no process.
        """
        try:
            import dask  # noqa: PLC0415
            from distributed import Client  # noqa: PLC0415
        except ImportError:
            raise _refused(
                sentence("pakken «distributed» mangler; installer med tillegget «cluster».")
            ) from None
        if not _ADDRESS.fullmatch(address):
            raise _refused(
                sentence(
                    "ventet adressen til en klynge, som tcp://10.0.0.5:8786, fant «{address}».",
                    address=address,
                )
            )
        dask.config.set({"distributed.scheduler.allowed-failures": _LOST})
        try:
            client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError, TimeoutError) as error:
            told = sentence(
                "ingen klynge svarer på «{address}» ({reason}).",
                address=address,
                reason=type(error).__name__,
            )
            raise _refused(told) from None
        found = client.scheduler_info(n_workers=-1)["workers"]
        told_wrong = _wrong(found, client)
        if told_wrong:
            client.close()
            raise _refused(told_wrong)
        return cls(client.get_executor(), len(found), client)

    def close(self) -> None:
        """Take leave; the cluster goes on without us."""
        self._client.close()


def _wrong(workers: dict[str, Any], client: Any) -> Sentence | None:  # noqa: ANN401 - untyped
    """Return why these workers cannot be used, None if they can."""
    if not workers:
        return sentence("klyngen har ingen arbeidere.")
    busy = sum(one["nthreads"] != 1 for one in workers.values())
    if busy:
        return plural_sentence(
            "én arbeider har flere tråder; start arbeiderne med --nthreads 1.",
            "{count} arbeidere har flere tråder; start arbeiderne med --nthreads 1.",
            busy,
        )
    others = sum(one != made_with() for one in client.run(made_with).values())
    if others:
        return plural_sentence(
            "én arbeider har en annen utgave av programmet eller det som ligger under.",
            "{count} arbeidere har en annen utgave av programmet eller det som ligger under.",
            others,
        )
    return None


def _refused(told: Sentence) -> InputRejected:
    return InputRejected([Problem(Place(OPTION), told)])
