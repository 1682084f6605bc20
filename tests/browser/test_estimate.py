"""A number that is typed: nonsense is answered calmly, and what was typed stays."""

from playwright.sync_api import expect

from tests.browser.conftest import Lesson

LESSON = "notebooks/nl/05_verwachtingen.ipynb"


def test_a_number_is_typed_and_looked_at_by_keyboard(lesson: Lesson) -> None:
    box = lesson.page.get_by_role("group", name="Hoeveel van de honderd?", exact=True)
    field, keyboard = box.get_by_role("textbox", name="Tevreden mensen"), lesson.page.keyboard
    expect(field).to_have_accessible_description("van de honderd")
    for typed, said in (
        ("", "Vul eerst een getal in."),
        ("veel <b>", "is geen getal"),
        ("140", "Kies een getal van 0 tot en met 100."),
        ("61,5", "aan de hoge kant:"),
        ("27", "komt in de buurt:"),
    ):
        field.fill(typed)
        keyboard.press("Tab")
        keyboard.press("Enter")
        expect(box.get_by_text(said)).to_be_visible()
    box.scroll_into_view_if_needed()
    lesson.photo("estimate-number")
    lesson.reload()
    expect(field).to_have_value("27")
    expect(box.get_by_text("komt in de buurt:")).to_be_visible()
