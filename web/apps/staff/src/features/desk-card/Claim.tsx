import type { ApplicationsClaimView } from '@kezek/api'
import { formatDate, formatDeadline, formatMoment } from '@kezek/domain'
import { claimTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Chip, Deadline, type Fact, Facts } from '@kezek/ui'
import { useState } from 'react'

import { CHIP_OF, useBenefitNames } from '../../shared/officer/claims'
import { Decide } from './Decide'
import { Papers } from './Papers'
import { deskCardTexts } from './texts'

interface ClaimProps {
  claim: ApplicationsClaimView
  application: string
  /** In which statements are written. */
  language: string
  mayDecide: boolean
}

/** What is claimed, its papers, and the decision: made already, or to be made. */
export function Claim({ claim, application, language, mayDecide }: ClaimProps) {
  const t = useTexts(deskCardTexts)
  const claims = useTexts(claimTexts)
  // of the claim as it is now: what a family hands in afterwards is decided anew
  const [decidingOn, setDecidingOn] = useState('')
  const facts = useFacts(claim)
  const { claim_id: id, kind, state, due_at, overdue } = claim
  const waits = state === 'waiting'
  const handedIn = String(claim.files.length)
  const deciding = decidingOn === handedIn
  const open = waits || state === 'better_copy_asked'
  return (
    <Card labelledBy={`claim-${id}`} marked={waits && 'act'}>
      <h2 id={`claim-${id}`}>{claims(`kind_${kind}`)}</h2>
      <Chip kind={overdue ? 'bad' : CHIP_OF[state]}>{overdue ? t('overdue') : claims(`claim_${state}`)}</Chip>
      {waits && due_at !== null && (
        <Deadline action={t('decideBy')} at={due_at}>
          {t('timeKept')}
        </Deadline>
      )}
      <Facts items={facts} />
      <h3>{t('files')}</h3>
      <Papers application={application} files={claim.files} />
      {open && mayDecide && !deciding && <Button onClick={() => setDecidingOn(handedIn)}>{t('decide')}</Button>}
      {deciding && open && <Decide claim={claim} language={language} />}
    </Card>
  )
}

function useFacts(claim: ApplicationsClaimView): readonly Fact[] {
  const t = useTexts(deskCardTexts)
  const claims = useTexts(claimTexts)
  const language = useLanguage()
  const benefit = useBenefitNames()
  const facts: (Fact | null)[] = [
    claim.benefit === null ? null : { name: t('benefit'), value: benefit(claim.benefit) },
    claim.queue_class === null ? null : { name: t('gives'), value: t(`class_${claim.queue_class}`) },
    claim.kind === 'special_needs'
      ? { name: t('wish'), value: t(claim.correctional ? 'correctional' : 'general') }
      : null,
    { name: t('claimedAt'), value: formatMoment(claim.submitted_at, language) },
    claim.state !== 'waiting' && claim.due_at
      ? { name: t('until'), value: formatDeadline(claim.due_at, language) }
      : null,
    claim.valid_until === null ? null : { name: t('validUntil'), value: formatDate(claim.valid_until, language) },
    claim.decided_at === null
      ? null
      : {
          name: t('decidedAt'),
          value: `${formatMoment(claim.decided_at, language)}, ${t(claim.decided_by_me ? 'byMe' : 'byOfficer')}`,
        },
    claim.reason === null ? null : { name: t('reason'), value: claims(`reason_${claim.reason}`) },
    claim.remark === '' ? null : { name: t('remark'), value: claim.remark },
  ]
  return facts.filter((each) => each !== null)
}
