/** The officer's desk of rounds: what the next one would give, the signature, those held, waiting lists (domain §9.rounds). */
import type { AuthMe, QueueRoundsView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { NextRound } from './NextRound'
import { Past } from './Past'
import { ALL, FIRST, roundsQuery } from './queries'
import { SignStep } from './SignStep'
import { roundsTexts } from './texts'
import { WaitingLists } from './WaitingLists'

export default function RoundsPage() {
  const t = useTexts(roundsTexts)
  const nameOf = useDistrictNames()
  return (
    <ForOfficer title={t('title')}>
      {({ me, district }) => (
        <Page title={t('title')} lead={nameOf(district)}>
          <Rounds me={me} />
        </Page>
      )}
    </ForOfficer>
  )
}

function Rounds({ me }: { me: AuthMe }) {
  const [atMost, setAtMost] = useState(FIRST)
  const [digest, setDigest] = useState<string | null>(null)
  const query = useQuery({ ...roundsQuery(atMost), placeholderData: (before) => before })
  if (digest !== null) return <SignStep me={me} digest={digest} onBack={() => setDigest(null)} />
  return (
    <Loaded query={query}>
      {(rounds) => (
        <Known
          rounds={rounds}
          onAll={() => setAtMost(ALL)}
          onSign={() => {
            scrollTo(0, 0)
            setDigest(rounds.next_round.digest)
          }}
        />
      )}
    </Loaded>
  )
}

interface KnownProps {
  rounds: QueueRoundsView
  onAll: () => void
  onSign: () => void
}

function Known({ rounds, onAll, onSign }: KnownProps) {
  const t = useTexts(roundsTexts)
  const here = rounds.next_round.refusal !== 'rounds_not_here'
  return (
    <>
      {here ? (
        <NextRound next={rounds.next_round} onAll={onAll} onSign={onSign} />
      ) : (
        <Notice kind="info" title={t('notHere')}>
          <p>{t('notHereAbout')}</p>
        </Notice>
      )}
      {(here || rounds.history.length > 0) && <Past history={rounds.history} />}
      {here && rounds.waiting_list && <WaitingLists kindergartens={rounds.kindergartens} />}
      <AsOf at={rounds.as_of} />
    </>
  )
}
