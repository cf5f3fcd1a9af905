/** A wished kindergarten: where it is, where the child stands for it, and the ways to move it. */
import type { KindergartensKindergartenView, QueueWishView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Notice, Small } from '@kezek/ui'

import { wishedTexts } from './texts'
import css from './Wished.module.css'

interface WishLineProps {
  id: string
  name: string
  number: number
  last: boolean
  /** The child is in it, and asks for another one. */
  own: boolean
  /** A waiting list is kept. */
  listed: boolean
  wish: QueueWishView | undefined
  kindergarten: KindergartensKindergartenView | undefined
  onMove: (by: 'up' | 'down') => void
  onRemove: () => void
}

export function WishLine(props: WishLineProps) {
  const { id, name, number, last, wish, kindergarten, onMove, onRemove } = props
  const t = useTexts(wishedTexts)
  const kinds = useTexts(kindergartenTexts)
  const language = useLanguage()
  const known = kindergarten ?? wish
  return (
    <li>
      <p className={css.name}>
        {String(number)}. {name}
      </p>
      {known && (
        <Small>
          {known.address[language]} · {kinds(known.ownership)}
        </Small>
      )}
      <Stands {...props} />
      <div className={css.ways}>
        <Way id={`up-${id}`} off={number === 1} label={t('upOf', { name })} onClick={() => onMove('up')}>
          {t('up')}
        </Way>
        <Way id={`down-${id}`} off={last} label={t('downOf', { name })} onClick={() => onMove('down')}>
          {t('down')}
        </Way>
        <Way id={`remove-${id}`} off={false} label={t('removeOf', { name })} onClick={onRemove}>
          {t('remove')}
        </Way>
      </div>
    </li>
  )
}

function Stands({ own, wish, listed }: WishLineProps) {
  const t = useTexts(wishedTexts)
  if (own) return <Notice kind="bad">{t('own')}</Notice>
  if (wish?.closed === true) return <Notice kind="bad">{t('closed')}</Notice>
  if (!listed) return null
  if (wish === undefined) return <Small>{t('unsaved')}</Small>
  const { stands_at: n, waiting: of } = wish
  if (of === null) return null
  return <Small>{n === null ? t('notWaiting', { of }) : t('stands', { n, of })}</Small>
}

interface WayProps {
  id: string
  off: boolean
  label: string
  onClick: () => void
  children: string
}

function Way({ id, off, label, onClick, children }: WayProps) {
  return (
    <Button id={id} kind="second" small aria-disabled={off} aria-label={label} onClick={() => !off && onClick()}>
      {children}
    </Button>
  )
}
