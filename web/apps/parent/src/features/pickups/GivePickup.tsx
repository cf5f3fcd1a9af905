/** The form of a pick-up code: which child, who fetches it, and on which day. */
import {
  api,
  type KindergartensEscortedChildView,
  type KindergartensGivenPickupView,
  type KindergartensPickupsView,
  unwrap,
} from '@kezek/api'
import { formatDay, formatWeekday } from '@kezek/domain'
import { fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, Notice, RadioGroup, Select, TextField, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { daysFrom } from './days'
import { pickupsQuery } from './queries'
import { pickupsTexts } from './texts'

interface GivePickupProps extends KindergartensPickupsView {
  enrolled: readonly KindergartensEscortedChildView[]
  onGiven: (given: KindergartensGivenPickupView) => void
}

function useGiving({ enrolled, today, onGiven }: GivePickupProps) {
  const fields = useTexts(fieldTexts)
  const client = useQueryClient()
  const form = useForm<'child' | 'name' | 'day'>({ pickup_day_not_allowed: 'day', enrolment_not_found: 'child' })
  const [only] = enrolled
  const [child, setChild] = useState(enrolled.length === 1 && only ? only.application_id : null)
  const [name, setName] = useState('')
  const [day, setDay] = useState(today)
  const giving = useMutation({
    mutationFn: (application_id: string) =>
      unwrap(api.POST('/api/kindergartens/me/pickups', { body: { application_id, name, day } })),
    onSuccess: async (given) => {
      await client.invalidateQueries({ queryKey: pickupsQuery.queryKey })
      onGiven(given)
    },
    onError: form.fail,
  })
  const send = () => {
    const good = form.check({
      child: child === null && fields('missing'),
      name: name.trim() === '' && fields('missing'),
    })
    if (good && child !== null && !giving.isPending) giving.mutate(child)
  }
  return { form, busy: giving.isPending, child, setChild, name, setName, day, setDay, send }
}

export function GivePickup(props: GivePickupProps) {
  const { enrolled, today, last_day: last, items } = props
  const t = useTexts(pickupsTexts)
  const language = useLanguage()
  const { form, busy, child, setChild, name, setName, day, setDay, send } = useGiving(props)
  const replaces = items.some((each) => each.state === 'waiting' && each.day === day && each.application_id === child)
  const labelOf = (each: string) =>
    each === today
      ? t('today', { day: formatDay(each, language) })
      : t('dayOf', { weekday: formatWeekday(each, language), day: formatDay(each, language) })
  return (
    <Card labelledBy="give" marked="act">
      <h2 id="give">{t('give')}</h2>
      <FormBox onSubmit={send}>
        {form.summary}
        {enrolled.length > 1 && (
          <RadioGroup
            id="child"
            legend={t('child')}
            error={form.errorOf('child')}
            value={child}
            choices={enrolled.map(({ application_id: value, given_name, surname, kindergarten }) => ({
              value,
              label: `${given_name} ${surname}`,
              hint: kindergarten.name[language],
            }))}
            onChange={setChild}
          />
        )}
        <TextField
          id="name"
          label={t('name')}
          hint={t('nameHint')}
          error={form.errorOf('name')}
          maxLength={300}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Select
          id="day"
          label={t('day')}
          error={form.errorOf('day')}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        >
          {daysFrom(today, last).map((each) => (
            <option key={each} value={each}>
              {labelOf(each)}
            </option>
          ))}
        </Select>
        {replaces && <Notice kind="important" title={t('replaces')} live />}
        <Actions>
          <Button type="submit" aria-disabled={busy}>
            {busy ? t('sending') : t('send')}
          </Button>
        </Actions>
      </FormBox>
    </Card>
  )
}
