import { useTexts } from '@kezek/i18n'
import { Tabs } from '@kezek/ui'

import { serviceTexts } from './texts'

export function SystemTabs({ current }: { current: 'health' | 'parked' }) {
  const t = useTexts(serviceTexts)
  return (
    <Tabs
      label={t('tabs')}
      items={[
        { href: '/system', label: t('healthTab'), current: current === 'health' },
        { href: '/system/parked', label: t('parkedTab'), current: current === 'parked' },
      ]}
    />
  )
}
