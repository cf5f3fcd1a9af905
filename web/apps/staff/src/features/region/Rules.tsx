import type { QueueLastVersionView, QueueRegionView, QueueYearStandingView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts, Notice } from '@kezek/ui'
import { Link } from 'wouter'

import css from './Region.module.css'
import { regionTexts } from './texts'

/** This year's working days and the next one's, with what is missing of them; and the benefits. */
export function Rules({ region: { years, benefits, benefits_last: last } }: { region: QueueRegionView }) {
  const t = useTexts(regionTexts)
  const versionOf = useVersion()
  return (
    <div className={css.cards}>
      {years.map((each) => (
        <Year key={each.year} year={each} />
      ))}
      <Card labelledBy="benefits">
        <h2 id="benefits">{t('benefits')}</h2>
        <Facts
          items={[
            { name: t('benefitKinds'), value: benefits },
            { name: t('last'), value: versionOf(last) },
          ]}
        />
        <p>
          <Link href="/rules/benefits">{t('toBenefits')}</Link>
        </p>
      </Card>
    </div>
  )
}

function Year({ year: { year, known, confirmed, holidays, worked, free, last } }: { year: QueueYearStandingView }) {
  const t = useTexts(regionTexts)
  const versionOf = useVersion()
  const [id, name] = [`year-${String(year)}`, String(year)]
  return (
    <Card labelledBy={id}>
      <h2 id={id}>
        {t('calendar')}, {t('year', { year: name })}
      </h2>
      {!known && <Notice title={t('notKnown', { year: name })} />}
      {known && !confirmed && <Notice title={t('notConfirmed', { year: name })} />}
      {known && (
        <Facts
          items={[
            { name: t('holidays'), value: holidays },
            { name: t('worked'), value: worked },
            { name: t('freeDays'), value: free },
            { name: t('last'), value: versionOf(last) },
          ]}
        />
      )}
      <p>
        <Link href={`/rules/calendar?year=${name}`}>{t('toCalendar', { year: name })}</Link>
      </p>
    </Card>
  )
}

function useVersion(): (last: QueueLastVersionView | null) => string {
  const t = useTexts(regionTexts)
  const language = useLanguage()
  return (last) => {
    if (last === null) return t('notPublished')
    const { version, published_at: at, signed_by_name: name } = last
    return name === null
      ? t('lastShipped', { version })
      : t('lastSigned', { version, day: formatDate(at, language), name })
  }
}
