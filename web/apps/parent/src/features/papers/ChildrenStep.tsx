/** Step 2: the children with active referrals; the tick beside a name opens its papers [M5.39–48]. */
import type { ReferralsAwaitedView } from '@kezek/api'
import { formatDate, formatDeadline, formatIin, formatPhone } from '@kezek/domain'
import { admissionTexts, kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Checkbox, Facts, Notice } from '@kezek/ui'
import { Link } from 'wouter'

import type { Typed } from './fields'
import { FormFiles } from './FormFiles'
import type { Asked } from './PapersPage'
import { papersTexts } from './texts'

interface ChildrenStepProps {
  items: readonly ReferralsAwaitedView[]
  typed: Typed
  /** The referral whose child is ticked. */
  chosen: string | null
  onChoose: (referral: string | null) => void
  onBack: () => void
  onNext: (asked: Asked) => void
}

export function ChildrenStep({ items, typed, chosen, onChoose, onBack, onNext }: ChildrenStepProps) {
  const t = useTexts(papersTexts)
  const child = items.find(({ referral_id: id, may_submit: may }) => id === chosen && may)
  return (
    <>
      <Card labelledBy="children">
        <h2 id="children">{t('stepChildrenTitle')}</h2>
        <p>{t('tickChild')}</p>
        {items.map((each) => (
          <Choice key={each.referral_id} child={each} chosen={each.referral_id === chosen} onChoose={onChoose} />
        ))}
      </Card>
      {child && (
        <>
          <AboutChild child={child} />
          <FormFiles key={child.referral_id} child={child} typed={typed} onNext={(body) => onNext({ child, body })} />
        </>
      )}
      <Actions>
        <Button kind="second" onClick={onBack}>
          {t('back1')}
        </Button>
      </Actions>
    </>
  )
}

interface ChoiceProps {
  child: ReferralsAwaitedView
  chosen: boolean
  onChoose: (referral: string | null) => void
}

function Choice({ child, chosen, onChoose }: ChoiceProps) {
  const t = useTexts(papersTexts)
  const { referral_id: id, application_id: application, child_name: name, may_submit: may, state } = child
  return (
    <div>
      <Checkbox
        label={name}
        hint={may ? t('referralOf', { number: child.referral_number }) : t('notNow')}
        disabled={!may}
        checked={chosen}
        onChange={({ target }) => onChoose(target.checked ? id : null)}
      />
      {state !== null && (
        <p>
          <Link href={`/admissions/${application}/${id}`}>{t('seeSubmitted')}</Link>
        </p>
      )}
    </div>
  )
}

function AboutChild({ child }: { child: ReferralsAwaitedView }) {
  const t = useTexts(papersTexts)
  const words = useTexts(admissionTexts)
  const gardens = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { returned, ends_at: until } = child
  return (
    <Card labelledBy="child">
      <h2 id="child">{t('childAndReferral')}</h2>
      {returned && child.state === 'rejected' && (
        <Notice kind="bad" title={words('returned')}>
          <p>{words(`flaw_${returned.flaw}`)}</p>
          <p>{returned.words}</p>
        </Notice>
      )}
      <Facts
        items={[
          { name: words('child'), value: child.child_name },
          { name: words('childIin'), value: formatIin(child.child_iin) },
          { name: words('born'), value: formatDate(child.child_birth_date, language) },
          { name: words('referral'), value: `№ ${child.referral_number}` },
          { name: words('kindergarten'), value: child.kindergarten_name[language] },
          {
            name: t('where'),
            value: `${child.kindergarten_address[language]}, ${formatPhone(child.kindergarten_phone)}`,
          },
          { name: words('groupYear'), value: String(child.group_year) },
          { name: words('language'), value: gardens(`in_${child.language}`) },
          { name: t('term'), value: until === null ? t('noTerm') : formatDeadline(until, language) },
        ]}
      />
    </Card>
  )
}
