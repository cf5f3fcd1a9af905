import type { ReferralsAnnulmentReason, ReferralsVacancyPlacesView, ReferralsVacancyPlaceView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Checkbox, FormBox, Notice, RadioGroup, TextArea, useForm } from '@kezek/ui'
import { useState } from 'react'

import { annulmentTexts } from '../../shared/annulments/texts'
import { type Chosen, REASONS } from './chosen'
import { annulTexts } from './texts'

interface ChooseProps {
  vacancy: ReferralsVacancyPlacesView
  onChosen: (chosen: Chosen) => void
}

const STATES = { offered: 'isOffered', opening: 'isOpening', open: 'isOpen' } as const

const isFree = (status: string): status is keyof typeof STATES => status in STATES

/** Which of the places that nobody has taken, and why. */
export function Choose({ vacancy, onChosen }: ChooseProps) {
  const t = useTexts(annulTexts)
  const words = useTexts(annulmentTexts)
  const form = useForm<'places' | 'reason' | 'remark'>()
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState<ReferralsAnnulmentReason | null>(null)
  const [remark, setRemark] = useState('')
  const left = vacancy.places.filter(({ status }) => isFree(status) || status === 'held')
  if (left.length === 0) return <Notice kind="info" title={t('nothingLeft')} />
  const places = left.map(({ place_id }) => place_id).filter((id) => wanted.has(id))
  const next = () => {
    const good = form.check({
      places: places.length === 0 && t('choosePlaces'),
      reason: reason === null && t('chooseReason'),
      remark: reason === 'other' && remark.trim() === '' && t('writeRemark'),
    })
    if (good && reason !== null) onChosen({ places, reason, remark: remark.trim() })
  }
  return (
    <Card labelledBy="choose">
      <h2 id="choose">{t('choose')}</h2>
      <FormBox onSubmit={next}>
        {form.summary}
        <Group legend={t('places')} places={left} wanted={wanted} onWant={setWanted} error={form.errorOf('places')} />
        <RadioGroup
          id="reason"
          legend={words('reason')}
          error={form.errorOf('reason')}
          value={reason}
          onChange={setReason}
          choices={REASONS.map((value) => ({ value, label: words(`reason_${value}`) }))}
        />
        <TextArea
          id="remark"
          label={words('remark')}
          hint={t('remarkHint')}
          error={form.errorOf('remark')}
          maxLength={500}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
        <Actions>
          <Button type="submit">{t('next')}</Button>
        </Actions>
      </FormBox>
    </Card>
  )
}

interface GroupProps {
  legend: string
  places: readonly ReferralsVacancyPlaceView[]
  wanted: ReadonlySet<string>
  onWant: (wanted: ReadonlySet<string>) => void
  error: string | undefined
}

function Group({ legend, places, wanted, onWant, error }: GroupProps) {
  const t = useTexts(annulTexts)
  const free = places.filter(({ status }) => isFree(status)).map(({ place_id }) => place_id)
  const turn = (id: string) => {
    const changed = new Set(wanted)
    if (!changed.delete(id)) changed.add(id)
    onWant(changed)
  }
  return (
    <fieldset>
      <legend>
        <b>{legend}</b>
      </legend>
      {free.length > 1 && (
        <Button kind="second" small onClick={() => onWant(new Set([...wanted, ...free]))}>
          {t('allFree', { n: free.length })}
        </Button>
      )}
      {places.map((place, index) => (
        <Place
          key={place.place_id}
          id={index === 0 ? 'places' : place.place_id}
          place={place}
          checked={wanted.has(place.place_id)}
          error={index === 0 ? error : undefined}
          onTurn={() => turn(place.place_id)}
        />
      ))}
    </fieldset>
  )
}

interface PlaceProps {
  id: string
  place: ReferralsVacancyPlaceView
  checked: boolean
  error: string | undefined
  onTurn: () => void
}

/** A place that is held says whose turn would end. */
function Place({ id, place, checked, error, onTurn }: PlaceProps) {
  const t = useTexts(annulTexts)
  const language = useLanguage()
  const { ordinal, status, application_number: number, held_until: until } = place
  const held = t('heldFor', { number: number ?? '', until: until ? formatDeadline(until, language) : '' })
  const state = isFree(status) ? t(STATES[status]) : held
  return (
    <Checkbox
      id={id}
      label={t('place', { n: ordinal })}
      hint={state}
      error={error}
      checked={checked}
      onChange={onTurn}
    />
  )
}
