"""The pages of the hub: Dutch, labelled, nothing from elsewhere, and nothing unescaped."""

import re
from typing import Any

import pytest
from draagvlak_hub.settings import HERE
from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = HERE / "templates"
PAGES = sorted(path.name for path in FOLDER.glob("*.html") if path.name != "draagvlak.html")
HOSTILE = '<script>alert(1)</script>"'
GIVEN = {
    "static_url": lambda path: f"/hub/static/{path}",
    "announcement": "",
    "authenticator_login_url": "/hub/login?next=",
    "base_url": "/hub/",
    "default_server": {"active": False},
    "failed": False,
    "failed_message": "",
    "implicit_spawn_seconds": 1.0,
    "login_error": "",
    "login_service": "",
    "login_url": "/hub/login",
    "logout_url": "/hub/logout",
    "message": "",
    "progress_url": "/hub/api/users/a/server/progress?_xsrf=x",
    "spawn_url": "/hub/spawn/a",
    "url": "/hub/spawn/a",
    "user": {"name": "groep1-07"},
    "username": "",
    "xsrf": "geheim",
}


def rendered(page: str, **given: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined
    )
    if page in ("404.html", "error.html"):
        given = {"status_code": 500, **given}
    return environment.get_template(page).render({**GIVEN, **given})


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_dutch_with_a_heading_and_nothing_from_elsewhere(page: str) -> None:
    text = rendered(page)
    assert '<html lang="nl">' in text
    assert len(re.findall(r"<h1[ >]", text)) == 1
    assert "://" not in text
    assert "JupyterHub" not in text


@pytest.mark.parametrize("page", PAGES)
def test_what_somebody_typed_is_shown_as_text(page: str) -> None:
    given = {"username": HOSTILE, "message": HOSTILE, "failed_message": HOSTILE, "failed": True}
    text = rendered(page, **given, user={"name": HOSTILE}, announcement=HOSTILE)
    assert "<script>alert" not in text


def test_both_fields_of_the_login_have_a_label() -> None:
    text = rendered("login.html")
    labels = re.findall(r'<label for="(\w+)"', text)
    fields = re.findall(r'<input id="(\w+)"', text)
    assert labels == fields == ["username_input", "password_input"]
    assert "login_error" not in text


def test_a_wrong_password_is_said_in_dutch_and_aloud() -> None:
    text = rendered("login.html", login_error="Invalid username or password")
    assert "horen niet bij elkaar" in text
    assert 'role="alert"' in text
    assert "Invalid" not in text


@pytest.mark.parametrize(("seconds", "said"), [(1, "1 seconde en"), (40, "40 seconden en")])
def test_who_tried_too_often_reads_how_long_to_wait(seconds: int, said: str) -> None:
    text = rendered("login.html", login_error=seconds, username="groep1-07")
    assert f"Wacht {said} log dan opnieuw in." in text
    assert "horen niet bij elkaar" not in text
    assert 'role="alert"' in text
    assert 'value="groep1-07"' in text


def test_a_form_that_stood_open_too_long_is_not_called_a_wrong_password() -> None:
    text = rendered("login.html", login_error="Login form invalid or expired", status_code=403)
    assert "stond deze pagina te lang open" in text
    assert "horen niet bij elkaar" not in text


def test_with_a_provider_there_is_one_button_and_no_field() -> None:
    text = rendered("login.html", login_service="de organisatie")
    assert "Log in met de organisatie" in text
    assert "<input" not in text


@pytest.mark.parametrize("code", [403, 404, 429, 500, 503])
def test_every_error_has_a_way_on(code: int) -> None:
    assert 'href="/hub/home"' in rendered("error.html", status_code=code)


def test_a_server_that_was_stopped_comes_back_by_itself_but_not_after_a_failure() -> None:
    assert 'http-equiv="refresh"' in rendered("not_running.html")
    assert 'http-equiv="refresh"' not in rendered("not_running.html", failed=True)
