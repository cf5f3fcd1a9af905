import { api, unwrap, useInRounds, useRules } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, BackLink, Card, LinkButton, Notice, Page } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import type { Work } from '../../shared/workplace/AtWork'
import { inAddress, type Offer } from './offer'
import { OfferFacts } from './OfferFacts'
import { addTexts } from './texts'

interface SignProps extends Work {
  offer: Offer
}

/** What was confirmed, and the signature without which nothing is published. */
export function SignStep({ me, kindergarten, offer }: SignProps) {
  const t = useTexts(addTexts)
  const client = useQueryClient()
  const { choiceDays } = useRules(kindergarten.district)
  const inRounds = useInRounds(kindergarten.district)
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'kindergartens.confirm-vacancy',
    name: [kindergarten.id, ...Object.values(offer)].join('.'), // another tab may publish something else
    prepare: () =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/vacancies/acts', {
          params: { path: { kindergarten_id: kindergarten.id } },
          body: offer,
        }),
      ),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['kindergartens', 'own-vacancies'] })
      navigate(`/vacancies?added=${inRounds ? 'in-rounds' : '1'}`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  const form = `/vacancies/add?${inAddress(kindergarten.id, offer).toString()}`
  return (
    <>
      <BackLink href={form}>{t('change')}</BackLink>
      <Page narrow title={t('signTitle')}>
        <Card>
          <OfferFacts kindergarten={kindergarten} offer={offer} />
        </Card>
        <Card>
          <SignPanel act={act} ofKindergarten>
            <Notice kind="info" title={t('after')}>
              {inRounds ? t('afterInRounds') : t('afterMore', { n: choiceDays })}
            </Notice>
          </SignPanel>
          <Actions>
            {act.state.at === 'over' && <LinkButton href={form}>{t('change')}</LinkButton>}
            <LinkButton href="/vacancies" kind="second">
              {t('cancelAsked')}
            </LinkButton>
          </Actions>
        </Card>
      </Page>
    </>
  )
}
