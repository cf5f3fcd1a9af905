/** The form of a new escort: IIN, name, phone, and the children they may bring and fetch. */
import { api, type KindergartensEscortedChildView, unwrap } from '@kezek/api'
import { newId, plainIin, plainPhone } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, TextField, useForm } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { forgetKept, useKept } from '../../shared/kept'
import { escortsQuery } from '../../shared/escorts/queries'
import { escortsTexts } from './texts'
import { Ticks } from './Ticks'

interface AddEscortProps {
  enrolled: readonly KindergartensEscortedChildView[]
  onCancel: () => void
  onDone: () => void
}

interface Typed {
  /** One request, however often it is sent. */
  key: string
  iin: string
  name: string
  phone: string
  application_ids: readonly string[]
}

const KEPT = 'escort.new'

/** What is typed of a new escort, kept until it is saved. */
function useNewEscort(enrolled: AddEscortProps['enrolled'], onDone: () => void) {
  const t = useTexts(escortsTexts)
  const fields = useTexts(fieldTexts)
  const client = useQueryClient()
  const form = useForm<'iin' | 'name' | 'phone' | 'application_ids'>({
    escort_name_differs: 'name',
    escort_not_in_register: 'iin',
    escort_is_applicant: 'iin',
    escort_too_young: 'iin',
    escort_on_staff: 'iin',
  })
  const tries = useTries(form)
  const [empty] = useState<Typed>(() => ({
    key: newId(),
    iin: '',
    name: '',
    phone: '',
    application_ids: enrolled.length === 1 ? enrolled.map(({ application_id }) => application_id) : [],
  }))
  const [typed, setTyped] = useKept<Typed>(KEPT, empty)
  const type = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed, key: newId() })
  const field = (id: 'iin' | 'name' | 'phone') => ({
    id,
    error: form.errorOf(id),
    value: typed[id],
    onChange: ({ target }: { target: { value: string } }) => type({ [id]: target.value }),
  })
  const send = async () => {
    const [iin, phone] = [plainIin(typed.iin), plainPhone(typed.phone)]
    const good = form.check({
      iin: iin === null && fields('iin_invalid'),
      name: typed.name.trim() === '' && fields('missing'),
      phone: phone === null && fields('phone_invalid'),
      application_ids: typed.application_ids.length === 0 && t('chooseChild'),
    })
    if (!good || iin === null || phone === null) return
    await unwrap(
      api.POST('/api/kindergartens/me/escorts', {
        params: { header: { 'Idempotency-Key': typed.key } },
        body: { iin, name: typed.name, phone, application_ids: [...typed.application_ids] },
      }),
    )
    forgetKept(KEPT)
    await client.invalidateQueries({ queryKey: escortsQuery.queryKey })
    onDone()
  }
  return { form, tries, typed, type, field, send }
}

export function AddEscort({ enrolled, onCancel, onDone }: AddEscortProps) {
  const t = useTexts(escortsTexts)
  const { form, tries, typed, type, field, send } = useNewEscort(enrolled, onDone)
  return (
    <Card labelledBy="add" marked="act">
      <h2 id="add">{t('add')}</h2>
      <FormBox onSubmit={() => tries.send(send)}>
        {form.summary}
        <TextField
          label={t('iin')}
          inputMode="numeric"
          autoComplete="off"
          letters={16}
          maxLength={60}
          {...field('iin')}
        />
        <TextField label={t('name')} hint={t('nameHint')} autoComplete="off" maxLength={300} {...field('name')} />
        <TextField
          label={t('phone')}
          hint={t('phoneHint')}
          type="tel"
          letters={16}
          maxLength={60}
          {...field('phone')}
        />
        <Ticks
          enrolled={enrolled}
          ticked={typed.application_ids}
          error={form.errorOf('application_ids')}
          onTick={(application_ids) => type({ application_ids })}
        />
        <Submit tries={tries} label={t('save')} busy={t('saving')}>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Submit>
      </FormBox>
    </Card>
  )
}
