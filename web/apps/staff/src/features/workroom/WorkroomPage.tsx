/** The workroom (domain §7, M1 §3): a referral found by its number or the child's IIN, and the child accepted. */
import type { ApiError, ReferralsFoundView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Page } from '@kezek/ui'
import { useState } from 'react'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { Accepted } from './Accepted'
import { Answer } from './Answer'
import { Found } from './Found'
import type { By } from './key'
import { SearchForm } from './SearchForm'
import { Refused } from './Refused'
import { workroomTexts } from './texts'
import { type Ended, useCases } from './useCases'

/** What a search came to. */
export type Outcome = { kind: 'found'; referral: ReferralsFoundView } | { kind: 'refused'; error: ApiError; by: By }

type Refused = Extract<Outcome, { kind: 'refused' }>

export default function WorkroomPage() {
  const t = useTexts(workroomTexts)
  return <AtWork title={t('title')}>{(work) => <Workroom {...work} />}</AtWork>
}

/** Whose referral it is stands in no address and is kept nowhere. */
function Workroom(work: Work) {
  const t = useTexts(workroomTexts)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const { cases, begin, add, change } = useCases()
  const onOutcome = (outcome: Outcome | null) => {
    setRefusal(outcome?.kind === 'refused' ? outcome : null)
    if (outcome === null) begin()
    else if (outcome.kind === 'found') add(outcome.referral)
  }
  const busy = cases.some(({ standing }) => standing === 'busy')
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <SearchForm kindergarten={work.kindergarten.id} waits={busy} onOutcome={onOutcome} />
      {refusal && <Answer error={refusal.error} by={refusal.by} several={worksElsewhere(work)} />}
      {cases.map(({ referral, ended }) => (
        <Case key={referral.referral_id} {...work} referral={referral} ended={ended} change={change} />
      ))}
    </Page>
  )
}

interface CaseProps extends Work {
  referral: ReferralsFoundView
  ended: Ended | null
  change: ReturnType<typeof useCases>['change']
}

/** One referral: found, or what its signature came to. */
function Case({ ended, change, referral, ...work }: CaseProps) {
  if (ended === 'accepted') return <Accepted referral={referral} />
  if (ended === 'refused') return <Refused referral={referral} />
  return (
    <Found
      {...work}
      referral={referral}
      onStanding={(standing) => change(referral, { standing })}
      onEnded={(outcome) => change(referral, { ended: outcome })}
      onNoted={(news) => change(referral, { referral: { ...referral, ...news } })}
    />
  )
}

function worksElsewhere({ me }: Work): boolean {
  return me.grants.filter(({ role }) => role === 'worker').length > 1
}
