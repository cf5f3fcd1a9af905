/** «БМҰ-дағы бос орындардың базасы»: what one's kindergartens have published, and adding to it (domain §6.1, M1 §2). */
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, EmptyState, LinkButton, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

import { Downloads } from '../../shared/dashboards/Downloads'
import { useSearched } from '../../shared/tables/useSearched'
import { VacancyTable } from '../../shared/vacancies/VacancyTable'
import { fileOf } from '../../shared/vacancies/wanted'
import { AtWork } from '../../shared/workplace/AtWork'
import { workplacesQuery } from '../../shared/workplace/queries'
import { vacanciesQuery } from './queries'
import { vacanciesTexts } from './texts'

export default function VacanciesPage() {
  const t = useTexts(vacanciesTexts)
  return <AtWork title={t('title')}>{() => <Vacancies />}</AtWork>
}

function Vacancies() {
  const t = useTexts(vacanciesTexts)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Added />
      <LinkButton href="/vacancies/add">{t('add')}</LinkButton>
      <List />
    </Page>
  )
}

/** Who comes from signing is told that it is done, and what comes of it. */
function Added() {
  const t = useTexts(vacanciesTexts)
  const [params, setParams] = useSearchParams()
  const [added] = useState(params.get('added'))
  useEffect(() => {
    if (params.has('added')) setParams({}, { replace: true }) // a reload or a way back does not say it again
  }, [params, setParams])
  if (added === null) return null
  return (
    <Notice kind="ok" title={t('added')} live>
      {t(added === 'in-rounds' ? 'addedInRounds' : 'addedMore')}
    </Notice>
  )
}

function List() {
  const t = useTexts(vacanciesTexts)
  const language = useLanguage()
  const { data: own = [] } = useQuery(workplacesQuery)
  const searched = useSearched({ filters: {}, sort: { key: 'confirmed_at', descending: true } }, vacanciesQuery)
  const { data, dataUpdatedAt } = searched.query
  const publishers = data?.pages[0]?.publishers ?? []
  return (
    <>
      <VacancyTable
        searched={searched}
        gardens={own.map(({ id, name }) => ({ value: id, label: name[language] }))}
        publishers={publishers}
        annulledAt={({ id }) => `/vacancies/${id}`}
        empty={<EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
      />
      {data && !searched.awaited && <AsOf at={dataUpdatedAt} />}
      <Small>{t('meaning')}</Small>
      <Downloads
        at="/api/kindergartens/me/vacancies/file"
        chosen={fileOf(searched.chosen)}
        tables={[{ name: '', label: t('csv') }]}
        rows={data?.pages[0]?.total ?? 0}
      />
    </>
  )
}
