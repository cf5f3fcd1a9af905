import type { KindergartensTargetGroupBody } from '@kezek/api'
import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Checkbox, Loaded, Stack } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { nameOf } from '../../shared/roster/words'
import { childrenQuery } from './queries'
import css from './Regroup.module.css'
import { regroupTexts } from './texts'

interface ChildrenProps {
  kindergartenId: string
  group: KindergartensTargetGroupBody
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  error: string | undefined
}

/** A box for each child of the group, and one for all of them. */
export function Children({ kindergartenId, group, chosen, onChoose, error }: ChildrenProps) {
  const t = useTexts(regroupTexts)
  const query = useQuery(childrenQuery(kindergartenId, group))
  const set = (id: string, on: boolean) => {
    const others = [...chosen].filter((each) => each !== id)
    onChoose(new Set(on ? [...others, id] : others))
  }
  return (
    <Loaded query={query}>
      {(children) => (
        <fieldset className={css.children}>
          <legend>{t('children')}</legend>
          <Stack>
            <Checkbox
              id="children"
              label={t('all', { n: children.length })}
              error={error}
              checked={children.length > 0 && chosen.size === children.length}
              onChange={({ target }) =>
                onChoose(new Set(target.checked ? children.map(({ enrolment_id }) => enrolment_id) : []))
              }
            />
            {children.map((child) => (
              <Checkbox
                key={child.enrolment_id}
                label={nameOf(child)}
                hint={formatIin(child.iin)}
                checked={chosen.has(child.enrolment_id)}
                onChange={({ target }) => set(child.enrolment_id, target.checked)}
              />
            ))}
          </Stack>
        </fieldset>
      )}
    </Loaded>
  )
}
