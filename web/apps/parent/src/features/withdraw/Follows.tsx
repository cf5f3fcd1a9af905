import type { ApplicationsInformationView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'

import { applicationTexts } from '../../shared/applications/texts'
import { withdrawTexts } from './texts'

/** What follows from withdrawing this application, as it stands now. */
export function Follows({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(withdrawTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { child, state, turn, referral } = application
  const waits = state.code === 'submitted' || state.code === 'under_review'
  const valid = referral?.status === 'valid' ? referral : null
  const garden = (turn ?? referral)?.kindergarten?.name[language] ?? words('gardenUnknown')
  const lines = [
    t(waits ? 'review' : 'position', { name: child.given_name }),
    turn && t('turn', { garden }),
    valid && t('referral', { number: valid.number, garden }),
    (turn ?? valid) && t('noMiss'),
    state.code === 'stop_listed' && t('stopList'),
    t('again'),
    t('told'),
  ].filter((line) => typeof line === 'string')
  return (
    <Card labelledBy="follows" marked="act">
      <h2 id="follows">{t('what')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <strong>{t('noUndo')}</strong>
      </p>
    </Card>
  )
}
