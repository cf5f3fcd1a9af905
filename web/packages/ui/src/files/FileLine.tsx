/** One file of a form: its name, how far it is, and what can be done with it. */
import { useTexts } from '@kezek/i18n'

import { classes } from '../classes'
import { Button } from '../form/Button'
import { InWords } from '../state/ProblemNotice'
import css from './Files.module.css'
import type { Item } from './items'
import { useSize } from './size'
import { filesTexts } from './texts'

interface FileLineProps {
  item: Item
  onAgain: () => void
  onRemove: (button: HTMLElement) => void
}

const BAD = new Set<Item['state']>(['refused', 'failed', 'unfinished'])

export function FileLine({ item, onAgain, onRemove }: FileLineProps) {
  const t = useTexts(filesTexts)
  const size = useSize()
  const { name, state } = item
  return (
    <li className={classes(css.line, BAD.has(state) && css.bad, state === 'ready' && css.ready)}>
      <div className={css.told}>
        <strong className={css.name}>{name}</strong>{' '}
        {item.size > 0 && <span className={css.size}>{size(item.size)}</span>}
        {state === 'sending' && (
          <progress aria-label={t('progressOf', { name })} max={item.size} value={item.sent} className={css.progress} />
        )}
        <div role="status">
          <Said item={item} />
        </div>
      </div>
      <div className={css.actions}>
        {state === 'failed' && (
          <Button kind="second" small aria-label={t('againOf', { name })} onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button
          kind="second"
          small
          aria-label={t('removeOf', { name })}
          onClick={(event) => onRemove(event.currentTarget)}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  )
}

function Said({ item }: { item: Item }) {
  const t = useTexts(filesTexts)
  const { state, fault, error } = item
  if (state === 'failed' && error) return <Failed error={error} />
  if (state === 'refused' && fault) return <>{t(`fault_${fault}`)}</>
  if (state === 'checking' && item.long) return <>{t('checkingLong')}</>
  // tens of percent: a screen reader is not told each of a hundred
  if (state === 'sending') return <>{t('sending', { percent: Math.floor((10 * item.sent) / item.size) * 10 })}</>
  return <>{t(state === 'refused' || state === 'failed' ? 'failed' : state)}</>
}

function Failed({ error }: { error: NonNullable<Item['error']> }) {
  return <InWords error={error}>{({ title, advice }) => <>{[title, ...advice].join(' ')}</>}</InWords>
}
