/** Whose key was chosen: seen before «Кіру». */
import type { AuthOwnerView } from '@kezek/api'
import { formatDate, formatIin } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Facts, Statement } from '@kezek/ui'

import { signingTexts } from '../texts'
import css from './faces.module.css'

export function KeyOwner({ owner: { name, iin, owner, bin, valid_until } }: { owner: AuthOwnerView }) {
  const t = useTexts(signingTexts)
  const date = formatDate(valid_until, useLanguage())
  return (
    <Statement title={t('chosenOwner')}>
      <p className={css.name}>{name}</p>
      <Facts
        items={[
          { name: t('iin'), value: formatIin(iin) },
          { name: t('key'), value: owner === 'individual' ? t('individual') : t('organisation', { bin: bin ?? '' }) },
          { name: t('validUntil'), value: t('until', { date }) },
        ]}
      />
    </Statement>
  )
}
