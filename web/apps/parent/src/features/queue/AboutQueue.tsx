import { formatDate, formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts } from '@kezek/ui'
import { Link } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { fullName } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import type { PartProps } from './Number'
import { queueTexts } from './texts'

export function AboutQueue({ application }: Pick<PartProps, 'application'>) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { application_id: id, number, child, birth_date, district, group_year, languages, submitted_at } = application
  return (
    <Card labelledBy="about">
      <h2 id="about">{t('about')}</h2>
      <Facts
        items={[
          { name: words('number'), value: <ApplicationNumber>{number}</ApplicationNumber> },
          { name: words('child'), value: fullName(child) },
          { name: words('birthDate'), value: formatDate(birth_date, language) },
          { name: words('district'), value: district.name[language] },
          { name: words('groupYear'), value: String(group_year) },
          { name: words('languages'), value: languages.map((each) => words(`language_${each}`)).join(', ') },
          { name: words('submittedAt'), value: formatNumeric(submitted_at) },
        ]}
      />
      <p>
        <Link href={`/journal/${id}`}>{t('openApplication')}</Link>
      </p>
    </Card>
  )
}
