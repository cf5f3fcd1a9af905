import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts, Fold, Lines, Notice } from '@kezek/ui'

import type { Touched } from './queries'
import { closeTexts } from './texts'

/** Counts first; who they are, folded below. */
export function Touches({ touched }: { touched: Touched }) {
  const t = useTexts(closeTexts)
  const language = useLanguage()
  const { free, held, referrals, enrolled, departing } = touched
  return (
    <Card labelledBy="touched">
      <h2 id="touched">{t('touched')}</h2>
      <Facts
        items={[
          { name: t('free'), value: free },
          { name: t('held'), value: held.length },
          { name: t('referrals'), value: referrals.length },
          { name: t('enrolled'), value: enrolled },
        ]}
      />
      <List
        title={t('held')}
        lines={held.map(({ application_number: number, held_until: until }) =>
          t('heldOne', { number, until: until ? formatDeadline(until, language) : '' }),
        )}
      />
      <List
        title={t('referrals')}
        lines={referrals.map(({ referral_number: referral, application_number: number }) =>
          t('referralOne', { referral, number }),
        )}
      />
      <List
        title={t('enrolled')}
        lines={departing.map(({ child_name: child, group_year: year, application_number: number }) =>
          t('departingOne', { child, year: String(year), number }),
        )}
      />
      <Notice>{t('consequence')}</Notice>
    </Card>
  )
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Fold summary={`${title} (${String(lines.length)})`}>
      <Lines>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Lines>
    </Fold>
  )
}
