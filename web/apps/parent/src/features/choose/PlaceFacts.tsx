import type { ApplicationsInformationView } from '@kezek/api'
import { formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip } from '@kezek/ui'
import { Link } from 'wouter'

import { applicationTexts } from '../../shared/applications/texts'
import css from './Choose.module.css'
import type { Place } from './offers'
import { chooseTexts } from './texts'

interface PlaceFactsProps {
  place: Place
  /** Those that the application asks for. */
  languages: ApplicationsInformationView['languages']
  level: 'h2' | 'h3'
}

/** Where the place is and in which language one learns there: what the leaflet asks to mind. */
export function PlaceFacts({ place, languages, level: Heading }: PlaceFactsProps) {
  const t = useTexts(chooseTexts)
  const words = useTexts(applicationTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { kindergarten, kind, free_choice } = place
  return (
    <>
      <Heading>{kindergarten?.name[language] ?? words('gardenUnknown')}</Heading>
      {kindergarten && <p>{kindergarten.address[language]}</p>}
      <p>
        <b>{t('taught', { language: word(`in_${place.language}`) })}</b>
      </p>
      {!languages.includes(place.language) && <p className={css.unwished}>{t('unwished')}</p>}
      {kindergarten && (
        <p className={css.about}>{t('group', { kind: word(kind), ownership: word(kindergarten.ownership) })}</p>
      )}
      <p>
        <Chip kind={free_choice ? 'act' : 'wait'}>{free_choice ? t('chipOpen') : t('chipHeld')}</Chip>
      </p>
      {kindergarten && (
        <p className={css.ways}>
          <a href={phoneLink(kindergarten.phone)}>{formatPhone(kindergarten.phone)}</a>
          <Link href={`/kindergartens/${kindergarten.id}`}>{t('garden')}</Link>
        </p>
      )}
    </>
  )
}
