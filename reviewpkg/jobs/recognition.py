"""Find today's form that a returned one is, or say why it is none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.domain.form_identity import FormIdentity
from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.intake.collecting.asked import other_rows
from reviewpkg.intake.collecting.returned import Returned
from reviewpkg.jobs.todays_forms import StepForms, TodaysForms
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Place, Problem, Severity

_COPY: Final = re.compile(r"[ _-]*(?:\(\d+\)|kopi|copy)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Know the forms of a call folder: its call, its forms, and the only step to take, if one."""

    call: str
    today: TodaysForms
    step: str

    def form(self, returned: Returned) -> tuple[FormWorkbook | None, tuple[Problem, ...]]:
        """Return today's form that the returned one is, and what there is to say of it.

        None where it is a form of another call, step, pair or version.
        """
        at = Place(returned.file)
        refused = self._of_another(returned.identity)
        step = None if refused else self.today.at(returned.identity.step)
        if step is None:
            return None, (Problem(at, refused or _no_such_step(returned.identity)),)
        made = step.forms.get(returned.identity.name)
        if made is None:
            return None, _not_among(returned, step)
        form = made.workbook
        refused = _misnamed(returned, step) or _renamed(returned, step) or _outdated(returned, form)
        if refused:
            return None, (Problem(at, refused),)
        return form, _older_basis(returned, form)

    def _of_another(self, identity: FormIdentity) -> Sentence | None:
        """Say that a form is of another call or step, if it is."""
        if identity.call != self.call:
            return sentence(
                "skjemaet hører til «{other}», ikke «{call}».",
                other=identity.call,
                call=self.call,
            )
        if self.step and identity.step != self.step:
            return sentence(
                "skjemaet er til trinn {other}, ikke {step}.", other=identity.step, step=self.step
            )
        return None


def _no_such_step(identity: FormIdentity) -> Sentence:
    return sentence(
        "skjemaet er til trinn {step}, som utlysningen ikke har skjemaer til.", step=identity.step
    )


def _not_among(returned: Returned, step: StepForms) -> tuple[Problem, ...]:
    """Say that no such form is made at the step, or why none can be."""
    identity, at = returned.identity, Place(returned.file)
    if step.problems:
        early = sentence(
            "utlysningen er ikke kommet til trinn {step}, som skjemaet er til.", step=identity.step
        )
        return (Problem(at, early), *step.problems)
    unknown = sentence(
        "«{form}» er ikke blant skjemaene som deles ut i trinn {step} nå.",
        form=identity.name,
        step=identity.step,
    )
    return (Problem(at, unknown),)


def _misnamed(returned: Returned, step: StepForms) -> Sentence | None:
    """Say that a file is called what another form is called, if it is."""
    name = returned.identity.name
    called = _COPY.sub("", Path(returned.file).stem).casefold()
    if called == name or called not in step.forms:
        return None
    return sentence(
        "filen heter som skjemaet «{called}», men er skjemaet «{form}».", called=called, form=name
    )


def _renamed(returned: Returned, step: StepForms) -> Sentence | None:
    """Say that a form was made as another one than its identity says, if it was.

    The basis is of all that a form says, so no two forms have the same.
    """
    basis, name = returned.identity.basis, returned.identity.name
    made_as = sorted(
        other
        for other, form in step.forms.items()
        if form.workbook.identity and form.workbook.identity.basis == basis
    )
    if not made_as or name in made_as:
        return None
    return sentence(
        "skjema-id-en er endret: skjemaet er laget som «{other}», men id-en sier «{form}».",
        other=made_as[0],
        form=name,
    )


def _outdated(returned: Returned, form: FormWorkbook) -> Sentence | None:
    """Say how a form of another version differs from today's, if it does."""
    if returned.identity.version == form.version:
        return None
    return sentence(
        "skjemaet er av en annen utgave, laget på et annet grunnlag: {difference}. Send ut "
        "skjemaet på nytt.",
        difference=other_rows(form, returned),
    )


def _older_basis(returned: Returned, form: FormWorkbook) -> tuple[Problem, ...]:
    """Notice that a form was made from other files, though it asks for the same."""
    then, now = returned.identity.basis, form.identity.basis if form.identity else ""
    if then == now:
        return ()
    older = sentence(
        "skjemaet er laget på grunnlag {then}, og grunnlaget er nå {now}; det spør om det samme og "
        "er lest.",
        then=then,
        now=now,
    )
    return (Problem(Place(returned.file), older, Severity.NOTICE),)
