/** Twins who were called together choose by one signature: each gets a place, or none does. */
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, Loaded, Select } from '@kezek/ui'
import type { UseQueryResult } from '@tanstack/react-query'

import { nameOf, type Place, standingOf } from './offers'
import { placeTexts } from './texts'

/** Which place for which twin's application; a twin that chooses apart is not there. */
export type TwinWishes = Readonly<Record<string, string>>

export interface TwinToChoose {
  /** The application. */
  id: string
  name: string
  places: UseQueryResult<readonly Place[]>
}

interface TogetherProps {
  twins: readonly TwinToChoose[]
  /** That which is chosen already. */
  place: string
  wishes: TwinWishes
  onWish: (wishes: TwinWishes) => void
}

export function Together({ twins, ...parts }: TogetherProps) {
  const t = useTexts(placeTexts)
  if (twins.length === 0) return null
  return (
    <Card labelledBy="twins">
      <h2 id="twins">{t('twins')}</h2>
      <p>{t('twinsAbout')}</p>
      {twins.map((twin) => (
        <Twin key={twin.id} twin={twin} {...parts} />
      ))}
    </Card>
  )
}

function Twin({
  twin: { id, name, places },
  place,
  wishes,
  onWish,
}: Omit<TogetherProps, 'twins'> & { twin: TwinToChoose }) {
  const t = useTexts(placeTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const spoken = new Set([place, ...Object.entries(wishes).flatMap(([of, wish]) => (of === id ? [] : [wish]))])
  const wish = (to: string) => {
    const others = Object.entries(wishes).filter(([of]) => of !== id)
    onWish(Object.fromEntries(to === '' ? others : [...others, [id, to]]))
  }
  return (
    <Loaded query={places}>
      {(found) => (
        <Select label={t('twinPlace', { name })} value={wishes[id] ?? ''} onChange={({ target }) => wish(target.value)}>
          <option value="">{t('twinApart')}</option>
          {found
            .filter((each) => mayServe(each) && !spoken.has(each.place_id))
            .map((each) => (
              <option key={each.place_id} value={each.place_id}>
                {[nameOf(each, language), each.kindergarten?.address[language], word(`in_${each.language}`)].join(', ')}
              </option>
            ))}
        </Select>
      )}
    </Loaded>
  )
}

/** What another child needs may serve together with the first twin's choice: the API sees both at once. */
function mayServe(place: Place): boolean {
  return standingOf(place) !== 'kept' || place.obstacle === 'place_needed'
}

/** As the API takes them. */
export function twinsOf(wishes: TwinWishes): { application_id: string; place_id: string }[] {
  return Object.entries(wishes).map(([application_id, place_id]) => ({ application_id, place_id }))
}
