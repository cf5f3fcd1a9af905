/** A child's card: the state in a word, in a sentence where that is not enough, then the number or the deadline, then the rest. */
import { useTexts } from '@kezek/i18n'
import { Card, Facts } from '@kezek/ui'
import { Link } from 'wouter'

import { AgesOut } from '../../shared/applications/AgesOut'
import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { type Application, calledName, shortName, type Status } from '../../shared/applications/model'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import { type Runs, whatRuns } from '../../shared/applications/whatRuns'
import css from './Cabinet.module.css'
import { Choose } from './Choose'
import { Come } from './Come'
import { Nothing } from './Nothing'
import { Restore } from './Restore'
import { cabinetTexts } from './texts'
import { Waiting } from './Waiting'

/** The word of the state says it all: the number, the term or the kindergarten comes next. */
const SAID: readonly Status[] = ['queued', 'referred', 'enrolled']

/** What runs for the family to act before it ends. */
const TO_DO: readonly Runs['what'][] = ['choose', 'come', 'restore']

/** A referral is valid, and runs or stands. */
const ON_THE_WAY: readonly Status[] = ['referred', 'papers_submitted', 'refusal_review']

export function ChildCard({ application }: { application: Application }) {
  const t = useTexts(cabinetTexts)
  const { application_id: id, child, state } = application
  const runs = whatRuns({ status: state.code, ...application }).what
  return (
    <Card labelledBy={id} marked={TO_DO.includes(runs) ? 'act' : true}>
      <h2 id={id}>{shortName(child)}</h2>
      <StateChip status={state.code} />
      {!SAID.includes(state.code) && <p>{t(state.code, { name: calledName(child) })}</p>}
      <Now application={application} />
      <AgesOut application={application} />
      <About application={application} />
    </Card>
  )
}

/** What is to be done now, or that nothing is. */
function Now({ application }: { application: Application }) {
  const { state, turn, referral } = application
  if (state.code === 'notified' && turn) return <Choose application={application} turn={turn} />
  if (ON_THE_WAY.includes(state.code) && referral) return <Come application={application} referral={referral} />
  if (state.code === 'queued') return <Waiting application={application} />
  if (state.code === 'inactive') return <Restore application={application} />
  return <Nothing application={application} />
}

function About({ application }: { application: Application }) {
  const t = useTexts(applicationTexts)
  const { application_id: id, number, group_year } = application
  return (
    <>
      <Facts
        items={[
          { name: t('number'), value: <ApplicationNumber>{number}</ApplicationNumber> },
          { name: t('groupYear'), value: String(group_year) },
        ]}
      />
      <ul className={css.ways}>
        {(['information', 'history', 'documents'] as const).map((tab) => (
          <li key={tab}>
            <Link href={`/journal/${id}${tab === 'information' ? '' : `/${tab}`}`}>{t(tab)}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
