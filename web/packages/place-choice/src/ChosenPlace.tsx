/** The chosen place once more, and what it means to take it. */
import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Notice } from '@kezek/ui'
import type { ReactNode } from 'react'

import { type Place, standingOf } from './offers'
import { PlaceFacts } from './PlaceFacts'
import { placeTexts } from './texts'

interface ChosenPlaceProps {
  application: ApplicationsInformationView
  place: Place
  gardenHref?: (id: string) => string
  /** What cannot be undone, to another than the family. */
  noUndo?: string
  /** Until when it is chosen. */
  children?: ReactNode
}

export function ChosenPlace({ application, place, gardenHref, noUndo, children }: ChosenPlaceProps) {
  const t = useTexts(placeTexts)
  return (
    <>
      <Card marked>
        <PlaceFacts place={place} languages={application.languages} level="h2" gardenHref={gardenHref} />
      </Card>
      {children}
      {standingOf(place) === 'exchange' && <Notice>{t('exchangeAbout')}</Notice>}
      {place.free_choice && <Notice>{t('firstWins')}</Notice>}
      {place.free_choice && application.turn && (
        <Notice>{t('openWithTurn', { name: application.child.given_name })}</Notice>
      )}
      <Notice title={t('attention')}>{noUndo ?? t('noUndo')}</Notice>
    </>
  )
}
