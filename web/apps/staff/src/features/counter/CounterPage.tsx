/** At the counter: an officer enters a family's signed paper and signs it (domain §3.counter). */
import { useTexts } from '@kezek/i18n'
import { Actions, Button, LinkButton, Notice, Page } from '@kezek/ui'
import { useState } from 'react'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForOfficer, type Office } from '../../shared/officer/ForOfficer'
import { Look, type Looked } from './Look'
import { Paper } from './Paper'
import { counterTexts } from './texts'

export default function CounterPage() {
  const t = useTexts(counterTexts)
  const nameOf = useDistrictNames()
  return (
    <ForOfficer title={t('title')}>
      {(office) => (
        <Page narrow title={t('title')} lead={t('lead', { district: nameOf(office.district) })}>
          <Counter {...office} />
        </Page>
      )}
    </ForOfficer>
  )
}

interface Entered {
  application_id: string
  number: string
}

function Counter({ me, district }: Office) {
  const t = useTexts(counterTexts)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [done, setDone] = useState<Entered | null>(null)
  if (done)
    return (
      <>
        <Notice kind="ok" title={t('done', { number: done.number })} live focused />
        <Actions>
          <LinkButton href={`/desk/${done.application_id}`}>{t('open')}</LinkButton>
          <Button
            kind="second"
            onClick={() => {
              setDone(null)
              setLooked(null)
            }}
          >
            {t('another')}
          </Button>
        </Actions>
      </>
    )
  return (
    <>
      <Look district={district} looked={looked} onLooked={setLooked} />
      {looked?.good && (
        <Paper key={looked.child_iin} looked={looked} district={district} language={me.language} onDone={setDone} />
      )}
    </>
  )
}
