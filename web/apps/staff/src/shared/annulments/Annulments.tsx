/** Who annulled places of a vacancy, when and why (domain §6.1). */
import type { ReferralsAnnulmentView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Facts, Lines } from '@kezek/ui'

import { annulmentTexts } from './texts'

export function Annulments({ items }: { items: readonly ReferralsAnnulmentView[] }) {
  return (
    <Lines>
      {items.map((each) => (
        <li key={each.at}>
          <Annulment annulment={each} />
        </li>
      ))}
    </Lines>
  )
}

function Annulment({ annulment }: { annulment: ReferralsAnnulmentView }) {
  const t = useTexts(annulmentTexts)
  const { at, officer_name, reason, remark, places, turns } = annulment
  return (
    <Facts
      items={[
        { name: t('at'), value: formatNumeric(at) },
        { name: t('by'), value: officer_name ?? t('unknown') },
        { name: t('many'), value: places },
        ...(turns > 0 ? [{ name: t('ended'), value: turns }] : []),
        { name: t('reason'), value: t(`reason_${reason}`) },
        ...(remark ? [{ name: t('remark'), value: remark }] : []),
      ]}
    />
  )
}
