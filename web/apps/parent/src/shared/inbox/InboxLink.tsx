/** The way to the messages, in the head of every page: with how many are unread, in words for those who listen. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { Hidden } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import css from './InboxLink.module.css'
import { unreadQuery } from './unreadQuery'

export function InboxLink() {
  const t = useTexts(commonTexts)
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  if (unread === 0) return <Link href="/inbox">{t('inbox')}</Link>
  return (
    <Link href="/inbox">
      {t('inbox')}{' '}
      <span className={css.count}>
        <Hidden>{t('inboxUnread')}</Hidden> {unread}
      </span>
    </Link>
  )
}
