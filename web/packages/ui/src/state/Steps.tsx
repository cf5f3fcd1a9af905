/** Where one is on a way of several pages. */
import { commonTexts, useTexts } from '@kezek/i18n'

import css from './Steps.module.css'

export function Steps({ names, current }: { names: readonly string[]; current: number }) {
  const t = useTexts(commonTexts)
  return (
    <ol className={css.steps}>
      {names.map((name, index) => (
        <li
          key={name}
          data-state={index < current ? 'done' : index === current ? 'now' : 'ahead'}
          {...(index === current && { 'aria-current': 'step' as const })}
        >
          <span>{t('step', { number: index + 1 })}</span>
          {name}
        </li>
      ))}
    </ol>
  )
}
