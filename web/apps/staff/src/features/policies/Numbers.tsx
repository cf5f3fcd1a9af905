/** All numbers and switches of a policy in their groups, each with its clause. */
import type { QueuePolicy, QueuePolicyFormView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts } from '@kezek/ui'

import { rulesTexts } from '../../shared/rules/texts'
import { type NumberName, numberOf, useValueWords } from '../../shared/rules/values'
import css from './Numbers.module.css'

interface NumbersProps {
  form: QueuePolicyFormView
  policy: QueuePolicy
}

export function Numbers({ form, policy }: NumbersProps) {
  const t = useTexts(rulesTexts)
  const language = useLanguage()
  const words = useValueWords()
  return (
    <div className={css.groups}>
      {form.groups.map(({ text, numbers }) => (
        <Card key={text.en}>
          <h3>{text[language]}</h3>
          <Facts
            items={numbers.map(({ name, text: called, clause }) => ({
              name: called[language],
              value: (
                <>
                  <strong>{words(policy[name as NumberName])}</strong>{' '}
                  <span className={css.clause}>{t('clause', { clause: numberOf(clause) })}</span>
                </>
              ),
            }))}
          />
        </Card>
      ))}
    </div>
  )
}
