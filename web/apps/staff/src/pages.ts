/** Every page of this app by its address below /staff; each has a chunk of its own. */
import { formTexts } from '@kezek/application-form'
import { admissionTexts, claimTexts, fieldTexts, kindergartenTexts, refusalTexts } from '@kezek/i18n'
import { placeTexts } from '@kezek/place-choice'
import { signingTexts } from '@kezek/signing'
import { page, type PageTable } from '@kezek/ui'
import { filesTexts } from '@kezek/ui/files'

import { admissionDeskTexts } from './features/admissions/texts'
import { accountTexts } from './features/account/texts'
import { accountsTexts } from './features/accounts/texts'
import { addKindergartenTexts } from './features/add-kindergarten/texts'
import { addTexts } from './features/add-places/texts'
import { chooseAtCounterTexts } from './features/choose-at-counter/texts'
import { closeTexts } from './features/close/texts'
import { contractsTexts } from './features/contracts/texts'
import { counterTexts } from './features/counter/texts'
import { dashboardTexts } from './features/dashboard/texts'
import { departureTexts } from './features/departure/texts'
import { deskTexts } from './features/desk/texts'
import { deskCardTexts } from './features/desk-card/texts'
import { districtsTexts } from './features/districts/texts'
import { childTexts } from './features/enrolled-child/texts'
import { eventsTexts } from './features/events/texts'
import { findTexts } from './features/find/texts'
import { grantsTexts } from './features/grants/texts'
import { groupsTexts } from './features/groups/texts'
import { healthTexts } from './features/health/texts'
import { homeTexts } from './features/home/texts'
import { annulTexts } from './features/annul/texts'
import { annulledTexts } from './features/annulled/texts'
import { attendanceTexts } from './features/attendance/texts'
import { benefitsTexts } from './features/benefits/texts'
import { calendarTexts } from './features/calendar/texts'
import { changeTexts } from './features/kindergarten/texts'
import { kindergartensTexts } from './features/kindergartens/texts'
import { officerTexts } from './features/officer/texts'
import { parkedTexts } from './features/parked/texts'
import { policiesTexts } from './features/policies/texts'
import { changePolicyTexts } from './features/policy-change/texts'
import { publishedTexts } from './features/published/texts'
import { readingsTexts } from './features/readings/texts'
import { refusalPageTexts } from './features/refusal/texts'
import { refusalsTexts } from './features/refusals/texts'
import { regionTexts } from './features/region/texts'
import { regroupTexts } from './features/regroup/texts'
import { requestTexts } from './features/request/texts'
import { requestsTexts } from './features/requests/texts'
import { rosterTexts } from './features/roster/texts'
import { roundsTexts } from './features/rounds/texts'
import { sheetTexts } from './features/sheet/texts'
import { sortingTexts } from './features/sorting/texts'
import { sortingsTexts } from './features/sortings/texts'
import { staffTexts } from './features/staff/texts'
import { swapsTexts } from './features/swaps/texts'
import { vacanciesTexts } from './features/vacancies/texts'
import { workroomTexts } from './features/workroom/texts'
import { annulmentTexts } from './shared/annulments/texts'
import { adminTexts } from './shared/admin/texts'
import { closingTexts } from './shared/closing/texts'
import { dashboardSharedTexts } from './shared/dashboards/texts'
import { groupTexts } from './shared/groups/texts'
import { logTexts } from './shared/logs/texts'
import { officerSharedTexts } from './shared/officer/texts'
import { rosterSharedTexts } from './shared/roster/texts'
import { rulesTexts } from './shared/rules/texts'
import { sectionTexts } from './shared/sections/texts'
import { serviceTexts } from './shared/services/texts'
import { vacancyTexts } from './shared/vacancies/texts'
import { workplaceTexts } from './shared/workplace/texts'

