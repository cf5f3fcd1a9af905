/** The workroom (domain §7, M1 §3): a referral found by its number or the child's IIN, and the child accepted. */
import type { ApiError, ReferralsFoundView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Page } from '@kezek/ui'
import { useState } from 'react'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { Accepted } from './Accepted'
import { Answer } from './Answer'
import { Found } from './Found'
import { SearchForm } from './SearchForm'
import { workroomTexts } from './texts'

/** What a search came to, or the acceptance after it. */
export type Outcome =
  | { kind: 'found'; referral: ReferralsFoundView }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'accepted'; referral: ReferralsFoundView }

export default function WorkroomPage() {
  const t = useTexts(workroomTexts)
  return <AtWork title={t('title')}>{(work) => <Workroom {...work} />}</AtWork>
}

/** Whose referral it is stands in no address and is kept nowhere. */
function Workroom(work: Work) {
  const t = useTexts(workroomTexts)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <SearchForm kindergarten={work.kindergarten.id} waits={busy} onOutcome={setOutcome} />
      {outcome?.kind === 'refused' && <Answer error={outcome.error} several={worksElsewhere(work)} />}
      {outcome?.kind === 'found' && (
        <Found
          key={outcome.referral.referral_id}
          {...work}
          referral={outcome.referral}
          onBusy={setBusy}
          onAccepted={() => setOutcome({ kind: 'accepted', referral: outcome.referral })}
        />
      )}
      {outcome?.kind === 'accepted' && <Accepted referral={outcome.referral} />}
    </Page>
  )
}

function worksElsewhere({ me }: Work): boolean {
  return me.grants.filter(({ role }) => role === 'worker').length > 1
}
