import { api, type ReferralsFoundView, type ReferralsReferralView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, ProblemNotice, Small } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'

import { workroomTexts } from './texts'

interface CameProps {
  referral: ReferralsFoundView
  onNoted: (news: Pick<ReferralsReferralView, 'stopped_by' | 'stopped_at'>) => void
}

/** «Келді»: the family has come, and its term does not run any more. Nothing is signed. */
export function Came({ referral: { referral_id }, onNoted }: CameProps) {
  const t = useTexts(workroomTexts)
  const note = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/referrals/referrals/{referral_id}/arrival', { params: { path: { referral_id } } })),
    onSuccess: ({ stopped_by, stopped_at }) => onNoted({ stopped_by, stopped_at }),
  })
  return (
    <div>
      {note.error && <ProblemNotice error={note.error} />}
      <Button kind="second" aria-disabled={note.isPending} onClick={() => !note.isPending && note.mutate()}>
        {note.isPending ? t('noting') : t('came')}
      </Button>
      <Small>{t('cameAbout')}</Small>
    </div>
  )
}
