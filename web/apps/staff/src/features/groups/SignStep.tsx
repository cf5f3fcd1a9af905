import { api, type KindergartensGroupNormBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Card, LinkButton, Notice, Page } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import type { Work } from '../../shared/workplace/AtWork'
import { groupsTexts } from './texts'

interface SignProps extends Work {
  group: KindergartensGroupNormBody
  /** The filled-in form. */
  form: string
}

export function SignStep({ me, kindergarten, group, form }: SignProps) {
  const t = useTexts(groupsTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'kindergartens.state-group',
    name: [kindergarten.id, ...Object.values(group)].join('.'), // another tab may state something else
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/groups/acts', {
          params: { path: { kindergarten_id: kindergarten.id } },
          body: group,
        }),
      ),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['kindergartens', 'groups'] })
      void client.invalidateQueries({ queryKey: ['kindergartens', 'group-history'] })
      navigate('/groups?stated=1', { replace: true })
    },
  })
  useStatementIn(me.language, act)
  return (
    <Page narrow title={t('signTitle')}>
      <Card>
        <SignPanel act={act} ofKindergarten>
          <Notice kind="info" title={t('after')}>
            {t('afterMore')}
          </Notice>
        </SignPanel>
        <Actions>
          <LinkButton href={form} kind="second">
            {t('change')}
          </LinkButton>
        </Actions>
      </Card>
    </Page>
  )
}
