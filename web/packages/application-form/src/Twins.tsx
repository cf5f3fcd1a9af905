import { useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, Stack, TextField } from '@kezek/ui'
import { Fragment } from 'react'

import { isTyped, MOST_TWINS, NO_TWIN, type Twin } from './asked'
import type { PartProps } from './fields'
import { formTexts } from './texts'
import { Typed } from './Typed'

/** «Егіздер»: the IIN of each other child, its names where they are typed, and whether they may have places apart. */
export function Twins({ asked, change, errorOf, own }: PartProps) {
  const t = useTexts(formTexts)
  const { hasTwins, twins, separate } = asked
  const put = (index: number, part: Partial<Twin>) =>
    change({ twins: twins.map((each, at) => (at === index ? { ...each, ...part } : each)) })
  return (
    <Card>
      <Stack>
        <Checkbox
          id="has-twins"
          label={t('hasTwins')}
          hint={t('hasTwinsHint')}
          checked={hasTwins}
          onChange={({ target }) => change({ hasTwins: target.checked })}
        />
        {hasTwins &&
          twins.map((twin, index) => (
            <Fragment key={index}>
              <TextField
                id={`twin-${index + 1}`}
                inputMode="numeric"
                letters={16}
                label={t('twinIin', { n: index + 2 })}
                error={index === 0 ? errorOf('twin-1') : undefined}
                value={twin.iin}
                onChange={({ target }) => put(index, { iin: target.value })}
              />
              {isTyped(asked, own) && (
                <Typed child={index + 1} named={twin} errorOf={errorOf} onChange={(part) => put(index, part)} />
              )}
            </Fragment>
          ))}
        {hasTwins && twins.length < MOST_TWINS && (
          <Button kind="second" small onClick={() => change({ twins: [...twins, NO_TWIN] })}>
            {t('twinMore')}
          </Button>
        )}
        {hasTwins && (
          <Checkbox
            id="separate"
            label={t('separate')}
            hint={t('separateHint')}
            checked={separate}
            onChange={({ target }) => change({ separate: target.checked })}
          />
        )}
      </Stack>
    </Card>
  )
}
