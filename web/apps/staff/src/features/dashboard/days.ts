/** Spans in days, to a tenth where they are short: browsers write no Kazakh numbers. */
import { formatNumber } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'

import { dashboardTexts } from './texts'

const SHORT = 10

export function useDays(): (days: number | null) => string {
  const t = useTexts(dashboardTexts)
  const language = useLanguage()
  return (days) => {
    if (days === null) return t('noData')
    const whole = Math.round(days)
    if (days >= SHORT || days === whole) return t('days', { n: whole })
    const tenths = Math.round((days % 1) * SHORT)
    return t('partOfDays', {
      days: `${formatNumber(days, language)}${language === 'en' ? '.' : ','}${String(tenths)}`,
    })
  }
}
