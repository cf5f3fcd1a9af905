import type { ApplicationsInformationView } from '@kezek/api'
import { formatMoment, formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip } from '@kezek/ui'
import { Link } from 'wouter'

import { formatDistance } from './distance'
import { type Place, type Standing, standingOf } from './offers'
import css from './Place.module.css'
import { placeTexts } from './texts'

interface PlaceFactsProps {
  place: Place
  /** Those that the application asks for. */
  languages: ApplicationsInformationView['languages']
  level: 'h2' | 'h3'
  /** Its number on the plan. */
  number?: number | undefined
  /** From the family's point. */
  metres?: number | null
  /** Where more is said of a kindergarten, if the app has such a page. */
  gardenHref?: ((id: string) => string) | undefined
}

/** Where the place is and in which language one learns there: what the leaflet asks to mind. */
export function PlaceFacts({ place, languages, level: Heading, number, metres = null, gardenHref }: PlaceFactsProps) {
  const t = useTexts(placeTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { kindergarten, kind } = place
  const standing = standingOf(place)
  return (
    <>
      <Heading>
        {number !== undefined && `${String(number)}. `}
        {kindergarten?.name[language] ?? t('gardenUnknown')}
      </Heading>
      {kindergarten && <p>{kindergarten.address[language]}</p>}
      {metres !== null && <p>{t('away', { distance: formatDistance(metres, language) })}</p>}
      <p>
        <b>{t('taught', { language: word(`in_${place.language}`) })}</b>
      </p>
      {!languages.includes(place.language) && standing !== 'kept' && <p className={css.unwished}>{t('unwished')}</p>}
      {kindergarten && (
        <p className={css.about}>{t('group', { kind: word(kind), ownership: word(kindergarten.ownership) })}</p>
      )}
      {standing === 'kept' ? (
        <p className={css.unwished}>{why()}</p>
      ) : (
        <p>
          <Chip kind={standing === 'open' ? 'act' : 'wait'}>{t(CHIPS[standing])}</Chip>
        </p>
      )}
      {kindergarten && (
        <p className={css.ways}>
          <a href={phoneLink(kindergarten.phone)}>{formatPhone(kindergarten.phone)}</a>
          {gardenHref && <Link href={gardenHref(kindergarten.id)}>{t('garden')}</Link>}
        </p>
      )}
    </>
  )

  function why(): string {
    const { obstacle, opens_at: opens } = place
    if (obstacle === 'place_opens_later' && opens !== null)
      return t('opensLater', { at: formatMoment(opens, language) })
    if (obstacle === 'place_other_language') return t('otherLanguage')
    if (obstacle === 'place_cancelled_before') return t('cancelledBefore')
    if (obstacle === 'child_too_old') return t('tooOldFree')
    if (obstacle === 'child_too_young') return t('tooYoungFree')
    return t('needed')
  }
}

const CHIPS = {
  held: 'chipHeld',
  exchange: 'chipExchange',
  open: 'chipOpen',
} as const satisfies Record<Exclude<Standing, 'kept'>, string>
