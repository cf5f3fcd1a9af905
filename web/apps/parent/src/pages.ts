/** Every page of this app by its address; each has a chunk of its own. */
import { leavingTexts, page, type PageTable } from '@kezek/ui'
import { filesTexts } from '@kezek/ui/files'

import { formTexts } from '@kezek/application-form'
import { admissionTexts, claimTexts, kindergartenTexts, refusalTexts } from '@kezek/i18n'
import { placeTexts } from '@kezek/place-choice'
import { signingTexts } from '@kezek/signing'

import { accountRequestTexts } from './features/account-request/texts'
import { accountStatusTexts } from './features/account-status/texts'
import { admissionsTexts } from './features/admissions/texts'
import { applicationPageTexts } from './features/application/texts'
import { applyTexts } from './features/apply/texts'
import { attendanceTexts } from './features/attendance/texts'
import { bulletinTexts } from './features/bulletin/texts'
import { cabinetTexts } from './features/cabinet/texts'
import { cancelTexts } from './features/cancel/texts'
import { checkTexts } from './features/check/texts'
import { childAttendanceTexts } from './features/child-attendance/texts'
import { chooseTexts } from './features/choose/texts'
import { declineTexts } from './features/decline/texts'
import { escortsTexts } from './features/escorts/texts'
import { eventsTexts } from './features/events/texts'
import { firstEmailTexts } from './features/first-email/texts'
import { homeTexts } from './features/home/texts'
import { inboxTexts } from './features/inbox/texts'
import { kindergartenPageTexts } from './features/kindergarten/texts'
import { kindergartensTexts } from './features/kindergartens/texts'
import { journalTexts } from './features/journal/texts'
import { labels as manuals } from './features/manuals/labels'
import { moveTexts } from './features/move/texts'
import { papersTexts } from './features/papers/texts'
import { passwordTexts } from './features/password/texts'
import { pickupsTexts } from './features/pickups/texts'
import { placeCheckTexts } from './features/place-check/texts'
import { queueTexts } from './features/queue/texts'
import { readingsTexts } from './features/readings/texts'
import { referralTexts } from './features/referral/texts'
import { refusalPageTexts } from './features/refusal/texts'
import { restoreTexts } from './features/restore/texts'
import { sessionsTexts } from './features/sessions/texts'
import { settingsTexts } from './features/settings/texts'
import { signInTexts } from './features/sign-in/texts'
import { transferTexts } from './features/transfer/texts'
import { swapTexts } from './features/swap/texts'
import { vacanciesTexts } from './features/vacancies/texts'
import { wishedTexts } from './features/wished/texts'
import { wishesTexts } from './features/wishes/texts'
import { withdrawTexts } from './features/withdraw/texts'
import { oldContactsTexts } from './shared/applications/contacts/texts'
import { applicationTexts } from './shared/applications/texts'
import { contactTexts } from './shared/contact/texts'
import { contractTexts } from './shared/contract/texts'
import { leavingQueueTexts } from './shared/leaving/texts'
import { triesTexts } from './shared/tries/texts'

