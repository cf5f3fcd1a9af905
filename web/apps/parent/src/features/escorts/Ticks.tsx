/** One's enrolled children with a tick each. */
import type { KindergartensEscortedChildView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Checkbox } from '@kezek/ui'

import css from './Escorts.module.css'
import { escortsTexts } from './texts'

interface TicksProps {
  enrolled: readonly KindergartensEscortedChildView[]
  ticked: readonly string[]
  error?: string | undefined
  onTick: (application_ids: readonly string[]) => void
}

export function Ticks({ enrolled, ticked, error, onTick }: TicksProps) {
  const t = useTexts(escortsTexts)
  const language = useLanguage()
  return (
    <fieldset className={css.ticks}>
      <legend>{t('which')}</legend>
      {enrolled.map(({ application_id: id, given_name, surname, kindergarten }, index) => (
        <Checkbox
          key={id}
          {...(index === 0 && { id: 'application_ids', error })}
          label={`${given_name} ${surname}`}
          hint={kindergarten.name[language]}
          checked={ticked.includes(id)}
          onChange={({ target }) => onTick(target.checked ? [...ticked, id] : ticked.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  )
}
