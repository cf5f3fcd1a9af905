import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'
import { Link } from 'wouter'

import css from './Settings.module.css'
import { settingsTexts } from './texts'

export function MoreSettings({ me }: { me: AuthMe }) {
  const t = useTexts(settingsTexts)
  const isWorker = me.grants.some(({ role }) => role === 'worker')
  return (
    <Card labelledBy="more">
      <h2 id="more">{t('more')}</h2>
      <ul className={css.ways}>
        {isWorker && <Way href="/settings/password" name={t('password')} about={t('passwordAbout')} />}
        <Way href="/inbox" name={t('messages')} about={t('messagesAbout')} />
        <Way href="/settings/readings" name={t('readings')} about={t('readingsAbout')} />
        <Way href="/settings/sessions" name={t('sessions')} about={t('sessionsAbout')} />
        <Way href="/settings/events" name={t('events')} about={t('eventsAbout')} />
      </ul>
    </Card>
  )
}

function Way({ href, name, about }: { href: string; name: string; about: string }) {
  return (
    <li>
      <Link href={href}>{name}</Link>
      <p>{about}</p>
    </li>
  )
}
