import type { ApplicationsInformationView } from '@kezek/api'
import { formatDate, formatDeadline, formatIin, formatMoment, formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts, Notice } from '@kezek/ui'

import { officerSharedTexts } from '../../shared/officer/texts'
import { deskCardTexts } from './texts'

/** The form's data, as the family sees them. */
export function Information({ information }: { information: ApplicationsInformationView }) {
  const t = useTexts(deskCardTexts)
  const words = useTexts(officerSharedTexts)
  const kinds = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { child, applicant, state, inactive_until: until, transfer } = information
  return (
    <Card labelledBy="information">
      <h2 id="information">{t('information')}</h2>
      {information.to_check && <Notice kind="info" title={t('toCheck')} />}
      {information.iin_tells_another_day && <Notice title={t('anotherDay')} />}
      <Facts
        items={[
          { name: words('state'), value: state.text },
          ...(until === null ? [] : [{ name: t('restorable'), value: formatDeadline(until, language) }]),
          { name: words('submitted'), value: formatMoment(information.submitted_at, language) },
          { name: words('child'), value: fullName(child) },
          { name: t('childIin'), value: formatIin(child.iin) },
          { name: words('born'), value: formatDate(information.birth_date, language) },
          { name: t('district'), value: information.district.name[language] },
          { name: t('group'), value: `${String(information.group_year)}, ${kinds(information.kind)}` },
          { name: t('queueClass'), value: t(`class_${information.queue_class}`) },
          ...(transfer?.kindergarten
            ? [{ name: t(transfer.lasts ? 'leaves' : 'left'), value: transfer.kindergarten.name[language] }]
            : []),
          { name: t('languages'), value: information.languages.map((each) => kinds(`in_${each}`)).join(', ') },
          { name: t('applicant'), value: fullName(applicant) },
          { name: t('applicantIin'), value: formatIin(applicant.iin) },
          { name: t('phone'), value: <a href={phoneLink(information.phone)}>{formatPhone(information.phone)}</a> },
          { name: t('email'), value: <Email address={information.email} /> },
        ]}
      />
    </Card>
  )
}

function fullName({ surname, given_name, patronymic }: ApplicationsInformationView['child']): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ') || '—'
}

function Email({ address }: { address: string | null }) {
  const t = useTexts(deskCardTexts)
  return address === null ? t('noEmail') : <a href={`mailto:${address}`}>{address}</a>
}
