import type { ReferralsFoundView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { LinkButton, Notice } from '@kezek/ui'

import { workroomTexts } from './texts'

/** M1.74: the child is accepted, and the worker looks whether it stands in the list. */
export function Accepted({ referral }: { referral: ReferralsFoundView }) {
  const t = useTexts(workroomTexts)
  return (
    <Notice kind="ok" title={t('accepted', { name: referral.child_name })} live focused="ifLost">
      <p>{t('acceptedMore')}</p>
      <LinkButton href="/roster" kind="second">
        {t('toRoster')}
      </LinkButton>
    </Notice>
  )
}
