import type { ApplicationsInformationView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'

import { applicationTexts } from '../../shared/applications/texts'
import { What } from '../../shared/leaving/What'
import { withdrawTexts } from './texts'

/** What follows from withdrawing this application, as it stands now. */
export function Follows({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(withdrawTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { child, state, turn, referral, transfer } = application
  const waits = state.code === 'submitted' || state.code === 'under_review'
  const valid = referral?.status === 'valid' ? referral : null
  const garden = (turn ?? referral)?.kindergarten?.name[language] ?? words('gardenUnknown')
  const lines = [
    t(waits ? 'review' : 'position', { name: child.given_name }),
    turn && t('turn', { garden }),
    valid && t('referral', { number: valid.number, garden }),
    (turn ?? valid) && t('noMiss'),
    state.code === 'stop_listed' && t('stopList'),
    transfer?.lasts ? words('againElsewhere') : t('again'),
  ]
  return (
    <What lines={lines}>
      <p>
        <strong>{t('noUndo')}</strong>
      </p>
    </What>
  )
}
