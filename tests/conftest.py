"""What all tests share: the option that rewrites outlines, and LibreOffice where it is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure: no example of a property has to be done in time.
# The same examples in every run, so that what fails is the change; REPORTGEN_OTHER_EXAMPLES=1 draws others.
settings.register_profile("unhurried", deadline=None, derandomize="REPORTGEN_OTHER_EXAMPLES" not in os.environ)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the outlines in tests/cases with what is said now")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Charts drawn by tests are kept in a folder of their own, not in the user's; tests read the program's English."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("REPORTGEN_CACHE", str(folder))
        patch.setenv("REPORTGEN_LANGUAGE", "en")
        yield folder


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's path; the test is skipped where it is absent, and fails there if it was promised."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("REPORTGEN_REQUIRE_LIBREOFFICE"):
            pytest.fail("LibreOffice was promised (REPORTGEN_REQUIRE_LIBREOFFICE) and is not here")
        pytest.skip("LibreOffice (soffice) is not on this machine")
    return program


@pytest.fixture(scope="session")
def calc(soffice: str) -> str:
    """LibreOffice's path where its Calc is installed too; the test is skipped where it is not."""
    if not list((Path(soffice).resolve().parent).glob("libsclo.*")):
        pytest.skip("LibreOffice Calc is not on this machine")
    return soffice
