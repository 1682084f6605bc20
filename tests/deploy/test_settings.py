"""What an administrator can choose, and what the hub refuses to run with."""

from pathlib import Path

import pytest
from draagvlak_hub.settings import SHIPPED, WrongSettingError, read_settings


def chosen(folder: Path, text: str) -> Path:
    file = folder / "hub.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_shipped_settings_are_safe_and_complete() -> None:
    settings = read_settings(SHIPPED)
    assert (settings.address, settings.login) == ("127.0.0.1", "cards")
    assert settings.admins == []


def test_what_is_left_out_is_as_shipped(tmp_path: Path) -> None:
    settings = read_settings(chosen(tmp_path, "people = 12\n"))
    assert (settings.people, settings.port) == (12, read_settings(SHIPPED).port)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("poort = 8000", "There is no setting poort"),
        ("[oidc]\nclient = 'x'", "There is no setting oidc.client"),
        ("port = '8000'", "must be of the kind int"),
        ("port = true", "must be of the kind int"),
        ("people = 0", "people must be 1 or more"),
        ("memory_mb = -5", "memory_mb must be 1 or more"),
        ("address = '0.0.0.0'", "Without TLS"),
        ("address = '0.0.0.0'\ncertificate = '/x.pem'", "both certificate and key"),
        ("login = 'dummy'", "must be one of: cards, shared, oidc"),
        ("login = 'shared'", "Give shared.password"),
        ("login = 'shared'\n[shared]\npassword = 'welkom01'", "at least 12 characters"),
        ("login = 'oidc'\n[oidc]\nname = 'x'", "client_id, client_secret, callback"),
        ("work = 'srv/draagvlak'", "must be a whole path"),
        ("port = ", "is not written as TOML"),
    ],
)
def test_what_cannot_work_is_refused_with_the_reason(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WrongSettingError, match=said):
        read_settings(chosen(tmp_path, text))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WrongSettingError, match="cannot be read"):
        read_settings(tmp_path / "weg.toml")


def test_a_password_is_not_printed(tmp_path: Path) -> None:
    text = "login = 'shared'\n[shared]\npassword = 'drie-woorden-hier'"
    assert "woorden" not in repr(read_settings(chosen(tmp_path, text)))
