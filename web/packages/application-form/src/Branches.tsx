/** What only some families say: each a tick, and below it what belongs to it. */
import { useTexts } from '@kezek/i18n'
import { Card, Checkbox, Notice, RadioGroup, Select, Stack, TextField } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { isTyped, writtenTwins } from './asked'
import type { PartProps } from './fields'
import { formQuery } from './queries'
import { Scans } from './Scans'
import { formTexts } from './texts'
import { Typed } from './Typed'

/** «Елді мекен»: where in the district the family lives. */
export function Settlement({ asked, change }: PartProps) {
  const t = useTexts(formTexts)
  return (
    <TextField
      id="settlement"
      label={t('settlement')}
      hint={t('settlementHint')}
      maxLength={100}
      value={asked.settlement}
      onChange={({ target }) => change({ settlement: target.value })}
    />
  )
}

interface PapersProps extends PartProps {
  /** An officer writes it of a family. */
  ofOthers?: boolean
}

/** «Резидент емес», and for a child that is not the applicant's by the register who may speak for it. */
export function Papers({ ofOthers = false, ...props }: PapersProps) {
  const t = useTexts(formTexts)
  const { asked, change, own } = props
  const typed = isTyped(asked, own)
  return (
    <Card>
      <Stack>
        <Checkbox
          id="non-resident"
          error={props.errorOf('non-resident')}
          label={t('nonResident')}
          hint={t('nonResidentHint')}
          checked={asked.nonResident}
          onChange={({ target }) => change({ nonResident: target.checked })}
        />
        {asked.nonResident && <Scans {...props} group="registration" />}
        {!own && (
          <Checkbox
            id="representative"
            error={props.errorOf('representative')}
            label={t(ofOthers ? 'representativeOf' : 'representative')}
            hint={t('representativeHint')}
            checked={asked.representative}
            onChange={({ target }) => change({ representative: target.checked })}
          />
        )}
        {!own && asked.representative && <Scans {...props} group="representation" />}
        {typed && <p>{t(ofOthers ? 'typedHintOf' : 'typedHint')}</p>}
        {typed && <Typed child={0} named={asked} errorOf={props.errorOf} onChange={change} />}
        {(asked.nonResident || typed) && <Reviewed {...props} />}
      </Stack>
    </Card>
  )
}

/** Nothing is promised before it is known what the district's policy says. */
function Reviewed({ district }: PartProps) {
  const t = useTexts(formTexts)
  const { data } = useQuery(formQuery(district))
  return (
    data && (
      <Notice kind="info" title={t('reviewed')}>
        <p>{t('reviewedText', { days: data.review_working_days })}</p>
      </Notice>
    )
  )
}

/** «Жеңілдіктің бар болуы»: the kind from the list, and its proof. */
export function Benefit(props: PartProps) {
  const t = useTexts(formTexts)
  const { asked, change, errorOf, district } = props
  const { data } = useQuery(formQuery(district))
  const chosen = data?.benefits.find(({ code }) => code === asked.benefit)
  return (
    <Card>
      <Stack>
        <Checkbox
          id="has-benefit"
          label={t('hasBenefit')}
          hint={t('hasBenefitHint')}
          checked={asked.hasBenefit}
          onChange={({ target }) => change({ hasBenefit: target.checked })}
        />
        {asked.hasBenefit && (
          <Select
            id="benefit"
            label={t('benefit')}
            error={errorOf('benefit')}
            value={asked.benefit}
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
        {asked.hasBenefit && chosen && (
          <p>
            {t('benefitProof', { proof: chosen.proof })}{' '}
            {chosen.proof_months && t('proofMonths', { n: chosen.proof_months })}
          </p>
        )}
        {asked.hasBenefit && data?.benefit_proved_at_call && (
          <Notice kind="info" title={t('provedAtCall')}>
            <p>{t('provedAtCallText')}</p>
          </Notice>
        )}
        {asked.hasBenefit && <Scans {...props} group="benefit" />}
      </Stack>
    </Card>
  )
}

/** Special needs by the commission's conclusion: the correctional queue, or the general one with its benefit. */
export function Needs(props: PartProps) {
  const t = useTexts(formTexts)
  const { asked, change, errorOf } = props
  const twins = writtenTwins(asked)
  return (
    <Card>
      <Stack>
        <Checkbox
          id="has-needs"
          label={t('hasNeeds')}
          hint={t('hasNeedsHint')}
          checked={asked.hasNeeds}
          onChange={({ target }) => change({ hasNeeds: target.checked })}
        />
        {asked.hasNeeds && (
          <RadioGroup
            id="needs"
            legend={t('needsQueue')}
            error={errorOf('needs')}
            value={asked.needs || null}
            choices={[
              { value: 'correctional', label: t('needsCorrectional'), hint: t('needsCorrectionalHint') },
              { value: 'general', label: t('needsGeneral'), hint: t('needsGeneralHint') },
            ]}
            onChange={(needs) => change({ needs })}
          />
        )}
        {asked.hasNeeds && twins.length > 0 && (
          <Select
            id="needs-child"
            label={t('needsChild')}
            value={Math.min(asked.needsChild, twins.length)}
            onChange={({ target }) => change({ needsChild: Number(target.value) })}
          >
            {[0, ...twins.keys()].map((_, index) => (
              <option key={index} value={index}>
                {t('needsChildOf', { n: index + 1 })}
              </option>
            ))}
          </Select>
        )}
        {asked.hasNeeds && <Scans {...props} group="needs" />}
      </Stack>
    </Card>
  )
}
