import type { ApplicationsChildView } from '@kezek/api'
import {
  formQuery,
  formTexts,
  isTyped,
  languagesOf,
  neededPapers,
  type PaperGroup,
  twinIins,
} from '@kezek/application-form'
import { birthDay, formatDate, formatIin, isoDay } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { type Fact, Facts, Notice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { fullName } from '../../shared/applications/model'
import { childrenQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { useDistrictName } from '../../shared/DistrictSelect'
import css from './Apply.module.css'
import { childIin, type Form, isOwn } from './form'
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
    : isTyped(form, isOwn(form))
      ? [
          { name: t('childName'), value: [form.surname, form.givenName, form.patronymic].filter(Boolean).join(' ') },
          { name: t('childBirthDate'), value: formatDate(form.born, language) },
        ]
      : []
  const more = useMore(form)
  const wishes = (
    <ol className={css.list}>
      {languagesOf(form).map((each) => (
        <li key={each}>{words(`language_${each}`)}</li>
      ))}
    </ol>
  )
  const warned = anotherDay(form) || children.some(isWarned([iin, ...twinIins(form)]))
  return (
    <>
      <Facts
        items={[
          { name: t('childIin'), value: formatIin(iin) },
          ...known,
          { name: t('district'), value: [district ?? form.district, form.settlement].filter(Boolean).join(', ') },
          { name: words('languages'), value: wishes },
          ...more,
          { name: t('queueClass'), value: t(form.hasBenefit || form.hasNeeds ? 'benefitAfter' : 'general') },
        ]}
      />
      {warned && (
        <Notice>
          <p>{words('anotherDay')}</p>
        </Notice>
      )}
    </>
  )
}

const isWarned = (iins: readonly string[]) => (child: ApplicationsChildView) =>
  child.iin_tells_another_day && iins.includes(child.iin)

/** Whether the birth date that was typed is not the one with which the IIN begins. */
function anotherDay(form: Form): boolean {
  const told = isTyped(form, isOwn(form)) ? birthDay(childIin(form) ?? '') : null
  return told !== null && form.born !== '' && isoDay(told) !== form.born
}

/** What only some families have said: twins, a benefit, papers. */
function useMore(form: Form): Fact[] {
  const t = useTexts(applyTexts)
  const say = useTexts(formTexts)
  const { data } = useQuery(formQuery(form.district))
  const scans = (group: PaperGroup) => form.scans[group].map(({ name }) => name).join(', ') || t('noPapers')
  const benefit = data?.benefits.find(({ code }) => code === form.benefit)?.name ?? form.benefit
  const queue = say(form.needs === 'correctional' ? 'needsCorrectional' : 'needsGeneral')
  const shown: Record<PaperGroup, Fact> = {
    registration: { name: say('nonResident'), value: scans('registration') },
    representation: { name: say('representativeScans'), value: scans('representation') },
    benefit: { name: say('hasBenefit'), value: `${benefit}: ${scans('benefit')}` },
    needs: { name: say('hasNeeds'), value: `${queue}: ${scans('needs')}` },
  }
  const papers = neededPapers(form, isOwn(form)).map((group) => shown[group])
  const twins = [...twinIins(form).map(formatIin), t(form.separate ? 'apart' : 'together')].join(', ')
  return form.hasTwins ? [{ name: t('twinsTitle'), value: twins }, ...papers] : papers
}
