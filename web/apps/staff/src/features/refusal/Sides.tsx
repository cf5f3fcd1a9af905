/** What the kindergarten says, and what the family answers: both in their own words. */
import type { ReferralsOpenedRefusalView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { refusalTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts, Lines, Small } from '@kezek/ui'
import { FilesBeside } from '@kezek/ui/files'

import { linkOf } from './queries'
import css from './Refusal.module.css'
import { refusalPageTexts } from './texts'

interface SideProps {
  opened: ReferralsOpenedRefusalView
}

export function KindergartenSays({ opened: { refusal } }: SideProps) {
  const t = useTexts(refusalPageTexts)
  const said = useTexts(refusalTexts)
  const language = useLanguage()
  return (
    <Card labelledBy="kindergarten">
      <h2 id="kindergarten">{t('kindergartenSays')}</h2>
      <Facts
        items={[
          { name: t('reason'), value: said(`reason_${refusal.reason}`) },
          { name: t('refusedAt'), value: formatMoment(refusal.refused_at, language) },
        ]}
      />
      <h3>{t('words')}</h3>
      <p className={css.words}>{refusal.words}</p>
    </Card>
  )
}

export function FamilySays({ opened: { referral_id: referral, refusal } }: SideProps) {
  const t = useTexts(refusalPageTexts)
  const language = useLanguage()
  const files = refusal.answers.flatMap((answer) => answer.files)
  const kept = files.map(({ file_id: id, name, media_type, size }) => ({ id, name, media_type, size }))
  return (
    <Card labelledBy="family">
      <h2 id="family">{t('familySays')}</h2>
      {refusal.answers.length === 0 && <p>{t(refusal.under_review ? 'noAnswer' : 'noAnswerEver')}</p>}
      <Lines>
        {refusal.answers.map(({ id, words, said_at: at }) => (
          <li key={id}>
            <p className={css.words}>{words}</p>
            <Small>{formatMoment(at, language)}</Small>
          </li>
        ))}
      </Lines>
      {kept.length > 0 && <FilesBeside files={kept} linkOf={({ id }) => linkOf(referral, id)} />}
    </Card>
  )
}
