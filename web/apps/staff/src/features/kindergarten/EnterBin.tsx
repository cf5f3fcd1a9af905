/** The kindergarten's BIN, which contracts name (domain §8.contract). */
import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import { plainBin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'

import { SavedField } from './SavedField'
import { changeTexts } from './texts'

export function EnterBin({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(changeTexts)
  const field = useTexts(fieldTexts)
  const params = { path: { kindergarten_id: kindergarten.id } }
  return (
    <SavedField
      id="bin"
      summary={kindergarten.bin ? t('bin') : t('binMissing')}
      note={t('binNote')}
      label={t('bin')}
      hint={t('binHint')}
      inputMode="numeric"
      maxLength={40}
      known={kindergarten.bin ?? ''}
      read={(typed) => (typed.trim() === '' ? null : (plainBin(typed) ?? undefined))}
      wrong={field('bin_invalid')}
      put={(bin) =>
        unwrap(api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/bin', { params, body: { bin } }))
      }
    />
  )
}
