/** «БМҰ-дағы бос орындардың базасы»: what one's kindergartens have published, and adding to it (domain §6.1, M1 §2). */
import { useTexts } from '@kezek/i18n'
import { AsOf, EmptyState, LinkButton, Notice, Page, Small } from '@kezek/ui'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

import { useSearched } from '../../shared/tables/useSearched'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { vacanciesQuery } from './queries'
import { vacanciesTexts } from './texts'
import { VacancyTable } from './VacancyTable'

export default function VacanciesPage() {
  const t = useTexts(vacanciesTexts)
  return <AtWork title={t('title')}>{(work) => <Vacancies {...work} />}</AtWork>
}

function Vacancies({ me }: Work) {
  const t = useTexts(vacanciesTexts)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Added />
      <LinkButton href="/vacancies/add">{t('add')}</LinkButton>
      <List several={me.grants.filter(({ role }) => role === 'worker').length > 1} />
    </Page>
  )
}

/** Who comes from signing is told that it is done, and what comes of it. */
function Added() {
  const t = useTexts(vacanciesTexts)
  const [params, setParams] = useSearchParams()
  const [added] = useState(params.has('added'))
  useEffect(() => {
    if (params.has('added')) setParams({}, { replace: true }) // a reload or a way back does not say it again
  }, [params, setParams])
  if (!added) return null
  return (
    <Notice kind="ok" title={t('added')} live>
      {t('addedMore')}
    </Notice>
  )
}

function List({ several }: { several: boolean }) {
  const t = useTexts(vacanciesTexts)
  const searched = useSearched({ filters: {}, sort: { key: 'confirmed_at', descending: true } }, vacanciesQuery)
  const { data, dataUpdatedAt } = searched.query
  return (
    <>
      <VacancyTable
        searched={searched}
        several={several}
        empty={<EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
      />
      {data && !searched.awaited && <AsOf at={dataUpdatedAt} />}
      <Small>{t('meaning')}</Small>
    </>
  )
}
