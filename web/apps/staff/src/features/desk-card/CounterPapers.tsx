import { api, type ApplicationsHistoryView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Loaded } from '@kezek/ui'
import { FilesBeside } from '@kezek/ui/files'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { deskCardTexts } from './texts'

/** Whether there is a paper: nobody asks for it where the family has chosen itself. */
export const chosenAtCounter = ({ reason, actor }: ApplicationsHistoryView) =>
  reason === 'place_chosen' && actor === 'officer'

/** The signed papers from which places were chosen at the counter, opened beside. */
export function CounterPapers({ application }: { application: string }) {
  const t = useTexts(deskCardTexts)
  const query = useQuery(papersQuery(application))
  if (query.data?.length === 0) return null
  return (
    <Card labelledBy="counter-papers">
      <h2 id="counter-papers">{t('counterPapers')}</h2>
      <Loaded query={query}>
        {(papers) => (
          <FilesBeside
            files={papers.map(({ file_id: id, name, media_type, size }) => ({ id, name, media_type, size }))}
            linkOf={({ id }) => linkOf(application, id)}
          />
        )}
      </Loaded>
    </Card>
  )
}

/** Each look is logged: no clock asks. */
const papersQuery = (id: string) =>
  queryOptions({
    queryKey: ['counter', 'papers', id],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/referrals/counter/applications/{application_id}/papers', {
        params: { path: { application_id: id } },
        signal,
      })
      return (await unwrap(asked)).items
    },
    staleTime: Infinity,
  })

async function linkOf(application_id: string, file_id: string): Promise<string> {
  const asked = api.POST('/api/referrals/counter/applications/{application_id}/papers/{file_id}/links', {
    params: { path: { application_id, file_id } },
  })
  return (await unwrap(asked)).address
}
