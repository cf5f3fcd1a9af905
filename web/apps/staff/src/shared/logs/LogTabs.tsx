import { useTexts } from '@kezek/i18n'
import { Tabs } from '@kezek/ui'

import { logTexts } from './texts'

/** The two logs, one beside the other. */
export function LogTabs({ current }: { current: 'readings' | 'events' }) {
  const t = useTexts(logTexts)
  return (
    <Tabs
      label={t('tabs')}
      items={[
        { href: '/logs', label: t('readingsTab'), current: current === 'readings' },
        { href: '/logs/events', label: t('eventsTab'), current: current === 'events' },
      ]}
    />
  )
}
