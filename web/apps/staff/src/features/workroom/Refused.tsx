import type { ReferralsFoundView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'

import { workroomTexts } from './texts'

/** The child is refused: an officer decides, and both of what may come is said (M1.86–88). */
export function Refused({ referral }: { referral: ReferralsFoundView }) {
  const t = useTexts(workroomTexts)
  return (
    <Notice kind="ok" title={t('refused', { name: referral.child_name })} live focused="ifLost">
      <p>{t('refuseAfter')}</p>
      <p>{t('refuseUpheld')}</p>
      <p>{t('refuseOverruled')}</p>
    </Notice>
  )
}
