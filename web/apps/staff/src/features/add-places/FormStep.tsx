import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, BackLink, Button, Card, FormBox, LinkButton, Notice, Page, useForm } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import type { Work } from '../../shared/workplace/AtWork'
import css from './AddPlaces.module.css'
import { Attention } from './Attention'
import { Fields } from './Fields'
import { type Offer, offerIn, type Typed, wrongIn } from './offer'
import { Room } from './Room'
import { addTexts } from './texts'

interface FormProps extends Work {
  typed: Typed
  onType: (typed: Typed) => void
  onConfirm: (offer: Offer) => void
}

export function FormStep({ me, kindergarten, typed, onType, onConfirm }: FormProps) {
  const t = useTexts(addTexts)
  const language = useLanguage()
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
  const several = me.grants.filter(({ role }) => role === 'worker').length > 1
  return (
    <>
      <BackLink href="/vacancies">{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Card>
          <FormBox onSubmit={save}>
            {form.summary}
            <div>
              <p className={css.label}>{t('kindergarten')}</p>
              <p>
                {kindergarten.name[language]} {several && <Link href="/workplace">{t('another')}</Link>}
              </p>
            </div>
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
