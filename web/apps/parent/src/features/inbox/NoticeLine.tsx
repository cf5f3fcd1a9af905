import type { NotificationsNoticeView as Notified } from '@kezek/api'
import { formatMoment, formatPhone } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Chip, classes, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'wouter'

import { journalQuery } from '../../shared/applications/queries'
import css from './Inbox.module.css'
import { inboxTexts } from './texts'
import { wayOf } from './ways'

interface NoticeLineProps {
  notice: Notified
  open: boolean
  onToggle: (open: boolean) => void
}

export function NoticeLine({ notice, open, onToggle }: NoticeLineProps) {
  const t = useTexts(inboxTexts)
  const language = useLanguage()
  const inside = useId()
  const isNew = notice.read_at === null
  return (
    <li className={classes(css.notice, isNew && css.unread)}>
      <div className={css.head}>
        <time dateTime={notice.at}>{formatMoment(notice.at, language)}</time>
        {isNew && <Chip kind="act">{t('new')}</Chip>}
      </div>
      <h2 className={css.subject}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={inside}
          onClick={() => {
            onToggle(!open)
          }}
        >
          {notice.subject}
        </button>
      </h2>
      <p className={css.head}>
        <About notice={notice} />
      </p>
      <div id={inside} hidden={!open} className={css.inside} lang={notice.language}>
        {open && <Opened notice={notice} />}
      </div>
    </li>
  )
}

/** The child, as far as the journal has it. */
function About({ notice: { application_id: id, number } }: { notice: Notified }) {
  const t = useTexts(inboxTexts)
  const child = useQuery(journalQuery).data?.find(({ application_id }) => application_id === id)?.child
  if (child === undefined) return t('ofNumber', { number })
  return t('of', { number, child: `${child.surname} ${child.given_name}` })
}

function Opened({ notice }: { notice: Notified }) {
  const t = useTexts(inboxTexts)
  const language = useLanguage()
  const { page, address } = wayOf(notice)
  return (
    <>
      <p className={css.text}>{notice.text}</p>
      <p lang={language}>
        <Link href={address}>{t(`to_${page}`)}</Link>
      </p>
      <Sent sent={notice.sent} />
      {notice.read_at !== null && <Small>{t('readAt', { time: formatMoment(notice.read_at, language) })}</Small>}
    </>
  )
}

function Sent({ sent }: { sent: Notified['sent'] }) {
  const t = useTexts(inboxTexts)
  const language = useLanguage()
  if (sent.length === 0) return null
  return (
    <div lang={language}>
      <Small>{t('alsoSent')}</Small>
      <ul className={css.sent}>
        {sent.map(({ channel, recipient, state, finished_at }) => (
          <li key={`${channel}${recipient}`}>
            {channel === 'sms' ? `${t('bySms')}: ${formatPhone(recipient)}` : `${t('byEmail')}: ${recipient}`}.{' '}
            {t(state)}
            {finished_at !== null && `, ${formatMoment(finished_at, language)}`}
          </li>
        ))}
      </ul>
      {sent.some(({ state }) => state === 'failed') && (
        <p>
          {t('failedAdvice')}
          <Link href="/settings">{t('contacts')}</Link>
        </p>
      )}
    </div>
  )
}
