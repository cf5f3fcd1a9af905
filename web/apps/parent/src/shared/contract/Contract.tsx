/** The contract of a referral, filled in by the system: read through its link, and ticked as read (domain §8). */
import { api, documentAddress, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Checkbox, Loaded } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { contractTexts } from './texts'

/** It is made when it is first asked for, and never changes. */
const contractQuery = (referral_id: string) =>
  queryOptions({
    queryKey: ['documents', 'contract', referral_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/documents/referrals/{referral_id}/contract', { params: { path: { referral_id } }, signal }),
      ),
    staleTime: Infinity,
  })

interface ContractProps {
  id: string
  referral: string
  /** What vouches for the contract, once it is ticked. */
  receipt: string | null
  onTick: (receipt: string | null) => void
  error?: string | undefined
}

export function Contract({ id, referral, receipt, onTick, error }: ContractProps) {
  const t = useTexts(contractTexts)
  const query = useQuery(contractQuery(referral))
  return (
    <section aria-labelledby="contract-title">
      <h3 id="contract-title">{t('title')}</h3>
      <p>{t('about')}</p>
      <Loaded query={query} waiting={t('waiting')}>
        {(contract) => (
          <>
            <p>
              <a href={documentAddress(contract.document_id)} target="_blank" rel="noreferrer">
                {t('read', { number: contract.number })}
              </a>
            </p>
            <Checkbox
              id={id}
              label={t('tick')}
              error={error}
              checked={receipt === contract.receipt}
              onChange={({ target }) => onTick(target.checked ? contract.receipt : null)}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
