/** What happened to an application: when, what, why, by whom and by which rule with its legal ground. */
import type { ApplicationsHistoryView, ApplicationsRule } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Link } from 'wouter'

import css from './HistoryList.module.css'
import { applicationTexts } from './texts'

interface HistoryListProps {
  lines: readonly ApplicationsHistoryView[]
  /** The rule is named, its legal ground is not written out. */
  brief?: boolean
}

export function HistoryList({ lines, brief = false }: HistoryListProps) {
  const t = useTexts(applicationTexts)
  if (lines.length === 0) return <p>{t('historyEmpty')}</p>
  return (
    <ol className={css.list}>
      {lines.map((line) => (
        <Line key={`${line.at} ${line.code} ${line.text}`} line={line} brief={brief} />
      ))}
    </ol>
  )
}

function Line({ line, brief }: { line: ApplicationsHistoryView; brief: boolean }) {
  const t = useTexts(applicationTexts)
  return (
    <li>
      <p className={css.when}>{formatNumeric(line.at)}</p>
      <p className={css.what}>{line.text}</p>
      <p className={css.why}>
        {t('reason', { reason: line.reason_text })} {t('byWhom', { actor: t(`actor_${line.actor}`) })}{' '}
        <Link href={`/rules#${ANCHORS[line.rule]}`}>{t('byRule')}</Link>
        {brief ? '' : `: ${line.ground}`}
      </p>
    </li>
  )
}

/** Where the page of the rules tells each. */
const ANCHORS: Readonly<Record<ApplicationsRule, string>> = {
  application: 'queue',
  order: 'order',
  own_time: 'order',
  turn: 'turn',
  choice: 'turn',
  free_choice: 'turn',
  one_place: 'promises',
  handing_out: 'turn',
  referral: 'referral',
  referral_term: 'referral',
  admission: 'referral',
  other: 'law',
}
