import type { KindergartensFreePlacesView, KindergartensKindergartenView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, Card, Chip, EmptyState, Loaded } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { vacanciesQuery } from '../../shared/kindergartens/queries'
import css from './Kindergarten.module.css'
import { kindergartenPageTexts } from './texts'

export function FreePlaces({ kindergarten: { id, district } }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(kindergartenPageTexts)
  const query = useQuery(vacanciesQuery({ district, kindergarten_id: id, sorted_in: useLanguage() }))
  return (
    <Card labelledBy="places">
      <h2 id="places">{t('vacancies')}</h2>
      <Loaded query={query}>
        {({ items, as_of }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneMore')}</EmptyState>
            ) : (
              <ul className={css.places}>
                {items.map((line) => (
                  <Line key={[line.group_year, line.language, line.kind].join()} line={line} />
                ))}
              </ul>
            )}
            <AsOf at={as_of} />
          </>
        )}
      </Loaded>
      <p>
        <Link href={`/vacancies?district=${district}`}>{t('all')}</Link>
      </p>
    </Card>
  )
}

function Line({ line }: { line: KindergartensFreePlacesView }) {
  const t = useTexts(kindergartenPageTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  return (
    <li>
      <p>
        {t('group', { year: String(line.group_year), language: word(`in_${line.language}`), kind: word(line.kind) })}
      </p>
      <p>
        <b>{t('free', { n: line.free })}</b>
        {line.in_free_choice > 0 && `, ${t('inFreeChoice', { n: line.in_free_choice })}`}
      </p>
      <Chip kind={line.state === 'free_choice' ? 'act' : 'wait'}>{line.state_name[language]}</Chip>
    </li>
  )
}
