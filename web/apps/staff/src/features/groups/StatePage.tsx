/** A group's norm and the children it had before the system: form and signature (domain §6.1). */
import { useTexts } from '@kezek/i18n'
import { BackLink, Page } from '@kezek/ui'
import { useSearchParams } from 'wouter'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { groupIn, inAddress, type Typed, typedIn } from './draft'
import { GroupForm } from './GroupForm'
import { SignStep } from './SignStep'
import { groupsTexts } from './texts'

export default function StatePage() {
  const t = useTexts(groupsTexts)
  return (
    <>
      <BackLink href="/groups">{t('back')}</BackLink>
      <AtWork title={t('stateTitle')}>{(work) => <State {...work} />}</AtWork>
    </>
  )
}

function State(work: Work) {
  const t = useTexts(groupsTexts)
  const [params, setParams] = useSearchParams()
  const typed = typedIn(params)
  // who has confirmed it for one kindergarten is asked again for another
  const group = params.get('sign') === work.kindergarten.id ? groupIn(typed) : null
  if (group) return <SignStep {...work} group={group} form={`/groups/state?${inAddress(typed).toString()}`} />
  const type = (changed: Typed) => setParams(inAddress(changed), { replace: true })
  const next = () => {
    scrollTo(0, 0)
    setParams(new URLSearchParams([...inAddress(typed), ['sign', work.kindergarten.id]]))
  }
  return (
    <Page narrow title={t('stateTitle')}>
      <GroupForm typed={typed} onType={type} onNext={next} />
    </Page>
  )
}
