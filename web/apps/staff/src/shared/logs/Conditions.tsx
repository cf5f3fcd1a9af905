import { useTexts } from '@kezek/i18n'
import { Button, Card, DayField, focusPage, Stack } from '@kezek/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import form from '../admin/Form.module.css'
import { logTexts } from './texts'
import type { Wanted } from './useWanted'

interface ConditionsProps {
  wanted: Wanted
  onChange: (change: Partial<Wanted>) => void
  /** Conditions of this log alone. */
  children?: ReactNode
}

/** The log follows what is chosen at once. */
export function Conditions({ wanted, onChange, children }: ConditionsProps) {
  const t = useTexts(logTexts)
  return (
    <Card>
      <Stack>
        <div className={form.three}>
          <DayField label={t('from')} value={wanted.first} onChoose={(first) => onChange({ first })} />
          <DayField label={t('to')} value={wanted.last} onChoose={(last) => onChange({ last })} />
          {children}
        </div>
        <Whom wanted={wanted} onAll={() => onChange({ person: '', reader: '' })} />
      </Stack>
    </Card>
  )
}

function Whom({ wanted: { person, reader }, onAll }: { wanted: Wanted; onAll: () => void }) {
  const t = useTexts(logTexts)
  if (!person && !reader)
    return (
      <p>
        <Link href="/accounts">{t('findPerson')}</Link>
      </p>
    )
  return (
    <>
      {person && (
        <p>
          <Link href={`/accounts/${person}`}>{t('onlyPerson', { id: short(person) })}</Link>
        </p>
      )}
      {reader && (
        <p>
          <Link href={`/accounts/${reader}`}>{t('onlyReader', { id: short(reader) })}</Link>
        </p>
      )}
      <Button
        kind="second"
        small
        onClick={(event) => {
          focusPage(event.currentTarget)
          onAll()
        }}
      >
        {t('everybody')}
      </Button>
    </>
  )
}

/** The end of an id, enough to tell people on one page apart. */
export function short(id: string): string {
  return `…${id.slice(-8)}`
}
