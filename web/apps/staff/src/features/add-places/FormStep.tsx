import type { KindergartensOwnKindergartenView as Garden } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, BackLink, Button, Card, FormBox, LinkButton, Notice, Page, Select, useForm } from '@kezek/ui'
import { useState } from 'react'

import css from './AddPlaces.module.css'
import { Attention } from './Attention'
import { Fields } from './Fields'
import { type Offer, offerIn, type Typed, wrongIn } from './offer'
import { Room } from './Room'
import { addTexts } from './texts'

interface FormProps {
  kindergarten: Garden
  own: readonly Garden[]
  typed: Typed
  onChoose: (kindergarten: string) => void
  onType: (typed: Typed) => void
  onConfirm: (offer: Offer) => void
}

export function FormStep({ kindergarten, own, typed, onChoose, onType, onConfirm }: FormProps) {
  const t = useTexts(addTexts)
  const form = useForm<keyof Offer>()
  const [asked, setAsked] = useState<Offer | null>(null)
  const save = () => {
    const wrong = wrongIn(typed)
    const checks = {
      language: wrong.language && t('chooseLanguage'),
      group_year: wrong.group_year && t('chooseYear'),
      kind: wrong.kind && t('chooseKind'),
      places: wrong.places && t('placesWrong'),
    }
    if (form.check(checks)) setAsked(offerIn(typed))
  }
  return (
    <>
      <BackLink href="/vacancies">{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Card>
          <FormBox onSubmit={save}>
            {form.summary}
            <Where kindergarten={kindergarten} own={own} onChoose={onChoose} />
            <Fields district={kindergarten.district} typed={typed} onType={onType} errorOf={form.errorOf} />
            <Room kindergarten={kindergarten.id} typed={typed} />
            <Notice title={t('check')}>{t('checkMore')}</Notice>
            <Actions>
              <Button type="submit">{t('save')}</Button>
              <LinkButton href="/vacancies" kind="second">
                {t('cancel')}
              </LinkButton>
            </Actions>
          </FormBox>
        </Card>
        {asked && (
          <Attention
            kindergarten={kindergarten}
            offer={asked}
            onCancel={() => setAsked(null)}
            onConfirm={() => onConfirm(asked)}
          />
        )}
      </Page>
    </>
  )
}

/** M1: «Детский сад», chosen from one's own with name and kind; one alone is no choice. */
function Where({ kindergarten, own, onChoose }: Pick<FormProps, 'kindergarten' | 'own' | 'onChoose'>) {
  const t = useTexts(addTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  if (own.length === 1)
    return (
      <div>
        <p className={css.label}>{t('kindergarten')}</p>
        <p>{kindergarten.name[language]}</p>
      </div>
    )
  return (
    <Select
      id="kindergarten"
      label={t('kindergarten')}
      value={kindergarten.id}
      onChange={({ target }) => onChoose(target.value)}
    >
      {own.map(({ id, name, ownership }) => (
        <option key={id} value={id}>
          {name[language]} ({word(ownership)})
        </option>
      ))}
    </Select>
  )
}
