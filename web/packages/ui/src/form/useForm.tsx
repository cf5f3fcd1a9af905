/**
 * What is wrong with a form: found by its own checks before it is sent, or told by the API afterwards.
 *
 * The ids of the fields are their names here, so that the summary leads to them.
 */
import { ApiError, type ProblemCode } from '@kezek/api'
import { commonTexts, fieldTexts, problemTexts, useLanguage, useTexts } from '@kezek/i18n'
import { type ReactNode, useEffect, useState } from 'react'

import { InWords } from '../state/ProblemNotice'
import { ErrorSummary, type FormError } from './ErrorSummary'

/** What is wrong with a field, or nothing. */
type Checks<Field extends string> = Partial<Record<Field, string | false | null | undefined>>

interface Wrong {
  /** Null for the form's own checks. */
  error: ApiError | null
  errors: readonly FormError[]
}

export interface Form<Field extends string> {
  /** Stands on top of the form; nothing as long as nothing is wrong. */
  summary: ReactNode
  /** The words for a field, for its `error`. */
  errorOf: (field: Field) => string | undefined
  /** Shows what is wrong; true if nothing is. */
  check: (checks: Checks<Field>) => boolean
  /** Shows what the API refused: at the fields where it names them. */
  fail: (error: unknown) => void
  clear: () => void
}

/** `fieldOf` names the field that a refusal is about, as `{ code_wrong: 'code' }`. */
export function useForm<Field extends string>(fieldOf: Partial<Record<ProblemCode, Field>> = {}): Form<Field> {
  const t = useTexts(commonTexts)
  const fields = useTexts(fieldTexts)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const language = useLanguage()
  // fetched while there is a connection: it may be the connection that fails
  useEffect(() => void problemTexts.load(language).catch(() => undefined), [language])
  // a code that only a later release of the API knows is its own text
  const textOf = (code: string) => [fields(code as FieldCode)].find((text) => text !== code) ?? fields('other')
  return {
    summary: wrong && <Summary wrong={wrong} title={t('checkFields')} />,
    errorOf: (field) => wrong?.errors.find((error) => error.field === field)?.text,
    check: (checks) => {
      const errors = Object.entries<string | false | null | undefined>(checks).flatMap(([field, text]) =>
        text ? [{ field, text }] : [],
      )
      setWrong(errors.length > 0 ? { error: null, errors: named(errors) } : null)
      return errors.length === 0
    },
    fail: (error) => {
      if (!(error instanceof ApiError)) throw error
      const field = fieldOf[error.problem.code]
      const about = field === undefined ? [] : [{ field, text: fields('other') }]
      setWrong({ error, errors: named([...about, ...fieldErrors(error, textOf)]) })
    },
    clear: () => setWrong(null),
  }
}

type FieldCode = Parameters<ReturnType<typeof useTexts<NonNullable<typeof fieldTexts.base>>>>[0]

/** `body.child.iin` is the field `child.iin`. */
function fieldErrors(error: ApiError, textOf: (code: string) => string): FormError[] {
  if (!error.is('request_invalid')) return []
  return error.problem.params.fields.map(({ field, code }) => ({
    field: field.replace(/^\w+\./, ''),
    text: textOf(code),
  }))
}

/** Where the same words stand twice, each with the name of its field. */
function named(errors: readonly FormError[]): FormError[] {
  const twice = (said: string) => errors.filter(({ text }) => text === said).length > 1
  return errors.map((error) => (twice(error.text) ? { ...error, label: labelOf(error.field) } : error))
}

const LABELLED = [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement]
type Labelled = InstanceType<(typeof LABELLED)[number]>

function labelOf(field = ''): string | undefined {
  const control = document.getElementById(field)
  return LABELLED.find((kind) => control instanceof kind) && (control as Labelled).labels?.[0]?.textContent
}

function Summary({ wrong: { error, errors }, title }: { wrong: Wrong; title: string }) {
  if (!error) return <ErrorSummary title={title} errors={errors} />
  return (
    <InWords error={error}>
      {(text) => (
        <ErrorSummary title={text.title} errors={errors}>
          {text.advice.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </ErrorSummary>
      )}
    </InWords>
  )
}
