/** What happened to an application: when, what, why, by whom and by which rule with its legal ground. */
import type { ApplicationsHistoryView, ApplicationsRule } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Fold, Hidden, Lines } from '@kezek/ui'
import { Link } from 'wouter'

import css from './HistoryList.module.css'
import { applicationTexts } from './texts'

interface HistoryListProps {
  lines: readonly ApplicationsHistoryView[]
}

export function HistoryList({ lines }: HistoryListProps) {
  const t = useTexts(applicationTexts)
  if (lines.length === 0) return <p>{t('historyEmpty')}</p>
  return (
    <Lines ordered>
      {lines.map((line) => (
        <Line key={`${line.at} ${line.code} ${line.text}`} line={line} />
      ))}
    </Lines>
  )
}

interface HistoryLine {
  line: ApplicationsHistoryView
}

function Line({ line }: HistoryLine) {
  const t = useTexts(applicationTexts)
  return (
    <li>
      <p className={css.when}>{formatNumeric(line.at)}</p>
      <p className={css.what}>{line.text}</p>
      <p className={css.why}>
        {saysMore(line) && `${t('reason', { reason: line.reason_text })} `}
        {t('byWhom', { actor: t(`actor_${line.actor}`) })}
      </p>
      <div className={css.rule}>
        <Fold summary={<RuleOf line={line} />}>
          <p>{line.ground}</p>
          <p>
            <Link href={`/rules#${ANCHORS[line.rule]}`}>{t('inRules')}</Link>
          </p>
        </Fold>
      </div>
    </li>
  )
}

/** Whoever listens hears which of the many rules it is. */
function RuleOf({ line }: HistoryLine) {
  const t = useTexts(applicationTexts)
  return (
    <span>
      {t('byRule')}
      <Hidden>: {line.text}</Hidden>
    </span>
  )
}

/** Some reasons are what happened, in the same words. */
function saysMore({ text, reason_text: reason }: ApplicationsHistoryView): boolean {
  return !text.toLowerCase().startsWith(reason.toLowerCase())
}

/** Where the page of the rules tells each. */
const ANCHORS: Readonly<Record<ApplicationsRule, string>> = {
  application: 'queue',
  conditions: 'queue',
  non_resident: 'queue',
  benefit: 'order',
  special_needs: 'queue',
  twins: 'order',
  order: 'order',
  own_time: 'order',
  twins_together: 'order',
  turn: 'turn',
  choice: 'turn',
  free_choice: 'turn',
  one_place: 'promises',
  handing_out: 'turn',
  referral: 'referral',
  referral_term: 'referral',
  cancelling: 'referral',
  admission: 'referral',
  refusal: 'referral',
  roster: 'referral',
  transfer: 'transfer',
  swap: 'referral',
  escorts: 'referral',
  ends: 'referral',
  calendar: 'terms',
  reminders: 'turn',
  sorting: 'order',
  voucher: 'vouchers',
  rounds: 'order',
  other: 'law',
}
