/** What an officer annulled of a vacancy of the own kindergarten: by whom, when, why (domain §6.1). */
import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, EmptyState, Loaded, Page } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { Annulments } from '../../shared/annulments/Annulments'
import { annulmentTexts } from '../../shared/annulments/texts'
import { AtWork } from '../../shared/workplace/AtWork'
import { annulledTexts } from './texts'

export default function AnnulledPage() {
  const words = useTexts(annulmentTexts)
  const t = useTexts(annulledTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/vacancies">{t('back')}</BackLink>
      <AtWork title={words('annulments')}>{() => <Annulled id={id} />}</AtWork>
    </>
  )
}

const annulledQuery = (vacancy: string) =>
  queryOptions({
    queryKey: ['annulments', vacancy],
    queryFn: async ({ signal }) => {
      const params = { path: { vacancy_id: vacancy } }
      return (await unwrap(api.GET('/api/referrals/vacancies/{vacancy_id}/annulments', { params, signal }))).items
    },
  })

function Annulled({ id }: { id: string }) {
  const words = useTexts(annulmentTexts)
  const t = useTexts(annulledTexts)
  const query = useQuery(annulledQuery(id))
  return (
    <Page narrow title={words('annulments')} lead={t('lead')}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <EmptyState title={t('none')} /> : <Annulments items={items} />)}
      </Loaded>
    </Page>
  )
}
