/** What a swap is, and its beginning: a proposal to another kindergarten's family, or that family's code. */
import { api, type AuthMe, type KindergartensOwnEnrolmentView, unwrap } from '@kezek/api'
import { compact } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, Loaded, RadioGroup, Select, TextField, useForm } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ofDistrictQuery } from '../../shared/kindergartens/ofDistrict'
import { SignSwap } from './SignSwap'
import css from './Swap.module.css'
import { swapTexts } from './texts'

interface BeginProps {
  me: AuthMe
  district: string
  enrolment: KindergartensOwnEnrolmentView
}

type Way = 'propose' | 'join'

/** What is to be signed: `value` is the other kindergarten, or the code. */
interface Chosen {
  way: Way
  value: string
}

const CODE = /^[0-9]{10}$/

export function Begin({ me, district, enrolment }: BeginProps) {
  const t = useTexts(swapTexts)
  const [chosen, choose] = useState<Chosen | null>(null)
  const [signing, sign] = useState(false)
  return (
    <>
      <How />
      <Card labelledBy="begin" marked="act">
        <h2 id="begin">{t('begin')}</h2>
        {signing && chosen ? (
          <Sign me={me} enrolment={enrolment} chosen={chosen} onBack={() => sign(false)} />
        ) : (
          <Form
            district={district}
            enrolment={enrolment}
            first={chosen}
            onChosen={(next) => {
              choose(next)
              sign(true)
            }}
          />
        )}
      </Card>
    </>
  )
}

function How() {
  const t = useTexts(swapTexts)
  return (
    <Card labelledBy="how">
      <h2 id="how">{t('how')}</h2>
      <ol className={css.how}>
        {(['how1', 'how2', 'how3', 'how4'] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <p>{t('privacy')}</p>
    </Card>
  )
}

interface FormProps extends Omit<BeginProps, 'me'> {
  first: Chosen | null
  onChosen: (chosen: Chosen) => void
}

function Form({ district, enrolment, first, onChosen }: FormProps) {
  const t = useTexts(swapTexts)
  const form = useForm<'way' | 'to' | 'code'>()
  const [way, setWay] = useState<Way | null>(first?.way ?? null)
  const [to, setTo] = useState(first?.way === 'propose' ? first.value : '')
  const [code, setCode] = useState(first?.way === 'join' ? first.value : '')
  const digits = compact(code)
  const next = () => {
    const good = form.check({
      way: way === null && t('chooseBegin'),
      to: way === 'propose' && to === '' && t('choose'),
      code: way === 'join' && !CODE.test(digits) && t('typeCode'),
    })
    if (good && way !== null) onChosen({ way, value: way === 'propose' ? to : digits })
  }
  return (
    <FormBox onSubmit={next}>
      {form.summary}
      <RadioGroup
        id="way"
        legend={t('begin')}
        error={form.errorOf('way')}
        value={way}
        onChange={setWay}
        choices={(['propose', 'join'] as const).map((value) => ({
          value,
          label: t(`begin_${value}`),
          hint: t(`begin_${value}_hint`),
        }))}
      />
      {way === 'propose' && (
        <GardenSelect district={district} not={enrolment} value={to} onChoose={setTo} error={form.errorOf('to')} />
      )}
      {way === 'join' && (
        <TextField
          id="code"
          label={t('code')}
          hint={t('codeHint')}
          error={form.errorOf('code')}
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      )}
      <Button type="submit">{t('next')}</Button>
    </FormBox>
  )
}

interface GardenSelectProps {
  district: string
  /** Where the child is. */
  not: KindergartensOwnEnrolmentView
  value: string
  onChoose: (id: string) => void
  error: string | undefined
}

function GardenSelect({ district, not, value, onChoose, error }: GardenSelectProps) {
  const t = useTexts(swapTexts)
  const language = useLanguage()
  const query = useQuery(ofDistrictQuery(district, language))
  return (
    <Loaded query={query}>
      {(found) => (
        <Select
          id="to"
          label={t('to')}
          hint={t('toHint')}
          error={error}
          value={value}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{t('choose')}</option>
          {found
            .filter(({ id }) => id !== not.kindergarten.kindergarten_id)
            .map(({ id, name, address }) => (
              <option key={id} value={id}>
                {name[language]}, {address[language]}
              </option>
            ))}
        </Select>
      )}
    </Loaded>
  )
}

interface SignProps extends Omit<BeginProps, 'district'> {
  chosen: Chosen
  onBack: () => void
}

function Sign({ me, enrolment: { enrolment_id }, chosen: { way, value }, onBack }: SignProps) {
  const t = useTexts(swapTexts)
  const rest = { language: me.language, back: t('change'), onBack, name: `${enrolment_id}.${value}` }
  return way === 'propose' ? (
    <SignSwap
      {...rest}
      type="kindergartens.propose-swap"
      label={t('sign_propose')}
      prepare={() =>
        unwrap(api.POST('/api/kindergartens/me/swaps/acts', { body: { enrolment_id, to_kindergarten_id: value } }))
      }
    />
  ) : (
    <SignSwap
      {...rest}
      type="kindergartens.join-swap"
      label={t('sign_join')}
      prepare={() =>
        unwrap(api.POST('/api/kindergartens/me/swaps/joining/acts', { body: { enrolment_id, code: value } }))
      }
    />
  )
}
