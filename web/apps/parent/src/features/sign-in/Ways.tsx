import type { AuthSignInPage } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Notice, Stack, Tabs } from '@kezek/ui'

import { CodeWay } from './CodeWay'
import { EdsWay } from './EdsWay'
import { PasswordWay } from './PasswordWay'
import { signInTexts } from './texts'
import { useTyped } from './typed'
import { useWayAddress, useWays, type Way } from './ways'

export function Ways({ page }: { page: AuthSignInPage }) {
  const t = useTexts(signInTexts)
  const typed = useTyped()
  const { ways, chosen } = useWays()
  const addressOf = useWayAddress()
  const names: Record<Way, string> = { eds: t('tabEds'), code: t('tabCode'), password: t('tabPassword') }
  const importantOf = (wanted: Way) => page.ways.find(({ way }) => way === wanted)?.important ?? null
  return (
    <>
      <Notice kind="bad" title={t('warning')}>
        {page.warning}
      </Notice>
      <Tabs
        label={t('chooseWay')}
        items={ways.map((way) => ({ href: addressOf(way), label: names[way], current: way === chosen }))}
      />
      <Card>
        <Stack>
          {chosen === 'eds' && <EdsWay keysFrom={page.keys_from} important={importantOf('eds')} />}
          {chosen === 'code' && <CodeWay codes={page.codes} important={importantOf('code')} typed={typed} />}
          {chosen === 'password' && <PasswordWay typed={typed} />}
        </Stack>
      </Card>
    </>
  )
}
