"""Programs and people named by mistake, wrong forms of the own name, and the names that are no mistake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.season import Season
from store.words import Kind
from templates.conduct.name_forms import forms_of, name_index
from templates.conduct.words import distance, plain_words
from tests.conduct_asking import a_draft, found, said
from tests.conduct_drafts import CONTACTS, NOW, OTHERS, OWN, PROFILE, SEASON


def _season(own: str, *others: str, city: str = "Halden") -> Season:
    """The sample season with the own program called so, and programs of these names followed beside it."""
    followed = [replace(OTHERS[0], id=f"p-other{number}", name=name) for number, name in enumerate(others)]
    return replace(SEASON, programs=(replace(OWN, name=own, city=city), *followed))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("University of Alder Ridge (Northport) Program", "University of Alder Ridge"),
        ("University of Alder Ridge (Northport) Program", "University of Alder Ridge Northport"),
        ("Tavistock Medical Center (TRMC) Program", "TRMC"),
        ("Quillmere Health/Sandpiper University School of Medicine Program", "Sandpiper University"),
        ("The Bellwether System Program", "Bellwether"),
        ("Saint Osyth's Hospital for Children Program", "St. Osyth's"),
        ("Vale & Marrow Health University of Tamsin Program", "Vale and Marrow Health University of Tamsin"),
        ("Kestrel Hill Medical College of Oakum Program", "KHMCO"),
        ("Oldacre Hospital (Oldacre Methodist Hospital) Program", "Oldacre Methodist Hospital"),
    ],
)
def test_a_program_is_known_by_the_forms_people_use(name: str, form: str) -> None:
    _, forms = forms_of(name, (), "")
    written = plain_words(form)
    initials = ("".join(word[0] for word in written if word not in ("of",)),)
    assert written in forms or initials in forms


@pytest.mark.parametrize("form", ["Children's Hospital", "University", "Valley", "Medical Center", "Mercy"])
def test_everyday_words_alone_are_no_form(form: str) -> None:
    _, forms = forms_of("Mercy Valley Children's Hospital University Medical Center Program", (), "")
    assert plain_words(form) not in forms


def test_a_name_made_of_everyday_words_only_has_no_form_at_all() -> None:
    assert forms_of("Children's Hospital Program", (), "") == (frozenset(), frozenset())
    assert forms_of("Program", (), "") == (frozenset(), frozenset())


def test_the_index_is_built_once_for_the_same_records() -> None:
    assert name_index(SEASON.programs, CONTACTS) is name_index(SEASON.programs, CONTACTS)
    assert name_index(SEASON.programs, CONTACTS) is not name_index((*SEASON.programs,), (*CONTACTS[:2],))


def test_programs_in_the_trash_are_not_looked_for() -> None:
    season = replace(SEASON, programs=(OWN, replace(OTHERS[0], trashed=NOW)))
    assert said("C02", "I would be glad to train at Marrow Lake.", season) == []


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("University of Sedge at Longmere Program", "University of Sedge Program", "I like the University of Sedge."),
        ("Sedge University (Longmere) Program", "Sedge University (Farhaven) Program", "I like Sedge University."),
        (
            "Sedge Tech University Program",
            "Sedge Tech University Health Center at Farhaven",
            "Sedge Tech University is near.",
        ),
        ("Orrin Hill Children's Program", "Hill Children's Clinic Program", "Orrin Hill Children's is near."),
    ],
    ids=["shorter name inside the own", "one system", "own name begins the other", "own name covers the other"],
)
def test_a_name_that_is_also_this_programs_is_no_mistake(own: str, other: str, words: str) -> None:
    assert said("C02", words, _season(own, other)) == []


def test_the_longer_name_of_another_program_is_a_mistake() -> None:
    season = _season("University of Sedge Program", "University of Sedge at Farhaven Program")
    assert said("C02", "I like the University of Sedge at Farhaven.", season) == ["University of Sedge at Farhaven"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("My family lives in Larkmoor.", 0),
        ("I moved to Larkmoor as a child, and Larkmoor, OH is home.", 0),
        ("The Larkmoor community is close to me.", 0),
        ("I would be glad to train at Larkmoor.", 1),
        ("I look forward to Larkmoor.", 1),
    ],
)
def test_a_program_called_like_its_city_is_told_from_the_city(words: str, count: int) -> None:
    season = _season("Fenwick Children's Hospital Program", "Larkmoor Program")
    followed = tuple(
        replace(one, city="Larkmoor") if one.name == "Larkmoor Program" else one for one in season.programs
    )
    assert len(said("C02", words, replace(season, programs=followed))) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [("I grew up in Ardmoor.", 0), ("The residents at Ardmoor were kind.", 1), ("Ardmoor's residents were kind.", 1)],
)
def test_a_short_form_that_is_a_city_counts_where_it_stands_for_a_program(words: str, count: int) -> None:
    season = _season("Fenwick Children's Hospital Program", "Ardmoor General Hospital Program")
    followed = tuple(replace(one, city="Ardmoor") if "Ardmoor" in one.name else one for one in season.programs)
    assert len(said("C02", words, replace(season, programs=followed))) == count


def test_the_own_city_is_never_another_program() -> None:
    season = _season("Fenwick Children's Hospital Program", "Halden Hospital Program")
    assert said("C02", "I would love to live and to work at Halden.", season) == []


@pytest.mark.parametrize("words", ["Dr. Quillmere taught me to listen.", "Priya Quillmere showed us the ward."])
def test_a_persons_name_is_not_read_as_a_program(words: str) -> None:
    assert said("C02", words) == []


def test_a_first_name_alone_is_read_as_a_name_of_the_program_where_nobody_is_called_so() -> None:
    season = _season("Fenwick Children's Hospital Program", "Quillmere Hospital Program")
    assert said("C02", "Quillmere is near.", replace(season, contacts=())) == ["Quillmere"]


def test_a_subject_is_read_from_its_first_word() -> None:
    (finding,) = found("C02", a_draft("A word.", subject="Quillmere: thank you"))
    assert (finding.where, finding.start, finding.text) == ("subject", 0, "Quillmere")


def test_an_own_name_of_everyday_words_has_no_wrong_form() -> None:
    assert said("C02", "The Childrens Hospitals are near.", _season("Children's Hospital Program")) == []


def test_the_applicants_own_name_is_not_read_as_a_program() -> None:
    season = _season("Fenwick Children's Hospital Program", "Hale Hospital Program")
    assert said("C02", "My name is Hale.", season) == []


def test_names_in_small_letters_or_apart_are_no_names() -> None:
    words = "We walked by marrow lake. Alder. Ridge. Marrow lake is cold; Marrow is red."
    assert said("C02", f"{words} Bellow is a word. Fenwick, University.") == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("I look forward to Fenwikc Children's.", "Fenwikc"),
        ("Fenwicke's clinic is known to me.", "Fenwicke"),
        ("It is the Fenwick Medical College that I mean; Fenwick University it is not.", "Fenwick University"),
    ],
)
def test_slips_in_the_own_name_are_found(words: str, text: str) -> None:
    assert text in said("C02", words)


def test_the_fix_of_a_slip_is_the_name_as_recorded() -> None:
    (finding,) = found("C02", a_draft("I look forward to Fenwikc."))
    assert finding.instead == "Fenwick"


def test_a_slip_and_a_person_are_marked_to_their_last_letter_whatever_signs_stand_in_the_name() -> None:
    season = _season("O'Hallorin Children's Hospital Program")
    (finding,) = found("C02", a_draft("I look forward to O’Halloren’s wards."), season)
    assert (finding.text, finding.instead) == ("O’Halloren", "O'Hallorin")
    elsewhere = replace(SEASON, contacts=(*CONTACTS, replace(CONTACTS[3], id="c-obrien", name="Idris O'Bellow")))
    assert said("C02", "I thank Dr. O'Bellow's team.", elsewhere) == ["Dr. O'Bellow"]


def test_university_of_and_university_are_two_different_names() -> None:
    season = _season("University of Sedgeford Program")
    assert said("C02", "Sedgeford University is near.", season) == ["Sedgeford University"]
    assert said("C02", "The University of Sedgeford Hospital is near.", season) == []


@pytest.mark.parametrize("words", ["Dr. Fennick taught me.", "I met Fenway fans.", "Ms. Fenwickson is kind."])
def test_other_words_that_only_look_alike_are_left_alone(words: str) -> None:
    assert said("C02", words) == []


def test_a_place_of_training_may_be_named_but_not_wished_for() -> None:
    season = replace(SEASON, profile=replace(PROFILE, usce_places=("Marrow Lake University Hospital",)))
    assert said("C02", "Marrow Lake University Hospital taught me to listen.", season) == []
    assert said("C02", "I hope to match at Marrow Lake University Hospital.", season) == [
        "Marrow Lake University Hospital"
    ]


@pytest.mark.parametrize("kind", [Kind.QUESTION, Kind.RESCHEDULE])
def test_a_rival_is_a_warning_and_not_a_mistake(kind: Kind) -> None:
    words = "I have an interview at Marrow Lake on the same day."
    assert (said("C02", words, kind=kind), said("C22", words, kind=kind)) == ([], ["Marrow Lake"])


def test_leftover_thanks_to_another_program_are_a_mistake() -> None:
    assert said("C02", "Thank you for the interview at Marrow Lake last week.") == ["Marrow Lake"]


@pytest.mark.parametrize(
    "words",
    [
        "I would rather not say that I have interviewed at ten other programs.",
        "I did not send a signal to another program.",
    ],
)
def test_what_is_withheld_is_not_given_away(words: str) -> None:
    assert said("C22", words) == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("fenwick", "fenwick", 0),
        ("fenwikc", "fenwick", 1),
        ("fenwck", "fenwick", 1),
        ("penwikc", "fenwick", 2),
        ("abcdef", "fenwick", 3),
    ],
)
def test_slips_between_two_words_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == slips


@pytest.mark.parametrize(
    ("own", "words", "caught"),
    [
        ("Quillow Lake Pediatrics", "I enjoyed my day at Quillow Creek.", ["Quillow Creek"]),
        ("Quillow Lake Pediatrics", "I enjoyed my day at Quillow Lakes.", ["Quillow Lakes"]),
        ("Quillow Lake Pediatrics", "I enjoyed my day at Quillow Lake.", []),
        ("Quillow Lake Pediatrics", "Quillow Lake's residents were kind.", []),
        ("Quillow Lake Pediatrics", "The Quillow NICU and the Quillow residents impressed me.", []),
        ("Quillow Children's Hospital", "I walked along the Quillow River after the interview.", []),
    ],
)
def test_another_place_of_the_same_first_name_is_a_wrong_form(own: str, words: str, caught: list[str]) -> None:
    assert said("C02", words, _season(own)) == caught
