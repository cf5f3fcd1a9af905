/** That an officer chose the place from the family's paper, and the scan of it, opened by a link of a minute. */
import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, ProblemNotice } from '@kezek/ui'
import { useMutation, useQuery } from '@tanstack/react-query'

import { counterPapersQuery } from './queries'
import { referralTexts } from './texts'

export function AtCounter({ application, referral }: { application: string; referral: string }) {
  const t = useTexts(referralTexts)
  const { data: papers = [] } = useQuery(counterPapersQuery(application, referral))
  const open = useMutation({
    mutationFn: async (file_id: string) => {
      const asked = api.POST('/api/referrals/applications/{application_id}/counter-papers/{file_id}/links', {
        params: { path: { application_id: application, file_id } },
      })
      return (await unwrap(asked)).address
    },
    onSuccess: (address) => window.location.assign(address),
  })
  if (papers.length === 0) return null
  return (
    <Card labelledBy="at-counter">
      <h2 id="at-counter">{t('atCounter')}</h2>
      <p>{t('atCounterAbout')}</p>
      {open.error && <ProblemNotice error={open.error} />}
      {papers.map(({ file_id: id, name }) => (
        <p key={id}>
          <Button kind="second" small aria-disabled={open.isPending} onClick={() => !open.isPending && open.mutate(id)}>
            {t('openScan', { name })}
          </Button>
        </p>
      ))}
    </Card>
  )
}
