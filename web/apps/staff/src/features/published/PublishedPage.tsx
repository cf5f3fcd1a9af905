/** The officer's district: what its kindergartens have published, and the way to annulling places (domain §6.1). */
import { api, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, EmptyState, Page, Small } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { useDistrictNames } from '../../shared/admin/districts'
import { Downloads } from '../../shared/dashboards/Downloads'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { useSearched } from '../../shared/tables/useSearched'
import { VacancyTable } from '../../shared/vacancies/VacancyTable'
import { fileOf } from '../../shared/vacancies/wanted'
import { publishedQuery } from './queries'
import { publishedTexts } from './texts'

export default function PublishedPage() {
  const t = useTexts(publishedTexts)
  return <ForOfficer title={t('title')}>{({ district }) => <Published district={district} />}</ForOfficer>
}

const gardensQuery = (district: string) =>
  queryOptions({
    queryKey: ['published', 'gardens', district],
    queryFn: async ({ signal }) => {
      const query = { district, limit: 200 }
      return (await unwrap(api.GET('/api/kindergartens/kindergartens', { params: { query }, signal }))).items
    },
  })

function Published({ district }: { district: string }) {
  const t = useTexts(publishedTexts)
  const language = useLanguage()
  const nameOf = useDistrictNames()
  const { data: gardens = [] } = useQuery(gardensQuery(district))
  const searched = useSearched({ filters: {}, sort: { key: 'confirmed_at', descending: true } }, publishedQuery)
  const { data, dataUpdatedAt } = searched.query
  const publishers = data?.pages[0]?.publishers ?? []
  return (
    <Page title={t('title')} lead={t('lead', { district: nameOf(district) })}>
      <VacancyTable
        searched={searched}
        gardens={gardens.map(({ id, name }) => ({ value: id, label: name[language] }))}
        publishers={publishers}
        openedAt={({ id }) => `/published/${id}`}
        empty={<EmptyState title={t('empty')} />}
      />
      {data && !searched.awaited && <AsOf at={dataUpdatedAt} />}
      <Downloads
        at="/api/kindergartens/district/vacancies/file"
        chosen={fileOf(searched.chosen)}
        tables={[{ name: '', label: t('csv') }]}
        rows={data?.pages[0]?.total ?? 0}
      />
      <Small>{t('logged')}</Small>
    </Page>
  )
}
