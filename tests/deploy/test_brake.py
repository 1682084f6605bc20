"""Who guesses passwords waits, and keeps nobody else out."""

import asyncio
import doctest
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from draagvlak_hub import brake, held_up
from draagvlak_hub.brake import MOST, Brake, Brakes
from draagvlak_hub.held_up import COOKIE, HeldUp, LoginPage, place_of
from draagvlak_hub.settings import NAMED
from hypothesis import given
from hypothesis import strategies as st
from tornado.web import create_signed_value, decode_signed_value

PASSWORD = "dige-moru-zata-pebi"
CLASS, ELSEWHERE = "192.0.2.7", "198.51.100.9"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def guess(brakes: Brakes, name: str, address: str, browser: str = "", times: int = 1) -> float:
    return max(brakes.begin(name, address, browser) for _ in range(times))


@given(st.lists(st.sampled_from([0.0, 0.5, 4.9, 5.0, 12.0, 59.0, 60.0, 61.0, 400.0]), max_size=80))
def test_however_one_spreads_guesses_there_is_about_one_a_minute(gaps: list[float]) -> None:
    clock = Clock()
    one = Brake(free=5, first=5, longest=60, clock=clock)
    through = 0
    for gap in gaps:
        clock.now += gap
        if not one.wait("groep1-07"):
            one.begin("groep1-07")
            through += 1
    assert through <= 10 + sum(gaps) / 60


def test_each_wait_is_longer_up_to_a_minute_and_a_try_too_soon_adds_nothing() -> None:
    clock = Clock()
    brakes = Brakes(40, clock)
    waits = []
    for _ in range(11):
        while wait := guess(brakes, "dv-a", CLASS):
            waits.append(wait)
            assert guess(brakes, "dv-a", CLASS, times=50) == wait
            clock.now += wait
    assert waits == [5, 10, 20, 40, 60, 60]
    clock.now += 3600
    assert not guess(brakes, "dv-a", CLASS, times=5)


def test_a_class_behind_one_address_may_mistype_twice_each() -> None:
    brakes = Brakes(30, Clock())
    assert not max(guess(brakes, f"dv-{n}", CLASS, times=2) for n in range(30))
    assert guess(brakes, "dv-nog-een", CLASS) == 1
    assert not guess(brakes, "dv-nog-een", ELSEWHERE)


def test_made_up_names_from_one_address_are_held_up_too() -> None:
    clock = Clock()
    brakes, through = Brakes(30, clock), 0
    for number in range(3000):
        through += not guess(brakes, f"dv-{number}", ELSEWHERE)
        clock.now += 0.1
    assert through < 60 + 6 + 300 / 30 + 1


def test_a_classmate_cannot_keep_somebody_out_who_was_in_before() -> None:
    brakes = Brakes(30, Clock())
    guess(brakes, "dv-a", CLASS, times=500)
    assert guess(brakes, "dv-a", CLASS) > 0
    assert not guess(brakes, "dv-a", CLASS, browser="eerder")
    assert not guess(brakes, "dv-b", CLASS)


def test_from_elsewhere_it_takes_many_wrong_passwords_before_the_owner_waits() -> None:
    brakes = Brakes(30, Clock())
    assert guess(brakes, "dv-a", ELSEWHERE, times=30) == 5
    assert not guess(brakes, "dv-a", CLASS)


def test_a_right_password_wipes_out_ones_own_mistakes() -> None:
    brakes = Brakes(30, Clock())
    for _ in range(200):
        assert not guess(brakes, "dv-a", CLASS, times=4)
        brakes.right("dv-a", CLASS, "")
        brakes.many.forget(("name", "dv-a"))
        brakes.many.forget(("address", CLASS))
    assert not guess(brakes, "dv-a", CLASS, times=5)


def test_who_logs_in_well_costs_the_class_nothing() -> None:
    brakes = Brakes(30, Clock())
    for number in range(500):
        assert not guess(brakes, f"dv-{number}", CLASS)
        brakes.right(f"dv-{number}", CLASS, "")


def test_names_that_somebody_makes_up_do_not_fill_the_memory() -> None:
    one = Brake(free=5, first=5, longest=60, clock=Clock())
    for number in range(MOST + 50):
        one.begin(number)
    assert len(one._tried) == MOST


class Page:
    """What a page of the hub has, with cookies as tornado signs them."""

    def __init__(self, cookies: dict[str, str] | None = None, **said: str) -> None:
        self.cookies = cookies or {}
        self.options: dict[str, Any] = {}
        self.status, self.headers = 200, {}
        self.hub = SimpleNamespace(base_url="/hub/")
        headers = {"X-Forwarded-For": CLASS, **said}
        address = said.get("X-Real-Ip", "127.0.0.1")
        self.request = SimpleNamespace(headers=headers, remote_ip=address, protocol="https")

    def get_signed_cookie(self, name: str, max_age_days: float) -> bytes | None:
        return decode_signed_value("geheim", name, self.cookies.get(name), max_age_days)

    def set_signed_cookie(self, name: str, value: str, expires_days: float, **options: Any) -> None:
        self.cookies[name] = create_signed_value("geheim", name, value).decode()
        self.options = options

    def set_status(self, status: int) -> None:
        self.status = status

    def set_header(self, name: str, value: str) -> None:
        self.headers[name] = value

    def _render(self, login_error: object, username: str | None, **more: Any) -> Any:
        return (login_error, more) if more else login_error