/** What a page speaks with by which an application leaves its queue. */
const ofLeaving = [leavingQueueTexts, applicationTexts, signingTexts] as const

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts),
  '/sign-in': page(() => import('./features/sign-in/SignInPage'), signInTexts, triesTexts, leavingTexts),
  '/first-email': page(
    () => import('./features/first-email/FirstEmailPage'),
    firstEmailTexts,
    contactTexts,
    triesTexts,
    leavingTexts,
  ),
  '/settings': page(
    () => import('./features/settings/SettingsPage'),
    settingsTexts,
    contactTexts,
    oldContactsTexts,
    triesTexts,
    leavingTexts,
  ),
  '/settings/password': page(() => import('./features/password/PasswordPage'), passwordTexts, triesTexts),
  '/settings/readings': page(() => import('./features/readings/ReadingsPage'), readingsTexts),
  '/settings/sessions': page(() => import('./features/sessions/SessionsPage'), sessionsTexts),
  '/settings/events': page(() => import('./features/events/EventsPage'), eventsTexts),
  '/inbox': page(() => import('./features/inbox/InboxPage'), inboxTexts),
  '/cabinet': page(() => import('./features/cabinet/CabinetPage'), cabinetTexts, applicationTexts),
  '/apply': page(() => import('./features/apply/ApplyPage'), applyTexts, applicationTexts),
  '/apply/done/:id': page(() => import('./features/apply/DonePage'), applyTexts, applicationTexts),
  '/choose/:id': page(
    () => import('./features/choose/ChoosePage'),
    chooseTexts,
    placeTexts,
    applicationTexts,
    kindergartenTexts,
  ),
  '/referral/:id': page(
    () => import('./features/referral/ReferralPage'),
    referralTexts,
    applicationTexts,
    kindergartenTexts,
    refusalTexts,
  ),
  '/restore/:id': page(() => import('./features/restore/RestorePage'), restoreTexts, ...ofLeaving),
  '/decline/:id': page(() => import('./features/decline/DeclinePage'), declineTexts, ...ofLeaving),
  '/cancel/:id': page(() => import('./features/cancel/CancelPage'), cancelTexts, ...ofLeaving),
  '/refusal/:id': page(
    () => import('./features/refusal/RefusalPage'),
    refusalPageTexts,
    refusalTexts,
    applicationTexts,
    filesTexts,
  ),
  '/queue/:id': page(() => import('./features/queue/QueuePage'), queueTexts, applicationTexts),
  '/journal': page(() => import('./features/journal/JournalPage'), journalTexts, applicationTexts),
  '/journal/:id/:tab?': page(
    () => import('./features/application/ApplicationPage'),
    applicationPageTexts,
    applicationTexts,
    claimTexts,
    filesTexts,
    oldContactsTexts,
    kindergartenTexts,
  ),
  '/papers': page(
    () => import('./features/papers/PapersPage'),
    papersTexts,
    contractTexts,
    admissionTexts,
    kindergartenTexts,
    filesTexts,
    signingTexts,
  ),
  '/admissions': page(
    () => import('./features/admissions/AdmissionsPage'),
    admissionsTexts,
    admissionTexts,
    kindergartenTexts,
  ),
  '/admissions/:application/:referral/:tab?': page(
    () => import('./features/admissions/AdmissionPage'),
    admissionsTexts,
    contractTexts,
    admissionTexts,
    kindergartenTexts,
    filesTexts,
  ),
  '/move/:id': page(() => import('./features/move/MovePage'), moveTexts, ...ofLeaving),
  '/transfer/:id': page(() => import('./features/transfer/TransferPage'), transferTexts, formTexts, ...ofLeaving),
  '/wishes/:id': page(() => import('./features/wishes/WishesPage'), wishesTexts, applicationTexts, formTexts),
  '/swap/:id': page(
    () => import('./features/swap/SwapPage'),
    swapTexts,
    applicationTexts,
    kindergartenTexts,
    signingTexts,
  ),
  '/escorts': page(() => import('./features/escorts/EscortsPage'), escortsTexts, triesTexts, leavingTexts),
  '/pickups': page(() => import('./features/pickups/PickupsPage'), pickupsTexts),
  '/attendance': page(() => import('./features/attendance/AttendancePage'), attendanceTexts),
  '/attendance/:id': page(() => import('./features/child-attendance/ChildAttendancePage'), childAttendanceTexts),
  '/wished/:id': page(() => import('./features/wished/WishedPage'), wishedTexts, kindergartenTexts),
  '/withdraw/:id': page(() => import('./features/withdraw/WithdrawPage'), withdrawTexts, ...ofLeaving),
  '/bulletin': page(() => import('./features/bulletin/BulletinPage'), bulletinTexts),
  '/place': page(() => import('./features/place-check/PlaceCheckPage'), placeCheckTexts, triesTexts),
  '/vacancies': page(() => import('./features/vacancies/VacanciesPage'), vacanciesTexts, kindergartenTexts),
  '/kindergartens': page(
    () => import('./features/kindergartens/KindergartensPage'),
    kindergartensTexts,
    kindergartenTexts,
  ),
  '/kindergartens/:id': page(
    () => import('./features/kindergarten/KindergartenPage'),
    kindergartenPageTexts,
    kindergartenTexts,
  ),
  '/check': page(() => import('./features/check/CheckPage'), checkTexts, triesTexts),
  '/account-request': page(
    () => import('./features/account-request/AccountRequestPage'),
    accountRequestTexts,
    triesTexts,
  ),
  '/account-request/status': page(
    () => import('./features/account-status/AccountStatusPage'),
    accountStatusTexts,
    triesTexts,
  ),
  '/manuals': page(() => import('./features/manuals/ManualsPage'), manuals),
  '/manuals/:id': page(() => import('./features/manuals/ManualPage'), manuals),
  '/rules': page(() => import('./features/manuals/RulesPage'), manuals),
  '/privacy': page(() => import('./features/manuals/PrivacyPage'), manuals),
  '/accessibility': page(() => import('./features/manuals/AccessibilityPage'), manuals),
}
