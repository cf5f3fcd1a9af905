import type { ApplicationsInformationView } from '@kezek/api'
import { formTexts, languagesOf, type Wish, Wishes } from '@kezek/application-form'
import { useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, useForm } from '@kezek/ui'
import { useState } from 'react'

import { applicationTexts } from '../../shared/applications/texts'
import { DistrictSelect } from '../../shared/DistrictSelect'
import { transferTexts } from './texts'

export interface Wanted {
  district: string
  languages: ApplicationsInformationView['languages']
}

interface WhatProps {
  wanted: Wanted
  onWanted: (wanted: Wanted) => void
}

/** The district and the languages of another kindergarten; the child and its kind of group are known. */
export function What({ wanted, onWanted }: WhatProps) {
  const t = useTexts(transferTexts)
  const say = useTexts(formTexts)
  const words = useTexts(applicationTexts)
  const form = useForm<'district' | 'wish-1'>()
  const [district, setDistrict] = useState(wanted.district)
  const [wishes, setWishes] = useState<readonly Wish[]>(wanted.languages)
  const languages = languagesOf({ wishes })
  const send = () => {
    const missing = {
      district: district === '' && t('chooseFirst'),
      'wish-1': languages.length === 0 && say('wishMissing'),
    }
    if (form.check(missing)) onWanted({ district, languages })
  }
  return (
    <Card labelledBy="wanted" marked="act">
      <h2 id="wanted">{t('what')}</h2>
      <FormBox onSubmit={send}>
        {form.summary}
        <DistrictSelect
          id="district"
          label={t('district')}
          hint={t('registered')}
          error={form.errorOf('district')}
          none={t('chooseDistrict')}
          value={district}
          onChoose={setDistrict}
        />
        <Wishes
          wishes={wishes}
          error={form.errorOf('wish-1')}
          nameOf={(language) => words(`language_${language}`)}
          onChange={setWishes}
        />
        <Button type="submit">{t('next')}</Button>
      </FormBox>
    </Card>
  )
}