/** What a page of a kindergarten's worker speaks with besides its own texts. */
const atWork = [workplaceTexts, closingTexts, kindergartenTexts] as const
/** What pages of administrators speak with. */
const ofLogs = [adminTexts, logTexts] as const
const ofSystem = [adminTexts, serviceTexts] as const
const ofRules = [adminTexts, rulesTexts] as const
const ofKindergartens = [adminTexts, kindergartenTexts] as const

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts, sectionTexts, ...atWork),
  '/vacancies': page(
    () => import('./features/vacancies/VacanciesPage'),
    vacanciesTexts,
    vacancyTexts,
    dashboardSharedTexts,
    ...atWork,
  ),
  '/vacancies/add': page(
    () => import('./features/add-places/AddPlacesPage'),
    addTexts,
    groupTexts,
    signingTexts,
    ...atWork,
  ),
  '/vacancies/:id': page(() => import('./features/annulled/AnnulledPage'), annulledTexts, annulmentTexts, ...atWork),
  '/admissions': page(
    () => import('./features/admissions/AdmissionsPage'),
    admissionDeskTexts,
    admissionTexts,
    ...atWork,
  ),
  '/admissions/:id': page(
    () => import('./features/admissions/AdmissionPage'),
    admissionDeskTexts,
    admissionTexts,
    filesTexts,
    signingTexts,
    ...atWork,
  ),
  '/workroom': page(
    () => import('./features/workroom/WorkroomPage'),
    workroomTexts,
    refusalTexts,
    signingTexts,
    ...atWork,
  ),
  '/staff': page(() => import('./features/staff/StaffPage'), staffTexts, signingTexts, ...atWork),
  '/attendance': page(() => import('./features/attendance/AttendancePage'), attendanceTexts, ...atWork),
  '/attendance/sheet': page(() => import('./features/sheet/SheetPage'), sheetTexts, signingTexts, ...atWork),
  '/groups': page(() => import('./features/groups/GroupsPage'), groupsTexts, groupTexts, ...atWork),
  '/groups/state': page(() => import('./features/groups/StatePage'), groupsTexts, signingTexts, ...atWork),
  '/roster': page(
    () => import('./features/roster/RosterPage'),
    rosterTexts,
    rosterSharedTexts,
    dashboardSharedTexts,
    ...atWork,
  ),
  '/roster/groups': page(
    () => import('./features/regroup/RegroupPage'),
    regroupTexts,
    rosterSharedTexts,
    signingTexts,
    ...atWork,
  ),
  '/roster/:id': page(
    () => import('./features/enrolled-child/EnrolledChildPage'),
    childTexts,
    rosterSharedTexts,
    ...atWork,
  ),
  '/roster/:id/departure': page(
    () => import('./features/departure/DeparturePage'),
    departureTexts,
    rosterSharedTexts,
    signingTexts,
    ...atWork,
  ),
  '/swaps': page(() => import('./features/swaps/SwapsPage'), swapsTexts, ...atWork),
  '/swaps/:id': page(() => import('./features/swaps/SwapPage'), swapsTexts, signingTexts, ...atWork),
  '/workplace': page(() => import('./features/workplace/WorkplacePage'), ...atWork),
  '/region': page(() => import('./features/region/RegionPage'), regionTexts, dashboardSharedTexts, adminTexts),
  '/requests': page(() => import('./features/requests/RequestsPage'), requestsTexts, adminTexts),
  '/requests/:id': page(() => import('./features/request/RequestPage'), requestTexts, ...ofKindergartens),
  '/kindergartens': page(
    () => import('./features/kindergartens/KindergartensPage'),
    kindergartensTexts,
    ...ofKindergartens,
  ),
  '/kindergartens/add': page(
    () => import('./features/add-kindergarten/AddKindergartenPage'),
    addKindergartenTexts,
    ...ofKindergartens,
  ),
  '/kindergartens/:id': page(
    () => import('./features/kindergarten/KindergartenPage'),
    changeTexts,
    closingTexts,
    ...ofKindergartens,
  ),
  '/kindergartens/:id/close': page(
    () => import('./features/close/ClosePage'),
    closeTexts,
    closingTexts,
    adminTexts,
    signingTexts,
  ),
  '/districts': page(() => import('./features/districts/DistrictsPage'), districtsTexts, adminTexts, fieldTexts),
  '/rules': page(() => import('./features/policies/PoliciesPage'), policiesTexts, ...ofRules),
  '/rules/policy': page(
    () => import('./features/policy-change/PolicyChangePage'),
    changePolicyTexts,
    kindergartenTexts,
    signingTexts,
    ...ofRules,
  ),
  '/rules/calendar': page(() => import('./features/calendar/CalendarPage'), calendarTexts, signingTexts, ...ofRules),
  '/rules/sorting': page(() => import('./features/sortings/SortingsPage'), sortingsTexts, ...ofRules),
  '/rules/sorting/:district': page(
    () => import('./features/sorting/SortingPage'),
    sortingTexts,
    kindergartenTexts,
    signingTexts,
    ...ofRules,
  ),
  '/rules/contracts': page(
    () => import('./features/contracts/ContractsPage'),
    contractsTexts,
    kindergartenTexts,
    signingTexts,
    ...ofRules,
  ),
  '/rules/benefits': page(() => import('./features/benefits/BenefitsPage'), benefitsTexts, signingTexts, ...ofRules),
  '/grants': page(() => import('./features/grants/GrantsPage'), grantsTexts, adminTexts),
  '/accounts': page(() => import('./features/accounts/AccountsPage'), accountsTexts, adminTexts),
  '/accounts/:id': page(() => import('./features/account/AccountPage'), accountTexts, adminTexts),
  '/logs': page(() => import('./features/readings/ReadingsPage'), readingsTexts, ...ofLogs),
  '/logs/events': page(() => import('./features/events/EventsPage'), eventsTexts, ...ofLogs),
  '/system': page(() => import('./features/health/HealthPage'), healthTexts, ...ofSystem),
  '/system/parked': page(() => import('./features/parked/ParkedPage'), parkedTexts, ...ofSystem),
  '/dashboard': page(
    () => import('./features/dashboard/DashboardPage'),
    dashboardTexts,
    dashboardSharedTexts,
    officerSharedTexts,
    claimTexts,
  ),
  '/officer': page(() => import('./features/officer/OfficerPage'), officerTexts, officerSharedTexts),
  '/desk': page(() => import('./features/desk/DeskPage'), deskTexts, officerSharedTexts, claimTexts),
  '/desk/:id': page(
    () => import('./features/desk-card/DeskCardPage'),
    deskCardTexts,
    officerSharedTexts,
    claimTexts,
    filesTexts,
    kindergartenTexts,
    signingTexts,
  ),
  '/desk/:id/choose': page(
    () => import('./features/choose-at-counter/ChooseAtCounterPage'),
    chooseAtCounterTexts,
    placeTexts,
    officerSharedTexts,
    filesTexts,
    kindergartenTexts,
    signingTexts,
  ),
  '/published': page(
    () => import('./features/published/PublishedPage'),
    publishedTexts,
    vacancyTexts,
    dashboardSharedTexts,
    officerSharedTexts,
    kindergartenTexts,
  ),
  '/published/:id': page(
    () => import('./features/annul/AnnulPage'),
    annulTexts,
    annulmentTexts,
    officerSharedTexts,
    kindergartenTexts,
    signingTexts,
  ),
  '/rounds': page(
    () => import('./features/rounds/RoundsPage'),
    roundsTexts,
    kindergartenTexts,
    officerSharedTexts,
    signingTexts,
  ),
  '/rounds/:id': page(() => import('./features/rounds/RoundPage'), roundsTexts, kindergartenTexts, officerSharedTexts),
  '/refusals': page(() => import('./features/refusals/RefusalsPage'), refusalsTexts, refusalTexts, officerSharedTexts),
  '/refusals/:id': page(
    () => import('./features/refusal/RefusalPage'),
    refusalPageTexts,
    refusalTexts,
    officerSharedTexts,
    filesTexts,
    kindergartenTexts,
    signingTexts,
  ),
  '/counter': page(
    () => import('./features/counter/CounterPage'),
    counterTexts,
    officerSharedTexts,
    fieldTexts,
    filesTexts,
    formTexts,
    kindergartenTexts,
    signingTexts,
  ),
  '/find': page(() => import('./features/find/FindPage'), findTexts, officerSharedTexts, fieldTexts),
}
