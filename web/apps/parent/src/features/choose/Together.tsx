/** Twins who were called together may choose by one signature: each gets a place, or none does. */
import type { ApplicationsApplicationView, ApplicationsInformationView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, Loaded, Select } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { journalQuery, placesQuery, prospectsQuery } from '../../shared/applications/queries'
import { nameOf, standingOf } from './offers'
import { chooseTexts } from './texts'

/** Which place for which twin's application; a twin that chooses apart is not there. */
export type TwinWishes = Readonly<Record<string, string>>

interface TogetherProps {
  application: ApplicationsInformationView
  /** That which is chosen already. */
  place: string
  wishes: TwinWishes
  onWish: (wishes: TwinWishes) => void
}

export function Together({ application, ...parts }: TogetherProps) {
  const t = useTexts(chooseTexts)
  const { data: prospects = [] } = useQuery(prospectsQuery)
  const { data: journal = [] } = useQuery(journalQuery)
  const together = prospects.find(({ application_id: id }) => id === application.application_id)?.together ?? []
  const twins = journal.filter(({ application_id: id }) => together.includes(id))
  if (twins.length === 0) return null
  return (
    <Card labelledBy="twins">
      <h2 id="twins">{t('twins')}</h2>
      <p>{t('twinsAbout')}</p>
      {twins.map((twin) => (
        <Twin key={twin.application_id} twin={twin} {...parts} />
      ))}
    </Card>
  )
}

function Twin({
  twin,
  place,
  wishes,
  onWish,
}: Omit<TogetherProps, 'application'> & { twin: ApplicationsApplicationView }) {
  const t = useTexts(chooseTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const id = twin.application_id
  const query = useQuery(placesQuery(id))
  const spoken = new Set([place, ...Object.entries(wishes).flatMap(([of, wish]) => (of === id ? [] : [wish]))])
  const wish = (to: string) => {
    const others = Object.entries(wishes).filter(([of]) => of !== id)
    onWish(Object.fromEntries(to === '' ? others : [...others, [id, to]]))
  }
  return (
    <Loaded query={query}>
      {(places) => (
        <Select
          label={t('twinPlace', { name: twin.child.given_name })}
          value={wishes[id] ?? ''}
          onChange={({ target }) => wish(target.value)}
        >
          <option value="">{t('twinApart')}</option>
          {places
            .filter((each) => standingOf(each) !== 'kept' && !spoken.has(each.place_id))
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
