/** A swap that goes on: the code to give, who has signed by now, until when; and the way out of it. */
import { api, type AuthMe, type KindergartensOwnSwapView, unwrap } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Chip, CopyButton, Facts, Notice } from '@kezek/ui'
import { useState } from 'react'

import { SignSwap } from './SignSwap'
import css from './Swap.module.css'
import { swapTexts } from './texts'

interface StandingProps {
  me: AuthMe
  swap: KindergartensOwnSwapView
}

export function Standing({ me, swap }: StandingProps) {
  const t = useTexts(swapTexts)
  const language = useLanguage()
  const yesOrNot = (given: boolean) => t(given ? 'yes' : 'notYet')
  return (
    <>
      <Card labelledBy="standing" marked={swap.code === null ? true : 'act'}>
        <h2 id="standing">{t('standing')}</h2>
        <Chip kind={swap.code === null ? 'wait' : 'act'}>{t(`state_${swap.state}`)}</Chip>
        {swap.code !== null && <Code code={swap.code} />}
        <Facts
          items={[
            { name: t('goesTo'), value: `${swap.to.name[language]}, ${swap.to.address[language]}` },
            { name: t('until'), value: formatDeadline(swap.expires_at, language) },
            { name: t('step_families'), value: yesOrNot(swap.state !== 'proposed') },
            { name: t('step_mine'), value: yesOrNot(swap.mine_approved) },
            { name: t('step_other'), value: yesOrNot(swap.other_approved) },
          ]}
        />
        {swap.code === null && <Notice kind="info" title={t('nothing')} />}
      </Card>
      <Cancel me={me} swap={swap} />
    </>
  )
}

function Code({ code }: { code: string }) {
  const t = useTexts(swapTexts)
  return (
    <>
      <p>{t('yourCode')}</p>
      <p className={css.code}>
        {code.slice(0, 5)} {code.slice(5)}
      </p>
      <CopyButton text={code}>{t('copy')}</CopyButton>
      <p>{t('codeOnce')}</p>
    </>
  )
}

function Cancel({ me, swap: { swap_id } }: StandingProps) {
  const t = useTexts(swapTexts)
  const [asked, ask] = useState(false)
  return (
    <Card labelledBy="cancel">
      <h2 id="cancel">{t('cancelTitle')}</h2>
      <p>{t('cancelAbout')}</p>
      {asked ? (
        <SignSwap
          type="kindergartens.cancel-swap"
          name={swap_id}
          label={t('sign_cancel')}
          language={me.language}
          back={t('keep')}
          onBack={() => ask(false)}
          prepare={() =>
            unwrap(
              api.POST('/api/kindergartens/me/swaps/{swap_id}/cancellation/acts', { params: { path: { swap_id } } }),
            )
          }
        />
      ) : (
        <Button kind="second" onClick={() => ask(true)}>
          {t('cancel')}
        </Button>
      )}
    </Card>
  )
}
