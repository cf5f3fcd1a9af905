/** Where it stands, for families who look for a near one (domain §6.3): two numbers as maps give them. */
import { api, type KindergartensKindergartenView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'

import { readPoint, tellPoint } from './point'
import { SavedField } from './SavedField'
import { changeTexts } from './texts'

export function Locate({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(changeTexts)
  const params = { path: { kindergarten_id: kindergarten.id } }
  return (
    <SavedField
      id="location"
      summary={kindergarten.location ? t('location') : t('locationMissing')}
      note={t('locationNote')}
      label={t('coordinates')}
      hint={t('coordinatesHint')}
      inputMode="decimal"
      known={tellPoint(kindergarten.location)}
      read={readPoint}
      wrong={t('locationWrong')}
      put={(location) =>
        unwrap(api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/location', { params, body: { location } }))
      }
    />
  )
}
