/** A plain answer for every case, and what to do next; none tells anything of a child that is not coming here. */
import type { ApiError } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { LinkButton, Notice, ProblemNotice } from '@kezek/ui'
import { Link } from 'wouter'

import { EndingPaper } from '../../shared/ending/EndingPaper'
import type { By } from './key'
import { workroomTexts } from './texts'

interface AnswerProps {
  error: ApiError
  /** By what it was searched for. */
  by: By
  /** Whether one works in other kindergartens, too. */
  several: boolean
}

export function Answer({ error, by, several }: AnswerProps) {
  const t = useTexts(workroomTexts)
  if (error.is('referral_unknown')) return <Told title={t(`unknown_${by}`)} lines={[t(`unknownMore_${by}`)]} />
  if (error.is('referral_of_another_kindergarten'))
    return (
      <Told title={t('elsewhere')} lines={[t('elsewhereMore'), t('elsewhereSay')]}>
        {several && (
          <p>
            {t('worksThere')} <Link href="/workplace">{t('changeWorkplace')}</Link>
          </p>
        )}
      </Told>
    )
  if (error.is('referral_not_valid')) return <Void {...error.problem.params} />
  return <ProblemNotice error={error} />
}

const STOOD = ['accepted', 'departed', 'swapped_here', 'swapped_away'] as const
const KNOWN = [...STOOD, 'cancelled', 'voided', 'refused'] as const

interface VoidProps {
  status: string
  last_day?: string
  /** Of a refusal of one's own that stands. */
  application_id?: string
}

/** What became of it. Of another kindergarten's no day is told, and no reason. */
function Void({ status, last_day: lastDay, application_id: application }: VoidProps) {
  const t = useTexts(workroomTexts)
  const language = useLanguage()
  const known = KNOWN.find((each) => lastDay !== undefined && each === status)
  const stood = STOOD.find((each) => each === known)
  const expired = status === 'expired' && lastDay !== undefined
  const was = expired
    ? t('was_expired', { day: formatDate(lastDay, language) })
    : t(known ? `was_${known}` : 'was_other')
  return (
    <Told bad title={t('notValid')} lines={[was, t(stood ? `next_${stood}` : 'next_void')]}>
      {application !== undefined && (
        <EndingPaper application={application} kind="refusal">
          {t('refusalPaper')}
        </EndingPaper>
      )}
      {stood && (
        <LinkButton href="/roster" kind="second">
          {t('toRoster')}
        </LinkButton>
      )}
    </Told>
  )
}

interface ToldProps {
  title: string
  lines: readonly string[]
  bad?: boolean
  children?: React.ReactNode
}

function Told({ title, lines, bad = false, children }: ToldProps) {
  return (
    <Notice kind={bad ? 'bad' : 'important'} title={title} live>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </Notice>
  )
}
