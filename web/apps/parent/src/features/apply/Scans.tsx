/** Scans that show something: chosen or photographed, sent at once, each taken back as one likes. */
import { ApiError } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Hidden, InWords, Stack } from '@kezek/ui'
import { filesTexts, takeBack } from '@kezek/ui/files'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import css from './Apply.module.css'
import type { BranchProps } from './ChildStep'
import type { Papers, Scan } from './form'
import { formQuery } from './queries'
import { applyTexts } from './texts'
import { send } from './upload'

interface ScansProps extends BranchProps {
  group: Papers
  label: string
}

export function Scans({ form, change, errorOf, group, label }: ScansProps) {
  const t = useTexts(applyTexts)
  const ofFiles = useTexts(filesTexts)
  const { data } = useQuery(formQuery(form.district))
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<ApiError | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const most = data?.files ?? 3
  const scans = form.scans[group]
  const put = (next: typeof scans) => change({ scans: { ...form.scans, [group]: next } })
  const add = async (file: File) => {
    setFailed(null)
    setRefused(null)
    setShare(0)
    try {
      const { filesDraft: draftId, district } = form
      const sent = await send({ file, group, draftId, district, onProgress: setShare })
      if (sent.receipt) put([...scans, { id: sent.id, name: sent.name, receipt: sent.receipt }])
      else if (sent.fault) setRefused(`${sent.name}: ${ofFiles(`fault_${sent.fault}`)}`)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailed(error)
    } finally {
      setShare(null)
    }
  }
  const remove = (id: string) => {
    put(scans.filter((each) => each.id !== id))
    takeBack(id).catch(() => undefined) // documents sweeps what nobody keeps
  }
  return (
    <Stack>
      <Chooser
        id={`scans-${group}`}
        label={label}
        hint={t('scansHint', { files: most, megabytes: data?.megabytes ?? 10 })}
        error={errorOf(`scans-${group}`) ?? refused ?? undefined}
        disabled={share !== null || scans.length >= most}
        onChoose={(file) => void add(file)}
      />
      {share !== null && (
        <p role="status">
          {t('scanSending')} <progress max={1} value={share} aria-label={t('scanSending')} />
        </p>
      )}
      {failed && <Failed error={failed} />}
      {scans.length > 0 && <Given scans={scans} onRemove={remove} />}
    </Stack>
  )
}

/** What was handed in so far. */
function Given({ scans, onRemove }: { scans: Scan[]; onRemove: (id: string) => void }) {
  const t = useTexts(applyTexts)
  return (
    <ul className={css.list}>
      {scans.map(({ id, name }) => (
        <li key={id}>
          {name}{' '}
          <Button kind="second" small onClick={() => onRemove(id)} aria-label={t('scanRemoveNamed', { name })}>
            {t('scanRemove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Failed({ error }: { error: ApiError }) {
  return (
    <InWords error={error}>
      {(text) => (
        <p role="alert">
          {text.title} {text.advice.join(' ')}
        </p>
      )}
    </InWords>
  )
}

interface ChooserProps {
  id: string
  label: string
  hint: string
  error: string | undefined
  disabled: boolean
  onChoose: (file: File) => void
}

/** Browsers write beside a field for files in a language of their own: the button stands for it. */
function Chooser({ id, label, hint, error, disabled, onChoose }: ChooserProps) {
  const t = useTexts(applyTexts)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={css.scans}>
      <p className={css.label}>{label}</p>
      <p id={`${id}-hint`} className={css.hint}>
        {hint}
      </p>
      {error !== undefined && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
      <input
        ref={input}
        id={`${id}-file`}
        hidden
        type="file"
        accept=".pdf,.jpg,.jpeg,application/pdf,image/*"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onChoose(file)
          target.value = ''
        }}
      />
      <Button
        id={id}
        kind="second"
        disabled={disabled}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        onClick={() => input.current?.click()}
      >
        {t('scanChoose')}
        <Hidden>: {label}</Hidden>
      </Button>
    </div>
  )
}
