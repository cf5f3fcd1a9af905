import type { KindergartensGroupSizeView, KindergartensTargetGroupBody } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, FormBox, LinkButton, Select, useForm } from '@kezek/ui'
import { useState } from 'react'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { useGroupName } from '../../shared/roster/words'
import { Children } from './Children'
import { regroupTexts } from './texts'
import { TargetFields } from './TargetFields'

export interface Move {
  children: readonly string[]
  to: KindergartensTargetGroupBody
}

interface FormProps {
  kindergartenId: string
  groups: readonly KindergartensGroupSizeView[]
  onNext: (move: Move) => void
}

/** From which group, which children, and where to. */
export function FormStep({ kindergartenId, groups, onNext }: FormProps) {
  const t = useTexts(regroupTexts)
  const shared = useTexts(rosterSharedTexts)
  const groupName = useGroupName()
  const form = useForm<'from' | 'children' | 'to'>()
  const [from, setFrom] = useState<KindergartensGroupSizeView | null>(null)
  const [children, setChildren] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState<KindergartensTargetGroupBody | null>(null)
  const choose = (index: string) => {
    const group = groups[Number(index)]
    setFrom(index === '' ? null : (group ?? null))
    setChildren(new Set())
    if (index !== '' && group) setTo({ group_year: group.group_year, language: group.language, kind: group.kind })
  }
  const next = () => {
    const good = form.check({
      from: from === null && t('chooseFrom'),
      children: from !== null && children.size === 0 && t('chooseChildren'),
      to: from !== null && to !== null && groupName(from) === groupName(to) && t('same'),
    })
    if (good && to) onNext({ children: [...children], to })
  }
  return (
    <Card>
      <FormBox onSubmit={next}>
        {form.summary}
        <Select
          id="from"
          label={t('from')}
          error={form.errorOf('from')}
          value={from ? String(groups.indexOf(from)) : ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t('choose')}</option>
          {groups.map((group, index) => (
            <option key={groupName(group)} value={index}>
              {t('group', { group: groupName(group), children: group.children })}
            </option>
          ))}
        </Select>
        {from && (
          <Children
            key={groupName(from)}
            kindergartenId={kindergartenId}
            group={{ group_year: from.group_year, language: from.language, kind: from.kind }}
            chosen={children}
            onChoose={setChildren}
            error={form.errorOf('children')}
          />
        )}
        {from && to && <TargetFields value={to} onChange={setTo} error={form.errorOf('to')} />}
        <Actions>
          <Button type="submit">{t('next')}</Button>
          <LinkButton href="/roster" kind="second">
            {shared('cancel')}
          </LinkButton>
        </Actions>
      </FormBox>
    </Card>
  )
}
