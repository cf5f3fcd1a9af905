import { useTexts } from '@kezek/i18n'
import { Stack, TextField } from '@kezek/ui'

import type { Name, Named } from './asked'
import { type FormField, nameField } from './fields'
import { formTexts } from './texts'

type Word = 'surname' | 'givenName' | 'patronymic' | 'born'

interface TypedProps {
  /** Which of the children, from 0. */
  child: number
  named: Named
  errorOf: (field: FormField) => string | undefined
  onChange: (part: Partial<Named>) => void
}

/** A child as its papers name it: by the register it is not the applicant's. */
export function Typed({ child, named, errorOf, onChange }: TypedProps) {
  const t = useTexts(formTexts)
  const say = (word: Word) => (child === 0 ? t(word) : t(`${word}Of`, { n: child + 1 }))
  const set = (name: Name) => {
    const id = nameField(child, name)
    return { id, error: errorOf(id), maxLength: 100 }
  }
  return (
    <Stack>
      <TextField
        {...set('surname')}
        label={say('surname')}
        value={named.surname}
        onChange={({ target }) => onChange({ surname: target.value })}
      />
      <TextField
        {...set('given-name')}
        label={say('givenName')}
        value={named.givenName}
        onChange={({ target }) => onChange({ givenName: target.value })}
      />
      <TextField
        id={`patronymic-${child + 1}`}
        label={say('patronymic')}
        maxLength={100}
        value={named.patronymic}
        onChange={({ target }) => onChange({ patronymic: target.value })}
      />
      <TextField
        {...set('born')}
        type="date"
        letters={16}
        label={say('born')}
        value={named.born}
        onChange={({ target }) => onChange({ born: target.value })}
      />
    </Stack>
  )
}
