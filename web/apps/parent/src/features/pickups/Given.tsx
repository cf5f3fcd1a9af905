/** A code that was just given: digits to be read aloud, and a QR, shown this once. */
import type { KindergartensEscortedChildView, KindergartensGivenPickupView } from '@kezek/api'
import { formatDay } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, CopyButton, Notice } from '@kezek/ui'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useRef } from 'react'

import { pickupsTexts } from './texts'

/** To be read aloud, and from afar; no style sheet for one line. */
const DIGITS = { margin: 0, fontSize: 'min(var(--t-num), 11vw)', fontWeight: 700, whiteSpace: 'nowrap' } as const

interface GivenProps extends KindergartensGivenPickupView {
  child: KindergartensEscortedChildView | undefined
  onDone: () => void
}

export function Given({ code, pickup, child, onDone }: GivenProps) {
  const t = useTexts(pickupsTexts)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const day = formatDay(pickup.day, language)
  const grouped = `${code.slice(0, 4)} ${code.slice(4)}`
  const kindergarten = child?.kindergarten.name[language] ?? ''
  return (
    <Card labelledBy="code" marked="act">
      <h2 id="code" ref={heading} tabIndex={-1}>
        {t('yours')}
      </h2>
      <p style={DIGITS}>{grouped}</p>
      <QRCodeSVG value={code} size={200} level="M" marginSize={4} title={t('qr')} />
      <p>{t('pass', { name: pickup.name, day })}</p>
      <Notice kind="important" title={t('once')} />
      <Actions>
        <Share text={t('shared', { code: grouped, day, kindergarten })} />
        <Button kind="second" onClick={onDone}>
          {t('done')}
        </Button>
      </Actions>
    </Card>
  )
}

/** By the phone's own sheet, where there is one; else the text is copied. */
function Share({ text }: { text: string }) {
  const t = useTexts(pickupsTexts)
  if (!('share' in navigator)) return <CopyButton text={text}>{t('copy')}</CopyButton>
  // given up by the person, or refused by the phone: the digits stand there
  const share = () => void navigator.share({ text }).catch(() => undefined)
  return <Button onClick={share}>{t('share')}</Button>
}
