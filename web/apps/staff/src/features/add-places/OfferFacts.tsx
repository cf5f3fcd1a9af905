import type { KindergartensKindergartenView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Facts } from '@kezek/ui'

import type { Offer } from './offer'
import { addTexts } from './texts'

export interface OfferProps {
  kindergarten: KindergartensKindergartenView
  offer: Offer
}

/** What was entered, once more. */
export function OfferFacts({ kindergarten, offer: { language, group_year, kind, places } }: OfferProps) {
  const t = useTexts(addTexts)
  const word = useTexts(kindergartenTexts)
  const shown = useLanguage()
  return (
    <Facts
      items={[
        { name: t('kindergarten'), value: kindergarten.name[shown] },
        { name: t('language'), value: word(`in_${language}`) },
        { name: t('groupYear'), value: group_year },
        { name: t('kind'), value: word(kind) },
        { name: t('places'), value: places },
      ]}
    />
  )
}
