/** One admission application with the tabs that the manual names: information, history, documents [M5.67–71]. */
import type { ReferralsOpenedAdmissionView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { admissionTexts, useLanguage, useTexts } from '@kezek/i18n'
import {
  AsOf,
  BackLink,
  Card,
  Chip,
  Facts,
  LinkButton,
  Loaded,
  NotFoundPage,
  Notice,
  Page,
  SignedIn,
  Tabs,
} from '@kezek/ui'
import { FilesBeside, SignedContract } from '@kezek/ui/files'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'

import { admissionQuery, CHIP_OF, linkOf } from '../../shared/applications/admissions'
import { History } from './History'
import { admissionsTexts } from './texts'
import { useInformation } from './useInformation'

const TABS = ['information', 'history', 'documents'] as const
type Tab = (typeof TABS)[number]

export default function AdmissionPage() {
  const { application = '', referral = '', tab: wanted = 'information' } = useParams()
  const tab = TABS.find((each) => each === wanted)
  return tab ? (
    <SignedIn>{() => <Admission application={application} referral={referral} tab={tab} />}</SignedIn>
  ) : (
    <NotFoundPage />
  )
}

function Admission({ application, referral, tab }: { application: string; referral: string; tab: Tab }) {
  const t = useTexts(admissionsTexts)
  const words = useTexts(admissionTexts)
  const query = useQuery(admissionQuery(application, referral))
  const number = query.data?.number
  const base = `/admissions/${application}/${referral}`
  const items = TABS.map((each) => ({
    href: each === 'information' ? base : `${base}/${each}`,
    label: words(each),
    current: each === tab,
  }))
  return (
    <>
      <BackLink href="/admissions">{t('title')}</BackLink>
      <Page narrow title={number === undefined ? t('one') : t('oneOf', { number })}>
        <Tabs label={t('tabs')} items={items} />
        <Loaded query={query}>
          {(opened) => (
            <>
              <Now opened={opened} />
              {tab === 'information' && <Information opened={opened} />}
              {tab === 'history' && <History opened={opened} />}
              {tab === 'documents' && <Documents opened={opened} />}
            </>
          )}
        </Loaded>
        {query.data && <AsOf at={query.dataUpdatedAt} />}
      </Page>
    </>
  )
}

interface OpenedProps {
  opened: ReferralsOpenedAdmissionView
}

/** What is so now, what runs and until when, and what comes of it. */
function Now({ opened }: OpenedProps) {
  const t = useTexts(admissionsTexts)
  const words = useTexts(admissionTexts)
  const language = useLanguage()
  const { state, returned, submitted_at: handedIn, ends_at: until, may_submit: again } = opened
  return (
    <Card marked={again && state === 'rejected' ? 'act' : true}>
      <Chip kind={CHIP_OF[state]}>{words(`state_${state}`)}</Chip>
      {handedIn === null && <p>{words('unsubmitted')}</p>}
      <p>{t(state === 'rejected' && !again ? 'now_refused' : `now_${state}`)}</p>
      {returned && state === 'rejected' && (
        <Notice kind="bad" title={words(`flaw_${returned.flaw}`)}>
          <p>{returned.words}</p>
        </Notice>
      )}
      {again && until !== null && <p>{t('againUntil', { until: formatDeadline(until, language) })}</p>}
      {again && state === 'rejected' && <LinkButton href="/papers">{t('again')}</LinkButton>}
    </Card>
  )
}

function Information({ opened }: OpenedProps) {
  const t = useTexts(admissionsTexts)
  const { applicant, child, application } = useInformation(opened)
  return (
    <>
      <Card labelledBy="applicant">
        <h2 id="applicant">{t('aboutApplicant')}</h2>
        <Facts items={applicant} />
      </Card>
      <Card labelledBy="child">
        <h2 id="child">{t('aboutChild')}</h2>
        <Facts items={child} />
      </Card>
      <Card labelledBy="application">
        <h2 id="application">{t('aboutApplication')}</h2>
        <Facts items={application} />
      </Card>
    </>
  )
}

/** What the parent attached, and what the system made. */
function Documents({ opened }: OpenedProps) {
  const t = useTexts(admissionsTexts)
  const words = useTexts(admissionTexts)
  const { application_id: application, referral_id: referral, submissions } = opened
  const last = submissions.at(-1)
  const files = (last?.files ?? []).map(({ file_id: id, form, name, media_type, size }) => ({
    id,
    name: `${words(`form_${form}`)}: ${name}`,
    media_type,
    size,
  }))
  return (
    <>
      <Card labelledBy="attached">
        <h2 id="attached">{t('attached')}</h2>
        <FilesBeside files={files} linkOf={({ id }) => linkOf(application, referral, id)} />
      </Card>
      <Card labelledBy="made">
        <h2 id="made">{t('made')}</h2>
        <p>
          <Link href={`/referral/${application}`}>{t('referral', { number: opened.referral_number })}</Link>
        </p>
        {last?.contract_number && (
          <>
            <p>{words('contract', { number: last.contract_number })}</p>
            <SignedContract application={application} referral={referral} />
          </>
        )}
      </Card>
    </>
  )
}
