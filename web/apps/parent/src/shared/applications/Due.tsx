/** What must be done now, until when, and what happens after: to choose a place, or to come with the referral. */
import { useTexts } from '@kezek/i18n'
import { Deadline } from '@kezek/ui'

import type { Application } from './model'
import { applicationTexts } from './texts'

export function Due({ application }: { application: Pick<Application, 'state' | 'turn' | 'referral' | 'child'> }) {
  const t = useTexts(applicationTexts)
  const { state, turn, referral, child } = application
  const name = child.given_name
  if (state.code === 'notified' && turn)
    return (
      <Deadline action={t('chooseAction')} at={turn.deadline_at}>
        {t('chooseAfter', { name })}
      </Deadline>
    )
  if (state.code === 'referred' && referral)
    return (
      <Deadline action={t('comeAction')} at={referral.expires_at}>
        {t('comeAfter', { name })}
      </Deadline>
    )
  return null
}
