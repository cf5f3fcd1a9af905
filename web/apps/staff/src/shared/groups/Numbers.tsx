import type { KindergartensGroupView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Facts } from '@kezek/ui'

import { groupTexts } from './texts'

/** Who counts against a group's norm, and what may still be published. */
export function Numbers({ group }: { group: KindergartensGroupView }) {
  const t = useTexts(groupTexts)
  return (
    <Facts
      items={[
        { name: t('norm'), value: group.norm ?? t('noNorm') },
        { name: t('earlier'), value: group.earlier },
        { name: t('enrolled'), value: group.enrolled },
        { name: t('onTheWay'), value: group.on_the_way },
        { name: t('published'), value: group.published },
        { name: t('free'), value: group.free ?? t('unlimited') },
      ]}
    />
  )
}
