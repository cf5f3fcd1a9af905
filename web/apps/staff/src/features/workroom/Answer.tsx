/** A plain answer for every case; none tells anything of a child that is not coming here. */
import type { ApiError } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Notice, ProblemNotice } from '@kezek/ui'
import { Link } from 'wouter'

import { workroomTexts } from './texts'

interface AnswerProps {
  error: ApiError
  /** Whether one works in other kindergartens, too. */
  several: boolean
}

export function Answer({ error, several }: AnswerProps) {
  const t = useTexts(workroomTexts)
  if (error.is('referral_unknown')) return <Told title={t('unknown')} lines={[t('unknownMore')]} />
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
  if (error.is('referral_not_valid')) {
    const { status } = error.problem.params
    return <Told bad title={t('notValid')} lines={[isKnown(status) ? t(`was_${status}`) : t('was_other')]} />
  }
  return <ProblemNotice error={error} />
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

const KNOWN = ['accepted', 'expired', 'voided'] as const

function isKnown(status: string): status is (typeof KNOWN)[number] {
  return (KNOWN as readonly string[]).includes(status)
}
