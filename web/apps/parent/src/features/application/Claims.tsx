/** What was claimed with papers: what waits, until when, what was decided and why, and what the family is asked for. */
import { api, type ApplicationsClaimState, type ApplicationsClaimView, unwrap } from '@kezek/api'
import { formQuery } from '@kezek/application-form'
import { formatDate, formatDeadline, formatMoment } from '@kezek/domain'
import { claimTexts, useLanguage, useTexts } from '@kezek/i18n'
import {
  Button,
  Card,
  Chip,
  type ChipKind,
  type Fact,
  Facts,
  Lines,
  Notice,
  ProblemNotice,
  Spinner,
  page,
} from '@kezek/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ComponentType, Suspense } from 'react'

import type { AnswerProps } from './Answer'
import { applicationPageTexts } from './texts'

const CHIP_OF: Readonly<Record<ApplicationsClaimState, ChipKind>> = {
  waiting: 'wait',
  better_copy_asked: 'act',
  unproved: 'wait',
  confirmed: 'ok',
  rejected: 'bad',
  expired: 'ended',
}

/** Few are asked for papers: fetched for them. */
const Answer: ComponentType<AnswerProps> = page(() => import('./Answer'))

interface ClaimsProps {
  application: string
  district: string
  claims: readonly ApplicationsClaimView[]
}

export function Claims({ claims, ...of }: ClaimsProps) {
  return claims.map((claim) => <Claim key={claim.claim_id} claim={claim} {...of} />)
}

interface ClaimProps extends Omit<ClaimsProps, 'claims'> {
  claim: ApplicationsClaimView
}

function Claim({ application, district, claim }: ClaimProps) {
  const t = useTexts(applicationPageTexts)
  const words = useTexts(claimTexts)
  const facts = [...useMatter(claim, district), ...useFacts(claim)]
  const { claim_id: id, kind, state } = claim
  const asked = state === 'better_copy_asked'
  const ended = state === 'confirmed' || state === 'rejected' || state === 'expired'
  return (
    <Card labelledBy={`claim-${id}`} marked={asked && 'act'}>
      <h2 id={`claim-${id}`}>{words(`kind_${kind}`)}</h2>
      <Chip kind={CHIP_OF[state]}>{words(`claim_${state}`)}</Chip>
      {asked && (
        <Notice title={t('asked')}>
          <p>{t('askedAbout')}</p>
        </Notice>
      )}
      {state === 'waiting' && <p>{t('claimWaits')}</p>}
      <Facts items={facts} />
      <Scans application={application} claim={claim} />
      {ended && claim.takes_papers && <p>{t('showAnew')}</p>}
      {claim.takes_papers && (
        <Suspense fallback={<Spinner />}>
          <Answer application={application} district={district} claim={claim} />
        </Suspense>
      )}
    </Card>
  )
}

/** Which benefit, or which queue is wanted: several claims of a kind may stand there. */
function useMatter({ kind, benefit, correctional }: ApplicationsClaimView, district: string): readonly Fact[] {
  const t = useTexts(applicationPageTexts)
  const { data } = useQuery({ ...formQuery(district), enabled: benefit !== null })
  if (kind === 'special_needs')
    return [{ name: t('claimQueue'), value: t(correctional ? 'addCorrectional' : 'addGeneral') }]
  const name = data?.benefits.find(({ code }) => code === benefit)?.name
  return name === undefined ? [] : [{ name: t('addWhich'), value: name }]
}

function useFacts(claim: ApplicationsClaimView): readonly Fact[] {
  const t = useTexts(applicationPageTexts)
  const words = useTexts(claimTexts)
  const language = useLanguage()
  const { submitted_at, due_at, valid_until, decided_at, reason, remark } = claim
  const facts: (Fact | null)[] = [
    { name: t('claimedAt'), value: formatMoment(submitted_at, language) },
    due_at === null ? null : { name: t('claimUntil'), value: formatDeadline(due_at, language) },
    decided_at === null ? null : { name: t('decidedAt'), value: formatMoment(decided_at, language) },
    valid_until === null ? null : { name: t('validUntil'), value: formatDate(valid_until, language) },
    reason === null ? null : { name: t('claimReason'), value: words(`reason_${reason}`) },
    remark === '' ? null : { name: t('claimRemark'), value: remark },
  ]
  return facts.filter((each) => each !== null)
}

/** What was handed in, each opened by a link of a minute. */
function Scans({ application, claim }: { application: string; claim: ApplicationsClaimView }) {
  const t = useTexts(applicationPageTexts)
  const open = useMutation({
    mutationFn: async (file_id: string) => {
      const path = { application_id: application, file_id }
      const asked = api.POST('/api/applications/applications/{application_id}/files/{file_id}/links', {
        params: { path },
      })
      return (await unwrap(asked)).address
    },
    onSuccess: (address) => window.location.assign(address),
  })
  if (claim.files.length === 0) return null
  return (
    <>
      <h3>{t('scans')}</h3>
      <Lines>
        {claim.files.map(({ file_id: id, name }) => (
          <li key={id}>
            {name}{' '}
            <Button kind="second" small aria-label={t('viewScan', { name })} onClick={() => open.mutate(id)}>
              {t('view')}
            </Button>
          </li>
        ))}
      </Lines>
      {open.error && <ProblemNotice error={open.error} />}
    </>
  )
}
