import { useTexts } from '@kezek/i18n'
import { Stack, TextField } from '@kezek/ui'

import type { BranchProps } from './ChildStep'
import { applyTexts } from './texts'

/** The child as its papers name it: by the register it is not the applicant's. */
export function Typed({ form, change, errorOf }: BranchProps) {
  const t = useTexts(applyTexts)
  return (
    <Stack>
      <p>{t('typedHint')}</p>
      <TextField
        id="surname"
        label={t('surname')}
        error={errorOf('surname')}
        value={form.surname}
        onChange={({ target }) => change({ surname: target.value })}
      />
      <TextField
        id="given-name"
        label={t('givenName')}
        error={errorOf('given-name')}
        value={form.givenName}
        onChange={({ target }) => change({ givenName: target.value })}
      />
      <TextField
        id="patronymic"
        label={t('patronymic')}
        value={form.patronymic}
        onChange={({ target }) => change({ patronymic: target.value })}
      />
      <TextField
        id="born"
        type="date"
        label={t('childBirthDate')}
        error={errorOf('born')}
        value={form.born}
        onChange={({ target }) => change({ born: target.value })}
      />
    </Stack>
  )
}
