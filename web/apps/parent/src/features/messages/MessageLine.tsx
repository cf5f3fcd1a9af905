import type { NotificationsMessageView } from '@kezek/api'
import { formatMoment, formatPhone } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type ChipKind } from '@kezek/ui'
import { Link } from 'wouter'

import css from './Messages.module.css'
import { messagesTexts } from './texts'

const KINDS: Record<NotificationsMessageView['state'], ChipKind> = {
  pending: 'wait',
  sending: 'wait',
  sent: 'ok',
  failed: 'bad',
  overtaken: 'ended',
}

export function MessageLine({ message }: { message: NotificationsMessageView }) {
  const t = useTexts(messagesTexts)
  const language = useLanguage()
  const sms = message.channel === 'sms'
  const told = message.finished_at ?? message.occurred_at
  return (
    <li className={css.message}>
      <p className={css.head}>
        <time dateTime={told}>{formatMoment(told, language)}</time> · {sms ? t('bySms') : t('byEmail')} ·{' '}
        {sms ? formatPhone(message.recipient) : message.recipient}
      </p>
      {message.subject && <h3>{message.subject}</h3>}
      <p className={css.text}>{message.text}</p>
      <Chip kind={KINDS[message.state]}>{t(message.state)}</Chip>
      {message.state === 'failed' && (
        <p>
          {t('failedAdvice')}
          <Link href="/settings">{t('contacts')}</Link>
        </p>
      )}
    </li>
  )
}
