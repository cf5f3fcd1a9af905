/** The signed paper: its scan, who signed it, and for which twins it chooses besides. */
import type { ApplicationsOpenedView, ReferralsChosen, ReferralsCounterChoiceBody } from '@kezek/api'
import { formQuery } from '@kezek/application-form'
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { type Place, Together, twinsOf, type TwinWishes } from '@kezek/place-choice'
import { Button, Card, Checkbox, FormBox, Loaded, useForm } from '@kezek/ui'
import { FilesField, useFiles } from '@kezek/ui/files'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Office } from '../../shared/officer/ForOfficer'
import { Sign } from './Sign'
import { chooseAtCounterTexts } from './texts'
import { useTwins } from './useTwins'

interface PaperProps {
  opened: ApplicationsOpenedView
  place: Place
  office: Office
  onDone: (chosen: ReferralsChosen) => void
}

/** The limits of the scan are the district's: nothing is handed in before they are known. */
export function Paper(props: PaperProps) {
  const query = useQuery(formQuery(props.office.district))
  return (
    <Loaded query={query}>
      {({ files, megabytes }) => <Scanned {...props} limits={{ most: files, megabytes }} />}
    </Loaded>
  )
}

interface ScannedProps extends PaperProps {
  limits: { most: number; megabytes: number }
}

function Scanned({ opened, place, office, onDone, limits }: ScannedProps) {
  const t = useTexts(chooseAtCounterTexts)
  const form = useForm<'scan' | 'compared'>()
  const [draftId] = useState(newId)
  const [wishes, setWishes] = useState<TwinWishes>({})
  const [compared, setCompared] = useState(false)
  const [body, setBody] = useState<ReferralsCounterChoiceBody | null>(null)
  const files = useFiles({ purpose: 'counter_choice', draftId, district: office.district }, limits)
  const twins = useTwins(opened)
  if (body) {
    const of = { application: opened.information.application_id, body, language: office.me.language }
    return <Sign {...of} onBack={() => setBody(null)} onDone={onDone} />
  }
  const next = async () => {
    const good = form.check({
      scan: (files.items.length === 0 && t('scanMissing')) || (files.hindrance !== null && t('scanWaits')),
      compared: !compared && t('comparedMissing'),
    })
    const paper = good ? await files.receipts() : null
    if (paper) setBody({ place_id: place.place_id, twins: twinsOf(wishes), paper })
  }
  return (
    <FormBox onSubmit={() => void next()}>
      {form.summary}
      <Together twins={twins} place={place.place_id} wishes={wishes} onWish={setWishes} />
      <Card labelledBy="paper" marked="act">
        <h2 id="paper">{t('paper')}</h2>
        <FilesField id="scan" files={files} legend={t('scan')} hint={t('scanHint')} error={form.errorOf('scan')} />
        <Checkbox
          id="compared"
          label={t('compared')}
          error={form.errorOf('compared')}
          checked={compared}
          onChange={({ target }) => setCompared(target.checked)}
        />
      </Card>
      <Button type="submit">{t('next')}</Button>
    </FormBox>
  )
}
