import type { ApplicationsApplicationTabs, ApplicationsInformationView } from '@kezek/api'
import { formatDate, formatDeadline, formatIin, formatNumeric, formatPhone } from '@kezek/domain'
import { kindergartenTexts, type Say, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Card, type Fact, Facts, Lines, LinkButton, Notice, page } from '@kezek/ui'
import { type ComponentType, Suspense } from 'react'
import { Link } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { AgesOut } from '../../shared/applications/AgesOut'
import { Due } from '../../shared/applications/Due'
import { fullName, isOver } from '../../shared/applications/model'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import { AddClaim } from './AddClaim'
import { Claims } from './Claims'
import { applicationPageTexts } from './texts'
import { Anew, Transfer } from './Transfer'

/** Few changed a phone or an e-mail since: fetched beside. */
const OldContacts: ComponentType<{ only: string }> = page(() =>
  import('../../shared/applications/contacts/OldContacts').then(({ OldContacts: shown }) => ({ default: shown })),
)

interface InformationProps {
  application: ApplicationsInformationView
}

export function Information({ application, claims }: InformationProps & Pick<ApplicationsApplicationTabs, 'claims'>) {
  return (
    <>
      <Now application={application} />
      <Claims application={application.application_id} district={application.district.code} claims={claims} />
      <AddClaim information={application} claims={claims} />
      <Asked application={application} />
      <Contacts application={application} />
      <Suspense>
        <OldContacts only={application.application_id} />
      </Suspense>
      <Leave application={application} />
      <Transfer application={application} />
    </>
  )
}

/** Where it stands, with what is to be done. */
function Now({ application }: InformationProps) {
  const t = useTexts(applicationPageTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { application_id: id, state, referral, moved_to: movedTo } = application
  return (
    <Card labelledBy="state" marked>
      <h2 id="state">{words('state')}</h2>
      <StateChip status={state.code} />
      <Due application={application} />
      <AgesOut application={application} />
      {application.to_check && (
        <Notice kind="info" title={t('toCheck')}>
          <p>{t('toCheckAbout')}</p>
        </Notice>
      )}
      {application.old_time_kept && (
        <Notice kind="info" title={t('timeKept')}>
          <p>{t('timeKeptMore')}</p>
        </Notice>
      )}
      <Facts items={standing(application, t, words, language)} />
      <Actions>
        {state.code === 'notified' && <LinkButton href={`/choose/${id}`}>{words('chooseState')}</LinkButton>}
        {state.code === 'inactive' && <LinkButton href={`/restore/${id}`}>{words('restore')}</LinkButton>}
        <Anew application={application} kept={application.old_time_kept} />
        {movedTo && <LinkButton href={`/journal/${movedTo}`}>{t('movedTo')}</LinkButton>}
        {referral && <LinkButton href={`/referral/${id}`}>{t('openReferral')}</LinkButton>}
        <Link href={`/queue/${id}`}>{t('position')}</Link>
      </Actions>
    </Card>
  )
}

type T = Say<NonNullable<(typeof applicationPageTexts)['base']>>
type Words = Say<NonNullable<(typeof applicationTexts)['base']>>

function standing(
  { state, turn, referral, misses, stop_listed_until: until }: ApplicationsInformationView,
  t: T,
  words: Words,
  language: ReturnType<typeof useLanguage>,
): Fact[] {
  const garden = (turn ?? referral)?.kindergarten?.name[language] ?? words('gardenUnknown')
  return [
    { name: t('since'), value: formatNumeric(state.since) },
    ...(turn
      ? [{ name: t('turn'), value: t('turnUntil', { garden, until: formatDeadline(turn.deadline_at, language) }) }]
      : []),
    ...(referral && !turn
      ? [
          {
            name: t('referral'),
            value: `${t('referralOf', { number: referral.number, garden })}, ${t(`referral_${referral.status}`)}`,
          },
        ]
      : []),
    ...(until ? [{ name: t('stopListed'), value: formatDeadline(until, language) }] : []),
    { name: t('misses'), value: String(misses) },
  ]
}

/** The ways out of the queue, at the end: nobody takes them by mistake. */
function Leave({ application: { application_id: id, state } }: InformationProps) {
  const t = useTexts(applicationPageTexts)
  if (isOver(state.code) || state.code === 'enrolled') return null
  return (
    <Card labelledBy="leave">
      <h2 id="leave">{t('leave')}</h2>
      <Lines>
        <li>
          <Link href={`/wishes/${id}`}>{t('wishes')}</Link>
        </li>
        <li>
          <Link href={`/move/${id}`}>{t('move')}</Link>
        </li>
        <li>
          <Link href={`/withdraw/${id}`}>{t('withdraw')}</Link>
        </li>
      </Lines>
    </Card>
  )
}

/** What was asked for. */
function Asked({ application }: InformationProps) {
  const t = useTexts(applicationPageTexts)
  const words = useTexts(applicationTexts)
  const kinds = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { number, child, birth_date, district, kind, group_year, queue_class, languages, submitted_at } = application
  const { transfer } = application
  return (
    <Card labelledBy="asked">
      <h2 id="asked">{t('information')}</h2>
      <Facts
        items={[
          { name: words('number'), value: <ApplicationNumber>{number}</ApplicationNumber> },
          { name: words('submittedAt'), value: formatNumeric(submitted_at) },
          { name: t('childIin'), value: formatIin(child.iin) },
          { name: words('child'), value: fullName(child) },
          { name: words('birthDate'), value: formatDate(birth_date, language) },
          { name: words('district'), value: district.name[language] },
          { name: words('groupYear'), value: String(group_year) },
          { name: t('kind'), value: kinds(kind) },
          { name: words('queueClass'), value: words(`class_${queue_class}`) },
          { name: words('languages'), value: languages.map((each) => words(`language_${each}`)).join(', ') },
          ...(transfer
            ? [
                {
                  name: t(transfer.lasts ? 'leaves' : 'left'),
                  value: transfer.kindergarten?.name[language] ?? words('gardenUnknown'),
                },
                {
                  name: t('enrolledBy'),
                  value: <Link href={`/journal/${transfer.application_id}`}>{t('openIt')}</Link>,
                },
              ]
            : []),
        ]}
      />
      {application.iin_tells_another_day && (
        <Notice>
          <p>{words('anotherDay')}</p>
        </Notice>
      )}
    </Card>
  )
}

function Contacts({ application: { applicant, phone, email } }: InformationProps) {
  const t = useTexts(applicationPageTexts)
  const words = useTexts(applicationTexts)
  return (
    <Card labelledBy="applicant">
      <h2 id="applicant">{t('applicant')}</h2>
      <Facts
        items={[
          { name: t('name'), value: fullName(applicant) },
          { name: t('iin'), value: formatIin(applicant.iin) },
          { name: words('phone'), value: formatPhone(phone) },
          { name: t('email'), value: email ?? t('noEmail') },
        ]}
      />
      <p>
        <Link href="/settings">{t('changeContacts')}</Link>
      </p>
    </Card>
  )
}
