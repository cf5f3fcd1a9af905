/** The contract with its signatures in one file, once somebody has signed. */
import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Small } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { documentAddress } from '../applications/documents'
import { contractTexts } from './texts'

const signedQuery = (application_id: string, referral: string) =>
  queryOptions({
    queryKey: ['documents', 'papers', application_id, referral, 'contract'],
    queryFn: async ({ signal }) => {
      const asked = api.GET('/api/documents/applications/{application_id}/documents', {
        params: { path: { application_id } },
        signal,
      })
      return (await unwrap(asked)).items.find(({ kind, about }) => kind === 'contract' && about === referral) ?? null
    },
  })

export function SignedContract({ application, referral }: { application: string; referral: string }) {
  const t = useTexts(contractTexts)
  const { data: contract } = useQuery(signedQuery(application, referral))
  if (!contract) return null
  const address = documentAddress(contract.id)
  return (
    <>
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {t('view')}
        </a>
      </p>
      {contract.signatures > 0 && (
        <>
          <p>
            <a href={`${address}/signed`} download>
              {t('signed', { n: contract.signatures })}
            </a>
          </p>
          <Small>{t('signedAbout')}</Small>
        </>
      )}
    </>
  )
}
