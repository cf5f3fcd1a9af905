/** The contract with its signatures in one file, once somebody has signed. */
import { documentAddress, findPaper } from '@kezek/api'
import { admissionTexts, useTexts } from '@kezek/i18n'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { Small } from '../text/Small'

const signedQuery = (application_id: string, referral: string) =>
  queryOptions({
    queryKey: ['documents', 'papers', application_id, referral, 'contract'],
    queryFn: ({ signal }) => findPaper(application_id, referral, 'contract', signal),
  })

export function SignedContract({ application, referral }: { application: string; referral: string }) {
  const t = useTexts(admissionTexts)
  const { data: contract } = useQuery(signedQuery(application, referral))
  if (!contract) return null
  const address = documentAddress(contract.id)
  return (
    <>
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {t('contractView')}
        </a>
      </p>
      {contract.signatures > 0 && (
        <>
          <p>
            <a href={`${address}/signed`} download>
              {t('contractSigned', { n: contract.signatures })}
            </a>
          </p>
          <Small>{t('contractSignedAbout')}</Small>
        </>
      )}
    </>
  )
}