class Shown(LoginPage, Page):
    pass


class Asked:
    """An authenticator that knows one password, and counts how often it looked."""

    log = SimpleNamespace(warning=lambda *said: None)
    looked = 0

    def normalize_username(self, name: str) -> str:
        return name.lower()

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:
        self.looked += 1
        return data["username"].lower() if data["password"] == PASSWORD else None


class Authenticator(HeldUp, Asked):
    login_page = Shown


def log_in(one: Authenticator, page: Page, password: str, name: str = "groep1-07") -> str | None:
    work = one.authenticate(page, {"username": name, "password": password})
    with ThreadPoolExecutor(1) as pool:  # in this thread the loop of a browser may be running
        found = pool.submit(asyncio.run, work).result()
    return None if found is None else str(found)


def test_after_five_wrong_passwords_even_the_right_one_is_not_looked_at_and_the_page_says_it() -> (
    None
):
    one, clock = Authenticator(), Clock()
    one.brakes = Brakes(30, clock)
    for name in ("groep1-07", "Groep1-07", " groep1-07", "GROEP1-07", "groep1-07 "):
        assert log_in(one, Shown(), "mis", name) is None
    page = Shown()
    assert log_in(one, page, PASSWORD) is None
    assert one.looked == 5
    assert page._render("Invalid username or password") == 5
    assert (page.status, page.headers) == (429, {"Retry-After": "5"})
    clock.now += 5
    assert log_in(one, Shown(), PASSWORD) == "groep1-07"


def test_the_browser_of_who_was_in_before_is_known_and_of_nobody_else() -> None:
    one = Authenticator()
    one.brakes = Brakes(30, Clock())
    mine = Shown()
    assert log_in(one, mine, PASSWORD) == "groep1-07"
    assert mine.options == {"path": "/hub/", "httponly": True, "samesite": "Lax", "secure": True}
    for _ in range(20):
        log_in(one, Shown(), "mis")
    assert log_in(one, Shown(), PASSWORD) is None
    assert log_in(one, Shown(mine.cookies), PASSWORD) == "groep1-07"
    forged = {COOKIE: mine.cookies[COOKIE][:-1] + "x"}
    assert log_in(one, Shown(forged), PASSWORD) is None
    for _ in range(5):
        log_in(one, Shown(), "mis", "groep1-08")
    assert log_in(one, Shown(mine.cookies), PASSWORD, "groep1-08") is None


def test_a_known_browser_may_not_guess_without_end_either() -> None:
    one = Authenticator()
    one.brakes = Brakes(30, Clock())
    mine = Shown()
    log_in(one, mine, PASSWORD)
    for _ in range(30):
        log_in(one, Shown(mine.cookies), "mis")
    assert one.looked == 1 + 5


def test_a_page_without_a_wait_is_as_it_was() -> None:
    page = Shown()
    assert page._render("Invalid username or password") == "Invalid username or password"
    assert page._render(login_error="x", status_code=500) == ("x", {"status_code": 500})
    assert page.status == 200


@pytest.mark.parametrize(
    ("said", "tls", "place"),
    [
        ({}, False, CLASS),
        ({"X-Forwarded-For": f"203.0.113.1, {CLASS}"}, False, CLASS),
        ({"X-Real-Ip": "203.0.113.1"}, False, CLASS),
        ({"X-Forwarded-For": f"203.0.113.1, {CLASS}, ::ffff:127.0.0.1"}, True, CLASS),
        ({"X-Forwarded-For": ""}, False, "127.0.0.1"),
        ({"X-Forwarded-For": "<script>"}, False, ""),
    ],
)
def test_what_a_browser_says_of_its_own_address_is_not_believed(
    said: dict[str, str], tls: bool, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_up, "read_settings", lambda: SimpleNamespace(behind_tls=tls))
    assert place_of(Page(**said)) == place


def test_what_the_log_says_of_a_name_is_never_what_somebody_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(NAMED, raising=False)
    lines: list[str] = []
    one = Authenticator()
    one.log = SimpleNamespace(warning=lambda form, *facts: lines.append(form % facts))
    for _ in range(7):
        log_in(one, Shown(), "mis", "x\n[W] root logged in " * 9)
    assert len(lines) == 2
    assert all(line.startswith("dv-x-w-root-lo") and "\n" not in line for line in lines)


@pytest.mark.parametrize("module", [brake, held_up])
def test_the_examples_are_right(module: ModuleType) -> None:
    done = doctest.testmod(module)
    assert (done.failed, done.attempted > 0) == (0, True)
