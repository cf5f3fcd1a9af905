/** A refusal or failure in words: what happened, what did not, what to do, and a way to try again. */
import { type ApiError, districtsQuery } from '@kezek/api'
import { commonTexts, type ProblemText, useLanguage, useProblemText, useTexts } from '@kezek/i18n'
import { useQuery } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense } from 'react'

import { focusPage } from '../focus'
import { Button } from '../form/Button'
import { type Focused, Notice } from '../text/Notice'

interface ProblemProps {
  error: ApiError
  onRetry?: () => void
  /** Takes the focus: what was pressed may go away. */
  focused?: Focused
  /** Another way on. */
  children?: ReactNode
}

export function ProblemNotice(props: ProblemProps) {
  return <InWords error={props.error}>{(text) => <Shown {...props} text={text} />}</InWords>
}

function Shown({ text, onRetry, focused = false, children }: ProblemProps & { text: ProblemText }) {
  const t = useTexts(commonTexts)
  return (
    <Notice kind="bad" live focused={focused} title={text.title}>
      {text.advice.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {onRetry && (
        <Button
          kind="second"
          small
          onClick={(event) => {
            focusPage(event.currentTarget)
            onRetry()
          }}
        >
          {t('retry')}
        </Button>
      )}
      {children}
    </Notice>
  )
}

interface InWordsProps {
  error: ApiError
  children: (text: ProblemText) => ReactNode
}

/** The words of an error for whoever shows it; where they cannot be fetched, or are not known, general ones. */
export function InWords({ error, children }: InWordsProps) {
  const general = <General>{children}</General>
  return (
    <Otherwise shown={general}>
      <Suspense fallback={null}>
        <Exact error={error} otherwise={general}>
          {children}
        </Exact>
      </Suspense>
    </Otherwise>
  )
}

function Exact({ error, otherwise, children }: InWordsProps & { otherwise: ReactNode }) {
  const { problem } = error
  const wordsOf = useProblemText()
  const language = useLanguage()
  const code = 'district' in problem.params ? problem.params.district : undefined
  const { data: districts = [] } = useQuery({ ...districtsQuery, enabled: code !== undefined })
  const text = wordsOf(problem, districts.find((district) => district.code === code)?.name[language])
  return text ? children(text) : otherwise
}

function General({ children }: Pick<InWordsProps, 'children'>) {
  const t = useTexts(commonTexts)
  return children({ title: t('unknownProblem'), advice: [t('unknownProblemAdvice')] })
}

/** Shows something else when what is inside cannot be loaded. */
class Otherwise extends Component<{ shown: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.shown : this.props.children
  }
}
