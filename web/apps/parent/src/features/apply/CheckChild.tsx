import { formatDate, formatIin } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { type Fact, Facts } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { fullName } from '../../shared/applications/model'
import { childrenQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { useDistrictName } from '../../shared/DistrictSelect'
import css from './Apply.module.css'
import { childIin, type Form, languagesOf } from './form'
import { applyTexts } from './texts'

/** The child as the register knows it, as far as it has answered, and what was chosen for it. */
export function CheckChild({ form }: { form: Form }) {
  const t = useTexts(applyTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const district = useDistrictName(form.district)
  const { data: children = [] } = useQuery(childrenQuery)
  const iin = childIin(form) ?? ''
  const child = children.find((each) => each.iin === iin)
  const known: Fact[] = child
    ? [
        { name: t('childName'), value: fullName(child) },
        { name: t('childBirthDate'), value: formatDate(child.birth_date, language) },
        { name: t('groupYear'), value: child.birth_date.slice(0, 4) },
      ]
    : []
  const wishes = (
    <ol className={css.list}>
      {languagesOf(form).map((each) => (
        <li key={each}>{words(`language_${each}`)}</li>
      ))}
    </ol>
  )
  return (
    <Facts
      items={[
        { name: t('childIin'), value: formatIin(iin) },
        ...known,
        { name: t('district'), value: district ?? form.district },
        { name: t('languages'), value: wishes },
        { name: t('queueClass'), value: t('general') },
      ]}
    />
  )
}
