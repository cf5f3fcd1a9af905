import type { ApplicationsApplicationTabs, ApplicationsClaimView, ApplicationsFormView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, RadioGroup } from '@kezek/ui'
import { FilesField } from '@kezek/ui/files'

import { applicationPageTexts } from './texts'
import { useNewClaim } from './useNewClaim'
import { type Benefit, WhichBenefit } from './WhichBenefit'

export interface AddClaimFormProps extends Pick<ApplicationsApplicationTabs, 'information' | 'claims'> {
  rules: ApplicationsFormView
  onDone: (claim: ApplicationsClaimView) => void
  onCancel: () => void
}

export default function AddClaimForm({ information, claims, rules, onDone, onCancel }: AddClaimFormProps) {
  const t = useTexts(applicationPageTexts)
  const { form, claim, change, files, send, sending } = useNewClaim({ information, rules, onDone })
  const { kind } = claim
  return (
    <FormBox onSubmit={() => void send()}>
      {form.summary}
      <p>{t('addAbout')}</p>
      {!(kind === 'benefit' && rules.benefit_proved_at_call) && (
        <p>{t('addTerm', { days: rules.review_working_days })}</p>
      )}
      {CALLED.includes(information.state.code) && <p>{t('addNextCall')}</p>}
      <RadioGroup
        id="kind"
        legend={t('addKind')}
        error={form.errorOf('kind')}
        value={kind}
        choices={[
          { value: 'benefit', label: t('addBenefit') },
          { value: 'special_needs', label: t('addNeeds'), hint: t('addNeedsHint') },
        ]}
        onChange={(chosen) => change({ kind: chosen })}
      />
      {kind === 'benefit' && (
        <WhichBenefit
          benefits={without(rules.benefits, claims)}
          error={form.errorOf('benefit')}
          value={claim.benefit}
          atCall={rules.benefit_proved_at_call}
          twins={information.twins}
          onChange={(benefit) => change({ benefit })}
        />
      )}
      {kind === 'special_needs' && (
        <RadioGroup
          id="queue"
          legend={t('addQueue')}
          error={form.errorOf('queue')}
          value={claim.queue}
          choices={[
            { value: 'correctional', label: t('addCorrectional') },
            { value: 'general', label: t('addGeneral') },
          ]}
          onChange={(queue) => change({ queue })}
        />
      )}
      {kind !== null && (
        <FilesField id="add-papers" files={files} legend={t('addPapers')} error={form.errorOf('add-papers')} />
      )}
      <Actions>
        <Button type="submit" aria-disabled={sending}>
          {sending ? t('answering') : t('addSend')}
        </Button>
        <Button kind="second" onClick={onCancel}>
          {t('addCancel')}
        </Button>
      </Actions>
    </FormBox>
  )
}

const CALLED: readonly ApplicationsApplicationTabs['information']['state']['code'][] = [
  'notified',
  'referred',
  'papers_submitted',
  'refusal_review',
]
const TAKEN: readonly ApplicationsClaimView['state'][] = ['waiting', 'better_copy_asked', 'unproved', 'confirmed']

/** The benefits that are not claimed yet. */
function without(benefits: readonly Benefit[], claims: readonly ApplicationsClaimView[]): readonly Benefit[] {
  const taken = claims.filter(({ kind, state }) => kind === 'benefit' && TAKEN.includes(state))
  return benefits.filter(({ code }) => !taken.some(({ benefit }) => benefit === code))
}
