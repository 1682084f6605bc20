"""The sentences of the page around a lesson; JavaScript and the server get them as data."""

from helpers.texts.language import N_, catalog

_SENTENCES = {
    "bar": N_("About this lesson"),
    "cells": N_("The lesson"),
    "cell": N_("Part of the lesson"),
    "starting": N_("Busy ... the lesson is starting."),
    "again": N_("Busy ... the lesson starts again. Your work is kept."),
    "revived": N_(
        "Busy ... the lesson stopped unexpectedly and is now starting again by itself. What was "
        "saved, stays. Check your last sentence in a moment."
    ),
    "slow": N_(
        "Starting takes longer than usual. Wait a little longer. If nothing happens, reload "
        "this page."
    ),
    "ready": N_("Ready. You can begin."),
    "saved": N_("You do not need to save anything: your work is kept by itself."),
    "changed": N_(
        "The code in this lesson was changed. That is why the lesson does not start by "
        "itself. Reload this page. If you still see this, get the course again. Your work is "
        "kept."
    ),
    "foreign": N_(
        "This lesson does not start, because the computer did not find the code of this "
        "course. Close everything and start the course again. If you still see this, ask for "
        "help and show this sentence."
    ),
    "failed": N_(
        "Something went wrong in this lesson. Your work is saved. Press “Start again”. If you"
        " still see this, ask for help and give the name of the lesson."
    ),
    "dead": N_(
        "The lesson has stopped and does not start again by itself. Your work is saved. Press"
        " “Start again”."
    ),
    "offline": N_(
        "The course does not answer. Your work is saved. If the course was closed on this "
        "computer, start it again. If you work over the internet, check your connection."
    ),
    "start_over": N_("Start again"),
    "show_code": N_("Show code"),
    "hide_code": N_("Hide code"),
    "show_trainer": N_("Trainer view of this lesson"),
    "trainer": N_("For the trainer"),
    "close_trainer": N_("Close trainer view"),
    "show_notes": N_("Show notes"),
    "hide_notes": N_("Hide notes"),
    "big_type": N_("Big type"),
    "part": N_("Part of the lesson, with its minutes"),
    "part_minutes": N_("{name}, {n} min"),
    "timer_start": N_("Start"),
    "timer_pause": N_("Pause"),
    "timer_reset": N_("Count again"),
    "timer_next": N_("Next part"),
    "time_left": N_("{time} left"),
    "time_over": N_("Time is up, {time} over"),
    "demonstration": N_("Demonstration"),
    "beginning": N_("Beginning"),
    "own_dossier": N_("Back to my own dossier"),
    "on_paper": N_("On paper"),
    "print_lesson": N_("Print the lesson"),
    "print_cards": N_("Print the cards"),
    "print_core": N_("Print the core of the lesson"),
    "print_notes": N_("Print the notes"),
    "print_answers": N_("Print the answer book"),
    "print": N_("Print"),
    "cards": N_("Cards"),
    "core": N_("Core"),
    "notes": N_("Notes"),
    "answers": N_("Answer book"),
    "no_cards": N_("This lesson has no cards."),
    "no_sheet": N_("The browser did not open a new tab. Allow that for this page and try again."),
    "refused_save": N_(
        "A lesson of the course stays as it is. To change something in it, save it under "
        "another name."
    ),
    "refused_move": N_("The lessons of the course stay where they are and keep their names."),
}


def sentences(code: str) -> dict[str, str]:
    """Return the page's sentences by key, in the language ``code``.

    >>> sentences("nl")["ready"]
    'Klaar. Je kunt beginnen.'
    """
    return {key: catalog(code).gettext(text) for key, text in _SENTENCES.items()}
