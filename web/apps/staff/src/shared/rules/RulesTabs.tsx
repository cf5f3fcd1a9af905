import { useTexts } from '@kezek/i18n'
import { Tabs } from '@kezek/ui'

import { rulesTexts } from './texts'

/** The rules that an administrator changes, one beside the other. */
export function RulesTabs({ current }: { current: 'policy' | 'calendar' | 'benefits' | 'sorting' | 'contracts' }) {
  const t = useTexts(rulesTexts)
  return (
    <Tabs
      label={t('tabs')}
      items={[
        { href: '/rules', label: t('policyTab'), current: current === 'policy' },
        { href: '/rules/calendar', label: t('calendarTab'), current: current === 'calendar' },
        { href: '/rules/benefits', label: t('benefitsTab'), current: current === 'benefits' },
        { href: '/rules/sorting', label: t('sortingTab'), current: current === 'sorting' },
        { href: '/rules/contracts', label: t('contractsTab'), current: current === 'contracts' },
      ]}
    />
  )
}
