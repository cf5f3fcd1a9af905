"""A right body for every operation that takes one; `pick` gives the objects it refers to."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.e2e.sides import Side

Pick = Callable[[str], str]
BIN = "990940000006"
PASSWORD = "Саяхат кезінде жаңбыр жауды"
_UNSIGNED = {"challenge_id": str(uuid.UUID(int=1)), "signature": "AAAA"}
_SIGNATURE = {"signature": "AAAA"}
SERVICES = ("auth", "applications", "queue", "referrals", "kindergartens", "notifications", "documents")


@dataclass
class Facts:
    """What bodies are made of."""

    left: Side
    group_year: int
    strangers: Iterator[str]
    hired: str = ""
    rules: dict[str, Any] = field(default_factory=dict)

    @property
    def district(self) -> str:
        """The district of both sides."""
        return self.left.values["district"]

    def stranger(self) -> str:
        """The IIN of somebody new."""
        return next(self.strangers)

    def hires(self) -> str:
        """The IIN of somebody new, who may be dismissed afterwards."""
        self.hired = self.stranger()
        return self.hired

    def account_request(self) -> dict[str, Any]:
        """A kindergarten's form."""
        name = f"Бақша {uuid.uuid4().hex}"
        owner = {"iin": self.stranger(), "phone": "77990000001", "email": "garden@example.kz", "language": "kk"}
        return {
            "district": self.district,
            "name": {"kk": name, "ru": name},
            "address": {"kk": "Көше, 1", "ru": "Улица, 1"},
            "phone": "77990000002",
            "ownership": "private",
            "owner": owner,
        }


def names(value: str) -> dict[str, str]:
    """The same in three languages."""
    return dict.fromkeys(("kk", "ru", "en"), value)


def _application(facts: Facts, pick: Pick) -> dict[str, Any]:
    return {
        "child_iin": pick("child_iin"),
        "district": facts.district,
        "languages": ["kk"],
        "phone": facts.left.parent.phone,
        "email": facts.left.parent.email,
        "data_kept_current": True,
        "algorithm_read": True,
    }


def _kindergarten(facts: Facts, _: Pick) -> dict[str, Any]:
    return {
        "district": facts.district,
        "name": names(f"Бақша {uuid.uuid4().hex}"),
        "address": names("Көше, 1"),
        "phone": "77990000000",
        "ownership": "state",
        "workers": [facts.left.worker.iin],
    }


def _name(facts: Facts, _: Pick) -> dict[str, Any]:
    # in Kazakh it stays: other stories find the kindergarten by it
    return {"name": {**facts.left.worker.kindergarten["name"], "en": f"Garden {uuid.uuid4().hex}"}}


def _grant(facts: Facts, _: Pick) -> dict[str, Any]:
    return {"iin": facts.stranger(), "role": "officer", "district": facts.district}


def _vacancy(facts: Facts, _: Pick) -> dict[str, Any]:
    return {"language": "kk", "group_year": facts.group_year, "kind": "general", "places": 1}


def _departure(facts: Facts, _: Pick) -> dict[str, Any]:
    return {"left_on": facts.left.values["accepted_on"], "reason": "moved_away"}


def _regrouping(facts: Facts, _: Pick) -> dict[str, Any]:
    to = {"language": "ru", "group_year": facts.group_year, "kind": "general"}
    return {"enrolment_ids": [facts.left.values["enrolment_id"]], "to": to}


def _search(facts: Facts, pick: Pick) -> dict[str, Any]:
    return {"kindergarten_id": pick("kindergarten_id"), "number": facts.left.values["number"]}


def _day() -> str:
    """A day that comes whenever the clock stands."""
    return f"{datetime.now(UTC).year + 3}-02-03"


def _policy(facts: Facts, _: Pick) -> dict[str, Any]:
    numbers = {name: value for name, value in facts.rules["policy"].items() if name != "id"}
    return {"district": facts.district, "in_force_from": _day(), "numbers": {**numbers, "max_places": 77}}


def _calendar(_: Facts, __: Pick) -> dict[str, Any]:
    return {"year": int(_day()[:4]), "worked": [], "free": [_day()], "confirmed": False}


def _benefits(facts: Facts, _: Pick) -> dict[str, Any]:
    return {"items": facts.rules["benefits"][1:]}


def contract_text() -> dict[str, Any]:
    """A template of a contract that says no more than it must."""
    return dict.fromkeys(("kk", "ru"), "1. {child_name}, {applicant_name}, {kindergarten_name}.")


def upload(_: Facts, __: Pick) -> dict[str, Any]:
    """A file of two bytes, of a form of its own."""
    return {"purpose": "registration", "draft_id": str(uuid.uuid4()), "name": "a.pdf", "size": 2}


