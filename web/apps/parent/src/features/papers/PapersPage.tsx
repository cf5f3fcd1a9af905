/** «Баланы мектепке дейінгі ұйымға қабылдау үшін құжаттарды тапсыру»: what it is, the applicant, the child, the signature [M5]. */
import type { ApiError, AuthMe, ReferralsAwaitedView, ReferralsPapersBody } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, EmptyState, focusPage, LinkButton, Loaded, Page, SignedIn, Steps } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { awaitedQuery } from '../../shared/applications/admissions'
import { applicantQuery } from '../../shared/applications/applicant'
import { useKept } from '../../shared/kept'
import { AboutService } from './AboutService'
import { ApplicantStep } from './ApplicantStep'
import { ChildrenStep } from './ChildrenStep'
import { firstTyped, type Typed } from './fields'
import { SignStep } from './SignStep'
import { papersTexts } from './texts'

export default function PapersPage() {
  const t = useTexts(papersTexts)
  return (
    <SignedIn>
      {(me) => (
        <>
          <BackLink href="/cabinet">{t('back')}</BackLink>
          <Page narrow title={t('title')}>
            <Papers me={me} />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Papers({ me }: { me: AuthMe }) {
  // a list of before the last papers would have everything typed once more
  const query = useQuery({ ...awaitedQuery, refetchOnMount: 'always' })
  const register = useQuery(applicantQuery)
  // the persons register may be silent: then the address is typed
  const known = register.isFetched || register.isError
  return (
    <Loaded query={query.isFetchedAfterMount ? query : { ...query, data: undefined, error: null }}>
      {(children) =>
        children.length === 0 ? (
          <Nobody />
        ) : (
          known && <Way me={me} items={children} address={register.data?.address ?? null} />
        )
      }
    </Loaded>
  )
}

function Nobody() {
  const t = useTexts(papersTexts)
  return (
    <EmptyState title={t('nobody')} action={<LinkButton href="/admissions">{t('journal')}</LinkButton>}>
      {t('nobodyAbout')}
    </EmptyState>
  )
}

export interface Asked {
  child: ReferralsAwaitedView
  body: ReferralsPapersBody
}

type Step = 'about' | 'applicant' | 'children' | 'sign'
const STEPS: readonly Step[] = ['applicant', 'children', 'sign']

interface WayProps {
  me: AuthMe
  items: readonly ReferralsAwaitedView[]
  address: string | null
}

/** Whoever is signing goes on with what was chosen, whatever becomes of the list meanwhile. */
function Way({ me, items, address }: WayProps) {
  const t = useTexts(papersTexts)
  const [step, setStep] = useState<Step>('about')
  // until something is typed it is what is known by now
  const [own, keep] = useKept<Typed | null>('papers', null)
  const typed = own ?? firstTyped(items, address)
  const [asked, ask] = useState<Asked | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const [refused, refuse] = useState<ApiError | null>(null)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (step !== 'about' && top.current) focusPage(top.current)
  }, [step])
  const first = items[0]
  if (step === 'about' || !first) return <AboutService items={items} onBegin={() => setStep('applicant')} />
  return (
    <>
      <div ref={top}>
        <Steps names={[t('stepApplicant'), t('stepChildren'), t('stepSign')]} current={STEPS.indexOf(step)} />
      </div>
      {step === 'applicant' && (
        <ApplicantStep
          applicant={first.applicant}
          typed={typed}
          refused={refused}
          onType={keep}
          onCancel={() => setStep('about')}
          onNext={() => {
            refuse(null)
            setStep('children')
          }}
        />
      )}
      {step === 'children' && (
        <ChildrenStep
          items={items}
          typed={typed}
          chosen={chosen}
          onChoose={choose}
          onBack={() => setStep('applicant')}
          onNext={(next) => {
            ask(next)
            setStep('sign')
          }}
        />
      )}
      {step === 'sign' && asked && (
        <SignStep
          {...asked}
          language={me.language}
          onBack={() => setStep('children')}
          onRefused={(refusal) => {
            refuse(refusal)
            setStep('applicant')
          }}
        />
      )}
    </>
  )
}
