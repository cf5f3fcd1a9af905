import type { ReferralsFoundView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { FileButton, Small } from '@kezek/ui'

import { workroomTexts } from './texts'

/** «Баланың карточкасын жүктеу» (M1.71). */
export function ChildCard({ referral }: { referral: ReferralsFoundView }) {
  const t = useTexts(workroomTexts)
  return (
    <div>
      <FileButton
        kind="second"
        href={`/api/documents/referrals/${referral.referral_id}/child-card`}
        name={`${referral.number}.pdf`}
      >
        {t('card')}
      </FileButton>
      <Small>{t('cardAbout')}</Small>
    </div>
  )
}