BODIES: dict[str, Callable[[Facts, Pick], dict[str, Any]]] = {
    "auth.post_session": lambda _, __: _UNSIGNED,
    "auth.post_certificate_owner": lambda _, __: _UNSIGNED,
    "auth.post_code": lambda facts, _: {"iin": facts.left.parent.iin, "phone": "77999999999", "language": "kk"},
    "auth.post_code_session": lambda _, __: {"code_id": str(uuid.uuid4()), "code": "000000"},
    "auth.post_password_session": lambda facts, _: {"iin": facts.stranger(), "password": PASSWORD},
    "auth.put_password": lambda _, __: {"new_password": PASSWORD, "current_password": PASSWORD},
    "auth.patch_me": lambda _, __: {"language": "kk"},
    "auth.put_email": lambda _, __: {"email": "somebody@example.kz"},
    "auth.post_email_confirmation": lambda _, __: {"code": "00000000"},
    "auth.put_phone": lambda _, __: {"phone": "77990000003"},
    "auth.post_phone_confirmation": lambda _, __: {"code": "000000"},
    "auth.put_workplace": lambda _, pick: {"kindergarten_id": pick("kindergarten_id")},
    "auth.post_grant": _grant,
    "auth.search_account": lambda facts, _: {"iin": facts.left.parent.iin},
    "applications.prepare_application": _application,
    "applications.take_contacts": lambda _, pick: {"application_ids": [pick("application_id")]},
    "applications.search_applications": lambda _, pick: {"number": pick("application_number")},
    "applications.prepare_decision": lambda _, __: {"outcome": "confirm"},
    "applications.keep_draft": lambda _, __: {"sealed": "c2VhbGVk"},
    "auth.post_counter_person": lambda facts, _: {"iin": facts.left.parent.iin, "language": "kk"},
    # whom the register knows is nobody's object
    "applications.look": lambda facts, _: {
        "applicant_iin": facts.left.parent.iin,
        "child_iin": facts.left.parent.child_iin,
    },
    "applications.prepare_entry": lambda facts, pick: {
        **_application(facts, pick),
        "person": "made up",
        "language": "kk",
        "statement": ["made up"],
    },
    "applications.put_wishes": lambda _, __: {"languages": ["kk", "ru"], "separate_places": False},
    # without papers: what the owner is told is which are missing
    "applications.post_claim": lambda _, __: {"kind": "benefit", "benefit": "large_family"},
    "applications.post_papers": lambda _, __: {"files": ["made up"]},
    "applications.post_move_check": lambda facts, _: {"district": "1116" if facts.district != "1116" else "1110"},
    "applications.prepare_transfer": lambda facts, _: {"district": facts.district, "languages": ["kk"]},
    "referrals.prepare_move": lambda _, __: {"check": "made up"},
    "applications.sign_act": lambda _, __: _SIGNATURE,
    "referrals.sign_act": lambda _, __: _SIGNATURE,
    "referrals.prepare_choice": lambda facts, _: {"place_id": facts.left.values["place_id"]},
    # without a scan that documents knows: what the officer is told is that
    "referrals.prepare_counter_choice": lambda facts, _: {
        "place_id": facts.left.values["place_id"],
        "paper": ["made up"],
    },
    "referrals.search_referral": _search,
    "referrals.prepare_annulment": lambda facts, _: {
        "place_ids": [facts.left.values["place_id"]],
        "reason": "published_by_mistake",
    },
    "referrals.prepare_refusal": lambda _, __: {"reason": "no_room", "words": "Топта орын жоқ"},
    "referrals.prepare_extension": lambda _, __: {"words": "Отбасы жолда"},
    "referrals.post_answer": lambda _, __: {"words": "Келіспейміз"},
    "referrals.prepare_refusal_decision": lambda _, __: {"outcome": "overruled", "words": "Орын бар"},
    # without scans that documents knows: what the family is told is which form is missing
    "referrals.prepare_papers": lambda _, __: {
        "identity": {"number": "012345678", "issued_by": "ҚР ІІМ", "valid_until": "2099-01-01"},
        "address": "Абай көшесі, 7",
        "email": "family@example.kz",
        "phone": "77990000003",
    },
    "referrals.prepare_papers_return": lambda _, __: {"flaw": "unreadable", "words": "027/у оқылмайды"},
    "kindergartens.sign_act": lambda _, __: _SIGNATURE,
    "kindergartens.put_district": lambda _, __: {"name": names("Аудан")},
    "kindergartens.post_kindergarten": _kindergarten,
    "kindergartens.put_kindergarten_name": _name,
    "referrals.search_admission": lambda *_: {"number": "110.2026.1"},
    "kindergartens.put_kindergarten_bin": lambda *_: {"bin": BIN},
    "kindergartens.put_kindergarten_location": lambda *_: {"location": {"latitude": 53.28, "longitude": 69.39}},
    "kindergartens.prepare_vacancy": _vacancy,
    "kindergartens.prepare_departure": _departure,
    "kindergartens.prepare_closing": lambda _, __: {"remark": "№ 1 бұйрық"},
    "kindergartens.prepare_group": lambda facts, _: {
        "group_year": facts.group_year,
        "language": "en",
        "kind": "correctional",
        "norm": 20,
        "earlier": 3,
    },
    "kindergartens.prepare_regrouping": _regrouping,
    "kindergartens.prepare_proposal": lambda facts, pick: {
        "enrolment_id": pick("enrolment_id"),
        "to_kindergarten_id": facts.left.values["kindergarten_id"],
    },
    "kindergartens.prepare_joining": lambda facts, _: {
        "enrolment_id": facts.left.values["enrolment_id"],
        "code": "0000000000",
    },
    "notifications.put_read": lambda _, pick: {"notice_ids": [pick("notice_id")]},
    "kindergartens.post_escort": lambda facts, pick: {
        "iin": facts.stranger(),
        "name": "Бір Адам",
        "phone": "77990000004",
        "application_ids": [pick("application_id")],
    },
    "kindergartens.post_pickup": lambda facts, pick: {
        "application_id": pick("application_id"),
        "name": "Бір Адам",
        "day": facts.left.values["accepted_on"],
    },
    "kindergartens.look_pickup": lambda _, __: {"code": "0000 0000"},
    "kindergartens.post_pickup_use": lambda _, __: {"code": "0000 0000", "mark_id": str(uuid.uuid4())},
    "kindergartens.put_escort": lambda _, __: {"phone": "77990000004", "application_ids": []},
    "kindergartens.post_hand_mark": lambda facts, pick: {
        "id": str(uuid.uuid4()),
        "enrolment_id": pick("enrolment_id"),
        "kind": "arrival",
        # the first minutes of the child's first day there: the stack's clock may be weeks ahead of this machine's
        "at": f"{facts.left.values['accepted_on']}T00:01:00+05:00",
    },
    "kindergartens.post_strike": lambda _, __: {"reason": "Қате басылды"},
    "kindergartens.put_absence": lambda facts, pick: {
        "enrolment_id": pick("enrolment_id"),
        "day": facts.left.values["accepted_on"],
        "reason": "illness",
    },
    "kindergartens.post_marks": lambda _, __: {
        "whose": str(uuid.uuid4()),
        "sent_at": "2026-01-05T03:00:00Z",
        "marks": [
            {
                "id": str(uuid.uuid4()),
                "application_id": str(uuid.uuid4()),
                "kind": "arrival",
                "at": "2026-01-05T03:00:00Z",
            }
        ],
    },
    "kindergartens.prepare_sheet_closing": lambda facts, _: {
        "month": facts.left.values["accepted_on"][:7],
        "group_year": facts.group_year,
        "language": "kk",
        "kind": "general",
    },
    "kindergartens.post_sheet_answer": lambda _, __: {"application_id": str(uuid.uuid4()), "agreed": True},
    "kindergartens.prepare_sheet_reopening": lambda _, __: {"reason": "Белгі қате түскен"},
    "kindergartens.prepare_staff": lambda facts, _: {
        "lines": [{"iin": facts.stranger(), "name": "Бір Адам", "position": "Тәрбиеші", "from_on": "2026-01-05"}]
    },
    "kindergartens.prepare_refusal": lambda _, __: {"remark": "Топта орын жоқ"},
    "kindergartens.search_roster": lambda _, __: {"name": "ә"},
    "kindergartens.post_account_request": lambda facts, _: facts.account_request(),
    "kindergartens.post_status": lambda _, __: {"number": "1", "code": "made up"},
    "kindergartens.approve_account_request": lambda _, __: {"name": names("Бақша"), "address": names("Көше, 1")},
    "kindergartens.refuse_account_request": lambda _, __: {"reason": "other", "remark": "себебі"},
    "kindergartens.put_worker": lambda facts, _: {"iin": facts.hires()},
    "kindergartens.post_dismissal": lambda facts, _: {"iin": facts.hired or facts.stranger()},
    "referrals.preview_calendar": lambda _, __: {"year": int(_day()[:4]), "worked": [], "free": [_day()]},
    "documents.post_upload": upload,
    "documents.preview_of_template": lambda _, __: contract_text(),
    "documents.prepare_template": lambda facts, _: {
        **contract_text(),
        "district": facts.district,
        "ownership": "mini_centre",
    },
    "documents.sign_act": lambda _, __: _SIGNATURE,
    "queue.check_a_place": lambda _, __: {"number": "16.УО.2018.7339.1"},
    "queue.sign_act": lambda _, __: _SIGNATURE,
    "queue.prepare_policy": _policy,
    "queue.preview_of_policy": _policy,
    "queue.prepare_calendar": _calendar,
    "queue.prepare_benefits": _benefits,
    "queue.prepare_round": lambda _, __: {"digest": "0" * 64},
    "queue.put_wishes": lambda _, __: {"kindergartens": []},
    "queue.prepare_sorting": lambda facts, _: {"district": facts.district, "reason": None},
    **{f"{service}.post_replay": lambda _, __: {} for service in SERVICES},
}
