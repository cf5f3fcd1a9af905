/** All manuals, also under the names they had; the chapters that people look for by themselves have links of their own. */
import { useTexts } from '@kezek/i18n'
import { Card, Page } from '@kezek/ui'
import { Link } from 'wouter'

import { CHAPTERS } from './chapters'
import { Inline } from './inline'
import { labels } from './labels'
import css from './ManualsPage.module.css'
import { type DocumentId, MANUAL_IDS, type ManualId, STAFF_IDS } from './model'

export default function ManualsPage() {
  const t = useTexts(labels)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={css.manuals}>
        {MANUAL_IDS.map((id) => (
          <Entry key={id} id={id} />
        ))}
        <Card labelledBy="staff">
          <h2 id="staff">{t('forStaff')}</h2>
          <Documents ids={STAFF_IDS} at="/manuals" />
        </Card>
        <Card labelledBy="more">
          <h2 id="more">{t('more')}</h2>
          <Documents ids={['rules', 'privacy', 'accessibility']} at="" />
        </Card>
      </div>
    </Page>
  )
}

/** What was no manual before. */
function Documents({ ids, at }: { ids: readonly Exclude<DocumentId, ManualId>[]; at: string }) {
  const t = useTexts(labels)
  return (
    <dl className={css.more}>
      {ids.map((id) => (
        <div key={id}>
          <dt>
            <Link href={`${at}/${id}`}>{t(id)}</Link>
          </dt>
          <dd>{t(`${id}For`)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Entry({ id }: { id: ManualId }) {
  const t = useTexts(labels)
  const chapters = CHAPTERS[id]
  return (
    <Card labelledBy={id}>
      <h2 id={id}>
        <Link href={`/manuals/${id}`}>{t(id)}</Link>
      </h2>
      <p>{t(`${id}For`)}</p>
      {chapters && (
        <ul className={css.chapters}>
          {Object.entries(chapters).map(([section, title]) => (
            <li key={section}>
              <Link href={`/manuals/${id}#${section}`}>{t(title)}</Link>
            </li>
          ))}
        </ul>
      )}
      <p className={css.former}>
        {t('former')} <Inline text={t(`${id}Former`)} />
      </p>
    </Card>
  )
}
