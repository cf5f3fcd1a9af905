/** A round that was held, with every place that it gave (domain §9.rounds). */
import { useTexts } from '@kezek/i18n'
import { BackLink, Card, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { ForOfficer } from '../../shared/officer/ForOfficer'
import { RoundFacts } from './Past'
import { ALL, FIRST, roundQuery } from './queries'
import { Seats } from './Seats'
import { roundsTexts } from './texts'

export default function RoundPage() {
  const t = useTexts(roundsTexts)
  const { id = '' } = useParams()
  return <ForOfficer title={t('title')}>{() => <Round id={id} />}</ForOfficer>
}

function Round({ id }: { id: string }) {
  const t = useTexts(roundsTexts)
  const [atMost, setAtMost] = useState(FIRST)
  const query = useQuery({ ...roundQuery(id, atMost), placeholderData: (before) => before })
  const number = query.data?.round.number
  return (
    <>
      <BackLink href="/rounds">{t('toRounds')}</BackLink>
      <Page title={number === undefined ? t('title') : t('held', { n: number })}>
        <Loaded query={query}>
          {({ round, seats }) => (
            <>
              <Card marked>
                <RoundFacts round={round} />
              </Card>
              <Seats caption={t('seatsGiven')} seats={seats} total={round.given} held onAll={() => setAtMost(ALL)} />
            </>
          )}
        </Loaded>
      </Page>
    </>
  )
}
