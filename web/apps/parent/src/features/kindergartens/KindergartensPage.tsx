/** The kindergartens of the region, for everybody to see. */
import type { KindergartensKindergartenView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, EmptyState, Loaded, More, Page } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { KindergartenFacts } from '../../shared/kindergartens/KindergartenFacts'
import { kindergartensQuery } from '../../shared/kindergartens/queries'
import css from './Kindergartens.module.css'
import { SearchForm } from './SearchForm'
import { kindergartensTexts } from './texts'
import { type Search, usePaused, useSearch } from './useSearch'

export default function KindergartensPage() {
  const t = useTexts(kindergartensTexts)
  const [search, change] = useSearch()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <SearchForm search={search} onChange={change} />
      <Found search={search} />
      <p>
        <Link href="/vacancies">{t('vacancies')}</Link>
      </p>
    </Page>
  )
}

function Found({ search: { district, ownership, name } }: { search: Search }) {
  const t = useTexts(kindergartensTexts)
  const wanted = usePaused(name.trim())
  const query = useInfiniteQuery(
    kindergartensQuery({
      ...(district && { district }),
      ...(ownership !== 'all' && { ownership }),
      ...(wanted && { name: wanted }),
      sorted_in: useLanguage(),
    }),
  )
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const found = pages.flatMap(({ items }) => items)
        if (found.length === 0) return <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
        return (
          <>
            <p role="status">{t('found', { n: pages[0]?.total ?? 0 })}</p>
            <div className={css.found}>
              {found.map((each) => (
                <Kindergarten key={each.id} kindergarten={each} />
              ))}
            </div>
            <More
              shown={found.length}
              more={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </>
        )
      }}
    </Loaded>
  )
}

function Kindergarten({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const language = useLanguage()
  const { id, name } = kindergarten
  return (
    <Card labelledBy={id}>
      <h2 id={id}>
        <Link href={`/kindergartens/${id}`}>{name[language]}</Link>
      </h2>
      <KindergartenFacts kindergarten={kindergarten} />
    </Card>
  )
}
