"""Every code of a refusal: its HTTP status, where it is answered, and its parameters (RFC 9457, `params`).

`where` names services; `everywhere` is the platform or the gateway, `acts` the routes of signed acts, `signed` those
that take a signature, `files` what the platform judges of files, and `register` what it asks of the persons register,
for the services named beside it. Clients translate the code and fill the parameters in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

EVERYWHERE = "everywhere"
ACTS = "acts"
SIGNED = "signed"
VOUCHED = "vouched"
"""The routes that take what another service vouches for (ADR 39, 40)."""
FILES = "files"
REGISTER = "register"


class Fields:
    """A parameter that lists the wrong fields of a request, each with its code."""


@dataclass(frozen=True)
class ProblemCode:
    """A code; `params` are always there, `maybe` only sometimes."""

    code: str
    status: int
    where: frozenset[str]
    params: Mapping[str, type] = field(default_factory=dict)
    maybe: Mapping[str, type] = field(default_factory=dict)


def _plain(status: int, where: str, codes: str) -> list[ProblemCode]:
    """Codes without parameters."""
    return [ProblemCode(code, status, frozenset(where.split())) for code in codes.split()]


def _with(
    status: int, where: str, codes: str, /, *, maybe: Mapping[str, type] | None = None, **params: type
) -> list[ProblemCode]:
    return [ProblemCode(code, status, frozenset(where.split()), params, maybe or {}) for code in codes.split()]


_WAITS: Mapping[str, type] = {"received_at": str}  # an act whose signature is stored, and which is finished later
# whom a group counts against its norm
_OF_GROUP: Mapping[str, Any] = dict.fromkeys(("norm", "earlier", "enrolled", "on_the_way", "published"), int)

_ALL = [
    # the gateway and the platform
    *_plain(400, EVERYWHERE, "bad_request http_error"),
    *_plain(401, EVERYWHERE, "sign_in_required"),
    *_plain(403, EVERYWHERE, "foreign_origin email_required"),
    *_with(403, EVERYWHERE, "workplace_required", permission=str),
    *_with(403, EVERYWHERE, "permission_missing", maybe={"permission": str}),
    *_plain(404, EVERYWHERE, "not_found"),
    *_plain(405, EVERYWHERE, "method_not_allowed"),
    *_plain(408, EVERYWHERE, "body_too_slow"),
    *_plain(409, EVERYWHERE, "idempotency_key_reused"),
    *_with(413, EVERYWHERE, "body_too_large", maybe={"limit_bytes": int}),
    *_plain(414, EVERYWHERE, "uri_too_long"),
    *_with(422, EVERYWHERE, "request_invalid", fields=Fields),
    *_plain(429, EVERYWHERE, "too_many_requests"),
    *_plain(500, EVERYWHERE, "internal_error"),
    *_plain(502, EVERYWHERE, "service_unreachable"),
    *_plain(503, EVERYWHERE, "service_unavailable unavailable auth_unavailable"),
    *_plain(504, EVERYWHERE, "service_timeout"),
    # signed acts, and signatures
    *_plain(404, ACTS, "act_not_found"),
    *_plain(409, ACTS, "act_expired act_outdated"),
    *_plain(429, ACTS, "act_signed_too_often"),
    *_with(503, ACTS, "act_not_readable", maybe=_WAITS),
    *_plain(
        422,
        SIGNED,
        "signature_malformed signature_too_large signature_encapsulates_content signature_has_no_signer "
        "signature_has_several_signers signature_without_certificate signature_has_too_many_certificates "
        "signature_mismatch signature_invalid signature_algorithm_unsupported certificate_expired "
        "certificate_not_yet_valid certificate_untrusted certificate_issuer_mismatch certificate_chain_incomplete "
        "certificate_issuer_not_authority certificate_wrong_purpose certificate_of_organisation "
        "certificate_without_iin certificate_revoked signer_is_another_person",
    ),
    *_with(503, SIGNED, "revocation_unavailable", maybe=_WAITS),
    *_with(503, SIGNED, "signatures_busy", maybe=_WAITS, retry_after_s=int),
    # auth
    *_plain(400, "auth", "target_unknown"),
    *_plain(403, "auth", "key_required"),
    *_with(403, "auth", "session_too_old", fresh_s=int),
    *_plain(404, "auth", "account_not_found grant_not_found session_not_found"),
    *_plain(409, "auth", "grant_exists grant_is_kindergartens grant_is_own officer_of_another_district"),
    *_plain(422, "auth", "challenge_unknown code_wrong contact_refused current_password_required password_wrong"),
    *_plain(422, "auth", "workplace_not_granted"),
    *_with(422, "auth", "password_too_short password_too_long password_too_common", shortest=int),
    *_with(429, "auth", "too_many_codes too_many_tries", retry_after_s=int),
    *_plain(503, "auth", "code_not_sent mobile_register_unavailable sign_in_unavailable"),
    *_with(503, "auth", "sms_budget_spent too_many_streams", retry_after_s=int),
    # several of auth, applications, kindergartens, queue and referrals
    *_with(422, "auth applications documents kindergartens queue", "district_unknown", district=str),
    *_plain(404, "applications notifications queue referrals", "application_not_found"),
    *_plain(404, "notifications", "notice_not_found"),
    *_with(409, "applications referrals", "child_too_old", maybe={"below_months": int}),
    *_plain(404, "kindergartens queue referrals", "kindergarten_not_found"),
    # applications
    *_plain(409, "applications", "applicant_not_in_register child_not_alive child_not_in_register"),
    *_plain(409, "applications", "child_not_of_applicant live_application_exists"),
    *_plain(422, f"{VOUCHED} applications", "counter_person_expired counter_person_invalid"),
    *_plain(409, "applications referrals", "counter_of_own_family"),
    *_plain(409, "referrals", "paper_used_already"),
    *_plain(409, "applications", "transfer_exists transfer_takes_no_claim"),
    *_with(409, "applications", "child_not_enrolled", status=str),
    *_with(409, "applications", "counter_of_another_district", district=str),
    *_plain(404, "applications", "claim_not_found"),
    *_plain(404, "applications referrals", "file_not_found"),
    *_with(409, "applications", "claim_decided claim_asks_nothing", state=str),
    *_plain(409, "applications", "child_data_required child_given_twice child_not_of_application not_twins"),
    *_with(409, "applications", "texts_outdated", version=str),
    *_with(409, "applications", "benefit_unknown", benefit=str),
    *_with(409, "applications", "claim_made_already", claim=str),
    *_with(409, "applications", "papers_required", claim=str),
    *_with(409, "applications", "too_many_drafts", most=int),
    *_plain(409, "applications", "claim_is_own claim_reason_required claim_remark_required"),
    *_plain(409, "applications referrals", "file_used_already"),
    *_with(409, "applications", "proof_over_already", last_day=str),
    *_plain(409, "applications", "proof_has_no_end"),
    *_with(409, "applications", "proof_end_required proof_end_too_late", last_day=str),
    *_with(409, "applications", "benefit_given_twice", benefit=str),
    *_with(409, "applications", "application_numbers_exhausted", district=str, year=int),
    *_with(409, "applications queue", "application_over", status=str),
    *_with(409, "applications", "registered_elsewhere", district=str),
    *_with(503, f"{REGISTER} applications", "register_unavailable", maybe=_WAITS),
    # queue
    *_plain(404, "queue", "position_not_found"),
    *_with(404, "queue", "calendar_year_not_found", year=int),
    *_plain(409, "documents queue", "nothing_changed"),
    *_plain(409, "queue", "quiet_hours_are_the_regions rounds_need_categories_and_restoring"),
    *_with(409, "queue", "change_begins_too_early sorting_too_early", from_day=str),
    *_plain(409, "queue", "sorting_not_here refresh_runs"),
    *_plain(404, "queue", "round_not_found"),
    *_plain(409, "queue", "rounds_not_here round_changed round_gives_nothing waiting_list_not_here wish_given_twice"),
    *_with(409, "queue", "too_many_wishes", most=int),
    *_with(409, "queue", "wish_closed wish_in_another_district wish_of_own_kindergarten", kindergarten_id=str),
    *_with(409, "queue", "sorted_already", on=str),
    *_plain(422, "queue", "period_reversed"),
    # referrals
    *_plain(404, "referrals", "place_not_found referral_unknown vacancy_not_found"),
    *_plain(404, "documents referrals", "referral_not_found"),
    *_plain(409, "referrals", "open_referral_exists place_annulled place_taken turn_over referral_numbers_exhausted"),
    *_plain(409, "referrals", "annulment_remark_required referral_of_another_kindergarten"),
    *_plain(409, "referrals", "papers_stop_the_clock papers_not_here_yet refusal_under_review must_be_accepted"),
    *_plain(409, "referrals", "no_refusal_under_review family_has_answered extension_not_allowed extended_already"),
    *_plain(404, "referrals", "refusal_not_found"),
    *_plain(409, "referrals", "refusal_is_own referral_is_own"),
    *_with(409, "referrals", "answered_often_enough", most=int),
    *_with(409, "referrals", "cancellation_too_late restored_too_late", until=str),
    *_plain(409, "referrals", "declining_not_here only_declined_here too_old_to_restore"),
    *_with(409, "referrals", "not_inactive nothing_to_decline", status=str),
    *_with(409, "referrals", "clock_stopped_already", why=str),
    *_with(409, "referrals", "cancellation_not_allowed departure_not_allowed", status=str),
    *_with(409, "referrals", "papers_not_taken papers_not_handed_in", status=str),
    *_with(409, "referrals", "paper_form_missing", form=str),
    *_with(409, "referrals", "identity_card_expired", last_day=str),
    *_plain(404, "referrals", "admission_not_found"),
    *_with(409, "referrals", "places_not_free", ordinals=str),
    *_with(409, "referrals", "child_too_young", from_day=str),
    *_plain(409, "referrals", "place_cancelled_before place_needed place_other_language twins_not_called_together"),
    *_plain(409, "referrals", "place_of_own_kindergarten"),
    *_with(409, "referrals", "place_opens_later", opens_at=str),
    *_with(409, "referrals", "choice_not_allowed not_stop_listed", status=str),
    # of one's own kindergarten's with the day; of one that it has refused with the application, whose paper it may read
    *_with(
        409, "documents referrals", "referral_not_valid", status=str, maybe={"last_day": str, "application_id": str}
    ),
    *_plain(422, f"{VOUCHED} referrals", "move_check_expired move_check_invalid"),
    *_with(409, "applications referrals", "already_in_district", district=str),
    *_with(409, "applications referrals", "move_not_allowed withdrawal_not_allowed", status=str),
    *_with(503, "applications documents referrals", "application_not_complete_yet", maybe=_WAITS),
    *_with(503, "referrals", "earlier_act_not_finished", maybe=_WAITS),
    # kindergartens
    *_plain(404, "kindergartens", "account_request_not_found enrolment_not_found worker_not_found"),
    *_with(409, "kindergartens", "child_not_in_group", last_day=str),
    *_plain(409, "kindergartens", "children_of_several_groups conclusion_required group_is_the_same"),
    *_with(409, "kindergartens", "groups_not_moved_now", month=int),
    *_plain(404, "kindergartens", "swap_code_unknown swap_not_found"),
    *_plain(409, "kindergartens", "child_swaps_already swap_approved_already swap_kindergarten_same swap_own"),
    *_plain(409, "kindergartens", "swap_other_district swap_other_kindergarten swap_other_group_year"),
    *_plain(409, "kindergartens", "swap_other_language swap_other_kind"),
    *_with(409, "kindergartens", "swap_over", state=str),
    *_plain(404, "kindergartens", "escort_not_found mark_not_found"),
    *_plain(409, "kindergartens", "escort_is_applicant escort_on_staff escort_not_in_register escort_name_differs"),
    *_with(409, "kindergartens", "escort_too_young", years=int),
    *_with(409, "kindergartens", "too_many_escorts", most=int, child=str),
    *_with(409, "kindergartens", "too_many_children_of_escort", most=int),
    *_plain(409, "kindergartens", "mark_not_entrusted mark_child_left mark_in_future mark_too_old mark_too_many"),
    *_plain(409, "kindergartens", "mark_id_taken mark_struck_already marks_of_another absence_day_not_allowed"),
    *_plain(404, "kindergartens", "pickup_not_found pickup_unknown"),
    *_plain(409, "kindergartens", "pickup_withdrawn pickup_child_left"),
    *_with(409, "kindergartens", "pickup_day_not_allowed", first_day=str, last_day=str),
    *_with(409, "kindergartens", "pickup_other_day", day=str),
    *_with(409, "kindergartens", "pickup_over", state=str),
    *_with(409, "kindergartens", "pickup_used", used_at=str),
    *_with(409, "kindergartens", "too_many_pickups too_many_entrustments", most=int),
    *_with(429, "kindergartens", "pickup_tries_spent", retry_after_s=int),
    *_plain(409, "kindergartens", "mark_month_closed sheet_closed sheet_closed_already sheet_empty"),
    *_plain(409, "kindergartens", "sheet_reopened_already sheet_not_asked"),
    *_with(409, "kindergartens", "sheet_month_not_over", last_day=str),
    *_plain(404, "documents kindergartens", "sheet_not_found"),
    *_with(409, "kindergartens", "staff_from_in_future", today=str, maybe={"line": int}),
    *_with(409, "kindergartens", "staff_until_before_from staff_named_twice", maybe={"line": int}),
    *_with(409, "kindergartens", "departure_in_future", today=str),
    *_with(409, "kindergartens", "departure_too_early", from_day=str),
    *_plain(409, "kindergartens referrals", "kindergarten_closed"),
    *_plain(409, "kindergartens", "kindergarten_exists remark_required"),
    *_with(409, "kindergartens", "account_request_decided", state=str),
    *_with(409, "kindergartens", "group_year_not_offered", first=int, last=int),
    *_with(409, "kindergartens", "number_of_places_not_allowed", most=int),
    *_with(422, "kindergartens", "too_many_rows", found=int, most=int),
    *_with(409, "kindergartens", "more_places_than_free", places=int, free=int, **_OF_GROUP),
    *_with(429, "kindergartens", "account_requests_waiting", retry_after_s=int),
    # files, where they are handed in and where they are used
    *_plain(422, f"{FILES} applications referrals", "file_receipt_invalid file_not_yours file_given_twice"),
    *_with(422, f"{FILES} applications referrals", "file_receipt_expired", file_id=str),
    *_with(422, f"{FILES} applications referrals", "file_of_another_purpose", purpose=str),
    *_plain(422, f"{FILES} referrals", "contract_receipt_invalid"),
    *_plain(422, "referrals", "contract_required"),
    *_with(409, f"{FILES} applications documents referrals", "too_many_files", most=int),
    *_with(409, f"{FILES} applications documents referrals", "files_too_large", megabytes=int),
    *_plain(404, f"{FILES} documents", "file_link_unknown file_link_expired"),
    # documents
    *_plain(503, "documents", "sheet_paper_not_made_yet"),
    *_plain(404, "documents", "document_not_found paper_unknown upload_not_found"),
    *_plain(404, "documents", "contract_template_not_found"),
    *_plain(409, "documents", "contract_not_signed"),
    *_with(409, "documents", "contract_field_unknown", field=str, language=str, line=int),
    *_with(409, "documents", "contract_field_missing", field=str, language=str),
    *_with(409, "documents", "contract_text_malformed", language=str, line=int),
    *_with(409, "documents", "contract_text_empty", language=str),
    *_plain(422, "documents", "file_name_not_taken"),
    *_with(409, "documents", "upload_over", state=str),
    *_with(409, "documents", "upload_goes_on_elsewhere", received=int),
    *_with(409, "documents", "upload_incomplete", received=int, size=int),
    *_with(429, "documents", "too_many_uploads", retry_after_s=int),
]
PROBLEMS: Mapping[str, ProblemCode] = {each.code: each for each in _ALL}


def answered(status: int, places: frozenset[str]) -> list[ProblemCode]:
    """The codes of a status that are answered in one of these places, by name."""
    found = [each for each in PROBLEMS.values() if each.status == status and each.where & places]
    return sorted(found, key=lambda each: each.code)
