/** What only some families say: each a tick, and below it what belongs to it. */
import { useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, Notice, RadioGroup, Select, Stack, TextField } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import type { BranchProps } from './ChildStep'
import { MOST_TWINS, OTHER } from './form'
import { formQuery } from './queries'
import { Scans } from './Scans'
import { applyTexts } from './texts'
import { Typed } from './Typed'

/** «Резидент емес», and for a child that is not the applicant's by the register who may speak for it. */
export function Papers(props: BranchProps) {
  const t = useTexts(applyTexts)
  const { form, change } = props
  const typed = form.child === OTHER && (form.nonResident || form.representative)
  return (
    <Card>
      <Stack>
        <Checkbox
          id="non-resident"
          label={t('nonResident')}
          hint={t('nonResidentHint')}
          checked={form.nonResident}
          onChange={({ target }) => change({ nonResident: target.checked })}
        />
        {form.nonResident && <Scans {...props} group="registration" label={t('nonResidentScans')} />}
        {form.child === OTHER && (
          <Checkbox
            id="representative"
            label={t('representative')}
            hint={t('representativeHint')}
            checked={form.representative}
            onChange={({ target }) => change({ representative: target.checked })}
          />
        )}
        {form.child === OTHER && form.representative && (
          <Scans {...props} group="representation" label={t('representativeScans')} />
        )}
        {typed && <Typed {...props} />}
        {(form.nonResident || typed) && <Reviewed {...props} />}
      </Stack>
    </Card>
  )
}

function Reviewed({ form }: BranchProps) {
  const t = useTexts(applyTexts)
  const { data } = useQuery(formQuery(form.district))
  return (
    <Notice kind="info" title={t('reviewed')}>
      <p>{t('reviewedText', { days: data?.review_working_days ?? 3 })}</p>
    </Notice>
  )
}

/** «Жеңілдіктің бар болуы»: the kind from the list, and its proof. */
export function Benefit(props: BranchProps) {
  const t = useTexts(applyTexts)
  const { form, change, errorOf } = props
  const { data } = useQuery(formQuery(form.district))
  const chosen = data?.benefits.find(({ code }) => code === form.benefit)
  return (
    <Card>
      <Stack>
        <Checkbox
          id="has-benefit"
          label={t('hasBenefit')}
          hint={t('hasBenefitHint')}
          checked={form.hasBenefit}
          onChange={({ target }) => change({ hasBenefit: target.checked })}
        />
        {form.hasBenefit && (
          <Select
            id="benefit"
            label={t('benefit')}
            error={errorOf('benefit')}
            value={form.benefit}
            onChange={({ target }) => change({ benefit: target.value })}
          >
            <option value="">{t('benefitNone')}</option>
            {data?.benefits.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
        {form.hasBenefit && chosen && (
          <p>
            {t('benefitProof', { proof: chosen.proof })}{' '}
            {chosen.proof_months && t('proofMonths', { n: chosen.proof_months })}
          </p>
        )}
        {form.hasBenefit && data?.benefit_proved_at_call && (
          <Notice kind="info" title={t('provedAtCall')}>
            <p>{t('provedAtCallText')}</p>
          </Notice>
        )}
        {form.hasBenefit && <Scans {...props} group="benefit" label={t('benefitScans')} />}
      </Stack>
    </Card>
  )
}

/** «Егіздер»: the IIN of each other child, and whether they may have places apart. */
export function Twins({ form, change, errorOf }: BranchProps) {
  const t = useTexts(applyTexts)
  const put = (index: number, iin: string) =>
    change({ twins: form.twins.map((each, at) => (at === index ? iin : each)) })
  return (
    <Card>
      <Stack>
        <Checkbox
          id="has-twins"
          label={t('hasTwins')}
          hint={t('hasTwinsHint')}
          checked={form.hasTwins}
          onChange={({ target }) => change({ hasTwins: target.checked })}
        />
        {form.hasTwins &&
          form.twins.map((iin, index) => (
            <TextField
              key={index}
              id={`twin-${String(index + 1)}`}
              inputMode="numeric"
              letters={16}
              label={t('twinIin', { n: index + 2 })}
              error={index === 0 ? errorOf('twin-1') : undefined}
              value={iin}
              onChange={({ target }) => put(index, target.value)}
            />
          ))}
        {form.hasTwins && form.twins.length < MOST_TWINS && (
          <Button kind="second" small onClick={() => change({ twins: [...form.twins, ''] })}>
            {t('twinMore')}
          </Button>
        )}
        {form.hasTwins && (
          <Checkbox
            id="separate"
            label={t('separate')}
            hint={t('separateHint')}
            checked={form.separate}
            onChange={({ target }) => change({ separate: target.checked })}
          />
        )}
      </Stack>
    </Card>
  )
}

/** Special needs by the commission's conclusion: the correctional queue, or the general one with its benefit. */
export function Needs(props: BranchProps) {
  const t = useTexts(applyTexts)
  const { form, change, errorOf } = props
  return (
    <Card>
      <Stack>
        <Checkbox
          id="has-needs"
          label={t('hasNeeds')}
          hint={t('hasNeedsHint')}
          checked={form.hasNeeds}
          onChange={({ target }) => change({ hasNeeds: target.checked })}
        />
        {form.hasNeeds && (
          <RadioGroup
            id="needs"
            legend={t('needsQueue')}
            error={errorOf('needs')}
            value={form.needs || null}
            choices={[
              { value: 'correctional', label: t('needsCorrectional'), hint: t('needsCorrectionalHint') },
              { value: 'general', label: t('needsGeneral'), hint: t('needsGeneralHint') },
            ]}
            onChange={(needs) => change({ needs })}
          />
        )}
        {form.hasNeeds && <Scans {...props} group="needs" label={t('needsScans')} />}
      </Stack>
    </Card>
  )
}
