import { api, type ApiError, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { isNoWayHere, twinsOf, type TwinWishes } from '@kezek/place-choice'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Card, LinkButton, Notice, ProblemNotice } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'wouter'

import { placesQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { chooseTexts } from './texts'

interface SignProps {
  application: string
  place: string
  /** The places of twins who were called together, by application: all or none are taken. */
  twins: TwinWishes
  /** In which the statement is written. */
  language: string
}

export function Sign({ application, place, twins, language }: SignProps) {
  const t = useTexts(chooseTexts)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const act = useAct({
    type: 'referrals.choose-place',
    name: [application, place, ...Object.entries(twins).flat()].join('.'),
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/applications/{application_id}/choices/acts', {
          params: { path: { application_id: application } },
          body: { place_id: place, twins: twinsOf(twins) },
        }),
      ),
    onDone: () => {
      for (const service of ['applications', 'referrals', 'queue'])
        void client.invalidateQueries({ queryKey: [service] })
      navigate(`/referral/${application}`, { replace: true })
    },
  })
  useStatementIn(language, act)
  const trouble = act.state.at === 'over' ? act.state.trouble : null
  return (
    <Card labelledBy="signature">
      <h2 id="signature">{t('signTitle')}</h2>
      {isNoWayHere(trouble) ? (
        <Refused application={application} error={trouble} />
      ) : (
        <SignPanel act={act} label={t('sign')}>
          <Notice kind="info" title={t('after')}>
            <p>{t('afterText')}</p>
          </Notice>
        </SignPanel>
      )}
    </Card>
  )
}

function Refused({ application, error }: { application: string; error: ApiError }) {
  const t = useTexts(chooseTexts)
  const words = useTexts(applicationTexts)
  const client = useQueryClient()
  useEffect(() => {
    void client.invalidateQueries({ queryKey: placesQuery(application).queryKey })
  }, [client, application])
  return (
    <>
      <ProblemNotice error={error} />
      {error.is('open_referral_exists') ? (
        <LinkButton href={`/referral/${application}`}>{words('openReferral')}</LinkButton>
      ) : (
        <LinkButton href={`/choose/${application}`}>{t('another')}</LinkButton>
      )}
    </>
  )
}
