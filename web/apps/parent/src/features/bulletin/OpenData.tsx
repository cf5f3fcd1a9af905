import { isoDay, momentOf } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, Small } from '@kezek/ui'

import css from './Bulletin.module.css'
import { bulletinTexts } from './texts'

interface OpenDataProps {
  district: string
  asOf: string
}

/** The same for machines, what its fields mean, and the day's heads of the ledger. */
export function OpenData({ district, asOf }: OpenDataProps) {
  const t = useTexts(bulletinTexts)
  return (
    <Card labelledBy="open-data">
      <h2 id="open-data">{t('open')}</h2>
      <p>{t('openMore')}</p>
      <ul className={css.links}>
        <li>
          <a href={`/api/queue/figures.csv?district=${district}`}>{t('csv')}</a>
        </li>
        <li>
          <a href={`/api/queue/figures?district=${district}`}>{t('json')}</a>
        </li>
        <li>
          <a href="/api/queue/figures/schema">{t('schema')}</a>
        </li>
        <li>
          <a href={`/api/queue/ledger/heads?day=${isoDay(momentOf(asOf))}`}>{t('heads')}</a>
        </li>
      </ul>
      <Small>{t('headsMore')}</Small>
    </Card>
  )
}
