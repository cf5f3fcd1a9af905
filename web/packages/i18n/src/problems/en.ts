import type { English } from '../dictionary'
import type kk from './kk'

export default {
  offline:
    'There is no connection to the server.\nWhat you typed is kept on this page. Check your internet and try again.',
  timeout: 'The server did not answer.\nThe action may have been done: refresh the page and look before you try again.',
  not_understood: 'The server’s answer could not be read.\nOpen the page again. If it happens again, ask support.',
  bad_request: 'The request could not be read.\nNothing has changed. Open the page again and retry.',
  http_error: 'The request could not be read.\nNothing has changed. Open the page again and retry.',
  target_unknown: 'There is no such address.\nOpen the page again.',
  foreign_origin: 'The request came from a foreign page and was not accepted.\nOpen the portal by typing its address.',
  not_found: 'There is no such record, or it is not open to you.',
  body_too_slow: 'The data came too slowly.\nNothing was saved. Try again with a better connection.',
  body_too_large: 'Too much data was sent.\nNothing was saved.',
  uri_too_long: 'The address is too long.\nOpen the page from the menu.',
  request_invalid: 'Some fields are not right.\nNothing was sent. Correct the fields that are marked.',
  idempotency_key_reused: 'This form was already sent with other data.\nRefresh the page and see what came of it.',
  too_many_requests: 'Too many requests.\nTry again in a few seconds.',
  internal_error: 'Something is broken in the system.\nTry again later. If it happens again, ask support.',
  service_unreachable: 'The service does not answer for the moment.\nNothing has changed. Try again in a few minutes.',
  service_unavailable: 'The service is not available for the moment.\nNothing has changed. Try again in a few minutes.',
  unavailable: 'The service is not available for the moment.\nTry again in a few minutes.',
  auth_unavailable: 'We cannot check who you are just now.\nYou are not signed out. Try again in a minute.',
  service_timeout: 'The service did not answer in time.\nThe action may have been done: look before you try again.',

  sign_in_required: 'You need to sign in.\nWhat you typed is kept: you can go on after signing in.',
  email_required: 'First give your e-mail address and confirm it.\nThen all pages open.',
  key_required: 'For this you need to sign in with your EDS.\nSign out, and in again with your key.',
  permission_missing: 'You may not do this.\nIf you need to, ask an administrator.',
  session_too_old: 'For safety, sign in once more.\nThis is open only for {fresh_s} after signing in.',
  workplace_required: 'First choose where you work.\nSay for which kindergarten you are working now.',
  workplace_not_granted:
    'This kindergarten is not entrusted to you.\nChoose another from the list, or ask an administrator.',
  challenge_unknown: 'The time for signing in is over.\nYou are not signed in yet. Choose your key again.',
  code_wrong: 'The code is wrong or too old.\nCheck the digits and type it again, or ask for a new one.',
  too_many_codes:
    'Codes were asked for too often.\nYou can ask for a new one in {retry_after_s}. You can also sign in with your EDS.',
  too_many_tries: 'Too many wrong tries.\nTry again in {retry_after_s}.',
  code_not_sent: 'The code was not sent: the message service does not answer.\nTry again in a few minutes.',
  contact_refused: 'This address or number cannot be used.\nGive another one.',
  mobile_register_unavailable:
    'The mobile citizens register does not answer.\nTry again later, or sign in with your EDS.',
  sign_in_unavailable: 'Signing in does not work for the moment.\nTry again in a few minutes.',
  sms_budget_spent: 'No more SMS can be sent just now.\nTry again in {retry_after_s}, or sign in with your EDS.',
  too_many_streams: 'Too many pages are open just now.\nTry again in {retry_after_s}.',
  password_wrong:
    'The IIN or the password is wrong.\nYou are not signed in yet. If you forgot the password, sign in with your EDS and set a new one.',
  current_password_required: 'Type your present password.\nThe password is unchanged.',
  password_too_short: 'The password is too short.\nIt needs at least {shortest} characters.',
  password_too_long: 'The password is too long.\nShorten it; {shortest} characters are enough.',
  password_too_common:
    'This password is easy to guess.\nTake a phrase of at least {shortest} characters that nobody knows.',
  account_not_found: 'There is no such account.',
  session_not_found: 'That session has ended already.',
  grant_not_found: 'There is no such right: perhaps it was taken back.',
  grant_exists: 'This person has that right already.',
  grant_is_kindergartens: 'This right is changed in the kindergarten’s list of workers.',
  grant_is_own: 'You cannot change your own right.\nAsk another administrator.',
  officer_of_another_district: 'This person is an officer of another district.\nThat right has to be taken back first.',

  signature_malformed: 'The signature could not be read.\nThe document is not signed. Restart NCALayer and try again.',
  signature_too_large: 'The signature is too large.\nThe document is not signed. Try another key.',
  signature_encapsulates_content:
    'This kind of signature does not fit.\nThe document is not signed. Update NCALayer and try again.',
  signature_has_no_signer: 'The signature has no signer.\nThe document is not signed. Choose your key again.',
  signature_has_several_signers: 'The signature has several signers.\nThe document is not signed. Sign with one key.',
  signature_without_certificate:
    'The signature has no certificate.\nThe document is not signed. Choose your key again.',
  signature_has_too_many_certificates:
    'The signature has too many certificates.\nThe document is not signed. Try another key.',
  signature_mismatch: 'Another document was signed.\nThis document is not signed. Refresh the page and sign again.',
  signature_invalid:
    'The signature did not pass the check.\nThe document is not signed. Choose your key again and sign.',
  signature_algorithm_unsupported: 'The algorithm of this key is not supported.\nChoose an RSA or a GOST 2015 key.',
  certificate_expired:
    'The key has expired.\nNothing was signed. A new key is given free of charge at a public service centre and on egov.kz.',
  certificate_not_yet_valid: 'The key is not valid yet.\nChoose another key.',
  certificate_untrusted:
    'The key was not issued by the national authority.\nChoose a key of the national certification authority.',
  certificate_issuer_mismatch: 'The key’s certificate does not match its issuer.\nChoose another key.',
  certificate_chain_incomplete: 'The key’s chain of certificates is incomplete.\nUpdate NCALayer and try again.',
  certificate_issuer_not_authority: 'The certificate was not issued by an authority.\nChoose another key.',
  certificate_wrong_purpose:
    'This key is not for this.\nSigning in takes the AUTH_RSA key, signing the RSA key, or a GOST key.',
  certificate_of_organisation: 'This is an organisation’s key.\nChoose the EDS key of a person.',
  certificate_without_iin: 'The key has no IIN.\nChoose the EDS key of a person.',
  certificate_revoked:
    'The key was revoked.\nNothing was signed. A new key is given at a public service centre and on egov.kz.',
  signer_is_another_person:
    'This is another person’s key.\nNothing was signed. Choose the key of whoever is signed in.',
  revocation_unavailable:
    'We cannot check just now whether the key is valid.\nThe authority does not answer. Wait for the result on this page, do not sign again.',
  signatures_busy: 'Many people are signing just now.\nTry again in {retry_after_s}.',

  act_not_found: 'There is no such act, or it is not yours.',
  act_expired: 'The time for signing is over.\nNothing was signed. Prepare the document anew.',
  act_outdated:
    'The data changed while you were signing.\nNothing has changed. Prepare the document anew and check its text.',
  act_signed_too_often: 'This act was signed too many times.\nWait for the result, do not sign again.',
  act_not_readable:
    'Your signature is here but not processed yet.\nWait for the result on this page, do not sign again.',

  district_unknown: 'There is no such district.\nChoose a district or city from the list.',
  application_not_found: 'There is no such application, or it is not yours.',
  child_too_old: 'The child is too old for the pre-school queue.\nThe application was not made.',
  child_too_young: 'The child is still too young for this group.\nChildren are accepted from {from_day}.',
  applicant_not_in_register:
    'You are not found in the persons register.\nThe application was not made. Ask at a public service centre.',
  child_not_alive:
    'By the register no application can be made for this child.\nIf that is wrong, ask at a public service centre.',
  child_not_in_register:
    'The child is not found in the persons register.\nCheck the IIN, or ask at a public service centre.',
  child_not_of_applicant:
    'By the register you are neither parent nor guardian of this child.\nThe application was not made. If that is wrong, ask at a public service centre.',
  live_application_exists:
    'There is an application for this child already.\nA second one was not made. You find yours in your account. If it asks for a transfer, withdraw it or wait for its end.',
  application_numbers_exhausted: 'There are no more application numbers for {year}.\nAsk support.',
  counter_of_another_district:
    'This is an application of another district.\nOnly papers of your own district can be entered.',
  counter_of_own_family: 'This is an application of your own family.\nAnother officer deals with it.',
  paper_used_already: 'A place was chosen from this paper before.\nThe family has to sign a new one.',
  counter_person_expired: 'The check of the applicant is too old.\nBegin anew.',
  counter_person_invalid: 'The check of the applicant is not valid.\nBegin anew.',
  claim_is_own: 'This is an application of your own family.\nAnother officer decides on it.',
  file_not_found: 'This application has no such file.',
  application_over: 'This application has ended.\nNothing more can be done with it.',
  registered_elsewhere:
    'The child’s residence is registered in another district.\nApply where it is registered ({district}).',
  child_data_required:
    'By the register this child is not yours.\nWrite its name and birth date as they stand in the paper.',
  child_given_twice: 'The IIN of one child stands here twice.\nWrite each child once.',
  child_not_of_application:
    'The commission’s conclusion must be about a child of this application.\nChoose the child from the list.',
  not_twins:
    'By the register these children were not born on one day.\nIf they are no twins, apply for each by itself.',
  texts_outdated: 'The text of the Algorithm has been renewed.\nReload the page and read the new text.',
  benefit_unknown: 'This benefit is no longer on the list.\nChoose another one from the list.',
  papers_required: 'No copy of a paper that shows it is attached.\nUpload one file at least.',
  too_many_drafts: 'There are too many unfinished applications ({most}).\nDelete those you do not need.',
  claim_made_already:
    'The application has this already: it waits for a decision or is confirmed.\nReload the page and look at the application.',
  claim_not_found: 'No such paper was asked for.\nReload the page.',
  claim_decided: 'This paper has been decided on.\nReload the page to see how.',
  claim_asks_nothing: 'No new copy of this paper is asked for now.\nReload the page.',
  claim_reason_required: 'Choose a reason from the list.',
  claim_remark_required: 'Say the reason “another” in your own words.',
  file_used_already: 'This file has been attached before.\nUpload it anew.',
  proof_over_already: 'The paper ran out on {last_day}.\nCheck the day.',
  proof_has_no_end: 'This paper has no last day.\nLeave the day empty.',
  proof_end_required: 'This proof has a last day.\nWrite it: {last_day} at the latest.',
  proof_end_too_late: 'The proof holds until {last_day} at the latest.\nWrite an earlier day.',
  benefit_given_twice: 'One benefit is chosen twice.\nLeave it once.',
  register_unavailable: 'The persons register does not answer.\nTry again in a few minutes.',
  position_not_found: 'This application is not in the queue.',
  calendar_year_not_found: 'There is no calendar for this year.\nChoose another one.',
  period_reversed: 'The period ends before it begins.\nThe first day must not be after the last one.',
  nothing_changed: 'Nothing changes: the values are as before.\nChange one of them at least.',
  refresh_runs: 'The data are being refreshed already.\nWait until it ends: the page shows how far it is.',
  round_not_found: 'There is no such round, or it was of another district.',
  waiting_list_not_here: 'This district keeps no waiting list.\nIts policy does not switch one on.',
  rounds_not_here: 'This district does not distribute places in rounds.\nIts policy knows no such order.',
  round_changed:
    'The outcome has changed since you looked at it.\nNothing was distributed. Reload the page and look at the new one.',
  round_gives_nothing:
    'There is nothing to distribute now.\nA round can be held once places are free and families wish their kindergartens.',
  wish_given_twice: 'One kindergarten stands in the list twice.\nNothing was saved. Take one of them away.',
  too_many_wishes: 'Too many kindergartens: {most} at most.\nNothing was saved.',
  wish_closed: 'A kindergarten of the list is closed.\nNothing was saved. Take it off the list.',
  wish_in_another_district:
    'A kindergarten of the list is in another district.\nNothing was saved. Take it off the list.',
  wish_of_own_kindergarten:
    'Your child is in a kindergarten of the list already.\nNothing was saved. Take it off the list.',
  sorting_not_here: 'The queues of this district are not sorted anew: its categories are not numbered.',
  sorting_too_early: 'The day of the sorting has not come.\nNothing has changed. It may be signed from {from_day} on.',
  sorted_already: 'The district was sorted this year, on {on}.\nTo sort it once more, say why.',
  quiet_hours_are_the_regions: 'The quiet hours are the same in the whole region.\nChange them in the region’s policy.',
  rounds_need_categories_and_restoring:
    'Rounds need numbered categories and a term of restoration.\nSet both, or leave rounds switched off.',
  change_begins_too_early:
    'A change cannot begin today or before.\nNothing has changed. The earliest day is {from_day}.',

  place_not_found: 'There is no such place: perhaps it was taken.\nRefresh the list.',
  vacancy_not_found: 'There is no such publication, or it is another district’s.',
  places_not_free:
    'Places No. {ordinals} are taken or annulled by now.\nNothing has changed. Refresh the list and choose the places again.',
  annulment_remark_required: 'Explain the reason “other”.\nNothing has changed.',
  place_annulled: 'This place was annulled, nobody can take it any more.\nRefresh the list.',
  place_taken:
    'Another family has taken this place.\nYour position in the queue has not changed. Choose another place.',
  child_not_enrolled:
    'The child is not enrolled in a kindergarten.\nA transfer can be asked for only for a child that attends one.',
  transfer_exists: 'A transfer has been asked for already.\nOpen it in the journal.',
  transfer_takes_no_claim: 'A transfer takes no benefit.\nThe child stands behind those without a place anyway.',
  place_of_own_kindergarten: 'This place is in the kindergarten that the child attends.\nChoose one in another.',
  place_cancelled_before:
    'You gave this place up by cancelling its referral.\nIt can be chosen again in free choice only. Choose another place.',
  place_needed:
    'This place is held for another child whose turn has come.\nWithout it no fitting place would be left for that child. Choose another place.',
  place_other_language:
    'The application does not name the language of this place.\nThe place is held for another child. Choose another place.',
  place_opens_later: 'This place is not in free choice yet.\nIt opens at {opens_at}. Look again then.',
  twins_not_called_together: 'These children were not called together.\nNo place was chosen. Choose for each apart.',
  turn_over: 'The time to choose has passed.\nThis place is no longer held for you. Look at the places in free choice.',
  choice_not_allowed: 'No place can be chosen just now.\nYour account shows the state of the application.',
  withdrawal_not_allowed: 'This application cannot be withdrawn.\nIt is over, or the child is enrolled.',
  move_check_expired: 'The check is too old.\nCheck the district once more.',
  move_check_invalid: 'The check is not valid.\nCheck the district once more.',
  move_not_allowed:
    'The district cannot be changed now.\nIt can while the child is in the queue, called or on the stop list.',
  already_in_district: 'The child stands in the queue of this district already.\nChoose another district.',
  not_stop_listed: 'The child is not on the stop list.',
  open_referral_exists:
    'The child has a valid referral already.\nTo choose another place, that one has to be ended first.',
  referral_not_found: 'There is no such referral, or it is not open to you.',
  referral_unknown: 'No such referral was found.\nCheck the number or the IIN.',
  referral_not_valid: 'This referral is not valid.\nThe child cannot be accepted by it.',
  referral_of_another_kindergarten: 'This referral is for another kindergarten.\nThe child cannot be accepted here.',
  papers_stop_the_clock:
    'In this district admission papers stop the term of a referral.\nThere is no need to note that the family came: it hands in its papers.',
  papers_not_here_yet:
    'The admission papers are not handed in yet.\nThe child was not enrolled. In this district papers come first.',
  paper_form_missing: 'Form No. {form}/у is not attached.\nNothing was sent. Attach all three forms.',
  identity_card_expired: 'The identity card ran out on {last_day}.\nNothing was sent. Enter those of a valid one.',
  admission_not_found: 'There is no such admission application.\nLook at the journal of applications.',
  contract_receipt_invalid:
    'The contract is not of this referral.\nNothing was sent. Reload the page and open the contract again.',
  contract_required: 'The contract is not signed.\nNothing was sent. Read the contract and tick the box.',
  papers_not_taken: 'Admission papers cannot be handed in on this application now.\nNothing was changed.',
  papers_not_handed_in: 'There are no papers on this application to return.\nNothing was changed.',
  refusal_under_review:
    'The education department is looking at the kindergarten’s refusal.\nNothing was changed. Wait for the decision.',
  no_refusal_under_review:
    'This refusal is no longer under review: it is decided, or the application is over.\nReload the page.',
  must_be_accepted: 'The education department has overruled the refusal.\nThe kindergarten must enrol this child.',
  cancellation_too_late: 'The time to cancel the referral has passed.\nThe referral stays valid.',
  restored_too_late: 'The time to restore this application has passed.\nIt was not restored.',
  not_inactive: 'This application is not inactive.\nNothing was changed.',
  declining_not_here: 'In this district a place is not declined.\nCancel the referral or let the term end.',
  too_old_to_restore: 'The child is too old for a kindergarten by now.\nThe application was not restored.',
  only_declined_here:
    'In this district a referral is not cancelled.\nDeclining the place removes the child from the queue.',
  nothing_to_decline: 'No place is offered to this application now.\nNothing was changed.',
  cancellation_not_allowed: 'The referral cannot be cancelled now.\nNothing was changed.',
  clock_stopped_already: 'The term of this referral does not run.\nNothing was changed.',
  extension_not_allowed:
    'The policy of this district does not allow a referral to be extended.\nThe term was not changed.',
  extended_already: 'This referral has been extended before.\nIt can be extended only once.',
  departure_not_allowed: 'This child is not enrolled in a kindergarten.\nNothing was changed.',
  refusal_not_found: 'There is no such refusal, or it is not open to you.',
  refusal_is_own: 'This is about your own family or your own kindergarten.\nAnother officer decides.',
  family_has_answered: 'The family has sent a new answer meanwhile.\nRead it first: nothing was decided.',
  referral_is_own: 'This is the referral of your own family.\nAnother officer may extend it.',
  answered_often_enough:
    'This refusal has been answered {most} times.\nNo more answers are taken, this one was not kept.',
  referral_numbers_exhausted: 'There are no more referral numbers.\nAsk support.',
  application_not_complete_yet:
    'The data of the application have not all come yet.\nLook again in a minute, do not sign again.',
  earlier_act_not_finished: 'The act before is not finished yet.\nWait for its result, do not sign again.',

  kindergarten_not_found: 'There is no such kindergarten.',
  kindergarten_closed: 'This kindergarten is closed.\nIt publishes no more places and accepts no more children.',
  kindergarten_exists: 'There is such a kindergarten already.',
  group_year_not_offered: 'There are no groups of this year.\nChoose a year from {first} to {last}.',
  more_places_than_free:
    'The group has not so many free places: {places} were to be published, {free} are free.\nNorm: {norm}; enrolled before the system: {earlier}; on the roster: {enrolled}; on the way by referral: {on_the_way}; published: {published}. Nothing was published.',
  too_many_rows:
    'That does not fit into a file: {found} lines were found, a file holds {most}.\nNarrow it down by filters, for example by day or group year.',
  number_of_places_not_allowed: 'Too many places.\nAt most {most} can be added at once.',
  account_requests_waiting: 'Your requests are still being looked at.\nYou can send another in {retry_after_s}.',
  account_request_not_found: 'No such request was found.\nCheck the number and the code.',
  account_request_decided: 'This request has been decided already.\nRefresh the page.',
  remark_required: 'Write the reason of your decision.',
  worker_not_found: 'There is no such worker.',
  enrolment_not_found: 'There is no such child in the kindergarten’s list.\nRefresh the list.',
  child_not_in_group: 'The child is in this group no more: its last day was {last_day}.\nRefresh the list.',
  children_of_several_groups: 'The children are of several groups.\nChoose children of one group.',
  group_is_the_same: 'The children are in this group.\nChoose another one.',
  conclusion_required: 'A correctional group takes children by the commission’s conclusion only, by an application.',
  groups_not_moved_now: 'This is not the time to go over to another group: that is in month {month} only.',
  departure_in_future: 'The day of leaving is still to come.\nChoose {today} or an earlier day.',
  departure_too_early: 'The child was not in this group on that day.\nChoose {from_day} or a later day.',
  child_swaps_already: 'The child is in another swap.\nCancel that one first, or wait until it is over.',
  swap_code_unknown: 'There is no such code, or it was used.\nCheck it with the other family.',
  swap_not_found: 'There is no such swap.\nRefresh the page.',
  notice_not_found: 'There is no such message in your cabinet.\nRefresh the list.',
  escort_not_found: 'There is no such escort, or it was not you who named them.\nRefresh the list.',
  escort_is_applicant: 'This is your own IIN.\nYou are an escort of your child anyway and need not add yourself.',
  escort_on_staff:
    'This person is on the kindergarten’s staff.\nNone of the staff may be an escort. Add somebody else.',
  escort_not_in_register: 'The persons register knows nobody of this number.\nCheck the IIN and type it again.',
  escort_name_differs: 'This IIN is somebody else’s.\nWrite the IIN and the name as on the identity card.',
  escort_too_young: 'The escort is too young.\nThey must be {years} years old at least.',
  too_many_escorts: 'No more escorts can be added for this child.\nAt most {most}. Remove somebody first.',
  too_many_children_of_escort: 'No more children can be entrusted to this person.\nAt most {most} to one escort.',
  staff_from_in_future: 'The first day of work cannot be later than today.\nCorrect the date.',
  staff_until_before_from: 'The last day of work is before the first.\nCorrect the dates.',
  pickup_unknown:
    'No such code was given for this kindergarten.\nCheck the digits. If there is none, do not give the child, call the parent.',
  pickup_used: 'This code was used already: {used_at}.\nDo not give the child, call the parent.',
  pickup_withdrawn: 'The parent has withdrawn this code.\nDo not give the child, call the parent.',
  pickup_other_day: 'This code is for another day: {day}.\nDo not give the child, call the parent.',
  pickup_child_left: 'This child is not in the kindergarten any more.\nCall the parent.',
  pickup_tries_spent: 'Too many wrong codes.\nTry again in {retry_after_s}, or call the parent.',
  pickup_not_found: 'There is no such code.\nRefresh the list.',
  pickup_over: 'This code holds no more.\nRefresh the list.',
  pickup_day_not_allowed: 'No code can be given for this day.\nChoose a day: {first_day} – {last_day}.',
  too_many_entrustments: 'Escorts were added too often today.\nAt most {most} a day. Try again tomorrow.',
  too_many_pickups: 'Too many codes were given for this child.\nAt most {most}. Try again tomorrow.',
  mark_not_entrusted: 'This child was not entrusted to you at that time.\nAsk the parent to name you as an escort.',
  mark_child_left: 'The child was not on the roster of the kindergarten on that day.\nAsk the kindergarten.',
  mark_in_future: 'The time of the mark is yet to come.\nCheck its time and the clock of your device, and mark again.',
  mark_too_old: 'The mark is too old to be taken.\nTell a worker of the kindergarten, who can mark it.',
  mark_too_many: 'Too many marks were sent within a day.\nTell a worker of the kindergarten, who can mark it.',
  mark_id_taken: 'This mark was sent before with other content.\nMark again.',
  mark_struck_already: 'This mark is struck out already.\nReload the page.',
  marks_of_another: 'The marks on this phone are of somebody else.\nThey are sent when that person signs in.',
  absence_day_not_allowed: 'No reason can be given for this day.\nChoose a nearer one.',
  mark_month_closed:
    'This month is closed, the mark was not taken.\nTell a worker of the kindergarten, who can reopen the month.',
  sheet_closed: 'This month is closed and cannot be changed.\nFirst reopen the sheet of the month, and say why.',
  sheet_closed_already: 'The month of this group is closed already.\nReload the page.',
  sheet_empty: 'Nobody was in the group in this month.\nChoose another month or group.',
  sheet_month_not_over: 'The month is not over yet.\nThe sheet can be closed once {last_day} is over.',
  sheet_not_asked: 'Nobody has asked to approve this sheet.\nIf you have a question, call the kindergarten.',
  sheet_reopened_already: 'This sheet was reopened already.\nReload the page.',
  sheet_not_found: 'There is no such sheet, or it was reopened.\nReload the page.',
  sheet_paper_not_made_yet: 'The paper of the sheet is not made yet.\nTry again in a few seconds.',
  mark_not_found: 'There is no such mark.\nReload the page.',
  staff_named_twice: 'A person is written twice from the same day on.\nTake one line away.',
  swap_over: 'This swap is over.\nRefresh the page to see what became of it.',
  swap_approved_already: 'The kindergarten has approved this swap.\nThe other one is to decide now.',
  swap_kindergarten_same: 'The child is in this kindergarten.\nChoose another one.',
  swap_own: 'This is the code of your own proposal.\nGive it to the other family.',
  swap_other_district: 'The other kindergarten is in another district.\nPlaces are swapped inside one district only.',
  swap_other_kindergarten: 'The first family has named another kindergarten.\nIt has to propose anew and choose yours.',
  swap_other_group_year:
    'The children’s groups are of different years.\nPlaces are swapped between groups of one year only.',
  swap_other_language: 'The groups have different languages.\nPlaces are swapped between groups of one language only.',
  swap_other_kind: 'The groups are of different kinds.\nPlaces are swapped between groups of one kind only.',

  contract_not_signed: 'Nobody has signed this contract yet.\nTry again once it is signed.',
  contract_template_not_found: 'There is no such version of the template.\nChoose one from the list.',
  contract_field_unknown: 'There is no such field: {field} (text: {language}, line {line}).\nChoose one from the list.',
  contract_field_missing: 'A needed field is not in the text: {field} (text: {language}).\nAdd it.',
  contract_text_malformed:
    'A brace is not closed (text: {language}, line {line}).\nWrite a field as its name in braces.',
  contract_text_empty: 'The text is empty (language: {language}).\nWrite one clause at least.',
  document_not_found: 'There is no such document, or it is not open to you.',
  paper_unknown: 'No such paper was found.\nCheck the code. If it is right, Kezek did not issue this paper.',

  // files that are handed in
  file_receipt_invalid: 'The file’s receipt is not recognised.\nNothing was sent. Attach the file again.',
  file_not_yours: 'Somebody else attached this file.\nNothing was sent. Attach the file yourself.',
  file_given_twice: 'One file was added twice.\nRemove one of them.',
  file_receipt_expired: 'The file was attached too long ago.\nNothing was sent. Attach the file again.',
  file_of_another_purpose: 'This file was attached for something else.\nAttach it here again.',
  too_many_files: 'Too many files: at most {most}.\nThis file was not kept. Remove one, or put the pages into one PDF.',
  files_too_large:
    'The files are too large: together at most {megabytes} MB.\nThis file was not kept. Save it at a lower quality, or take a photo of it.',
  file_link_unknown: 'This link is not meant for you, or is wrong.\nOpen the file from the page of the application.',
  file_link_expired:
    'The link is over: it is good for a minute.\nOpen the file from the page of the application again.',
  upload_not_found: 'This file was not found.\nPerhaps it was attached too long ago. Attach it again.',
  file_name_not_taken: 'Files of this kind are not taken.\nAttach PDF or JPEG (.pdf, .jpg, .jpeg).',
  upload_over: 'This file has been sent already.\nTo change it, remove it and attach it again.',
  upload_goes_on_elsewhere: 'The file goes on at another place.\nReload the page and attach the file again.',
  upload_incomplete: 'The file did not arrive in full.\nGo on sending it.',
  too_many_uploads: 'Too many files were attached.\nTry again in {retry_after_s}.',

  written_in_kk: 'Kazakh',
  written_in_ru: 'Russian',
} as const satisfies English<typeof kk>
