/** Hands files in: chosen or photographed, sent at once, each with how far it is and what is wrong with it. */
import { useTexts } from '@kezek/i18n'
import { type ChangeEvent, type ReactNode, useId, useRef } from 'react'

import { classes } from '../classes'
import { focusPage } from '../focus'
import { Button } from '../form/Button'
import { Hidden } from '../text/Hidden'
import { Notice } from '../text/Notice'
import { FileLine } from './FileLine'
import css from './Files.module.css'
import { filesTexts } from './texts'
import type { Files } from './useFiles'

interface FilesFieldProps {
  files: Files
  legend: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** The id of the button: an error summary leads to it. */
  id?: string
}

const TAKEN = '.pdf,.jpg,.jpeg,application/pdf,image/*'

export function FilesField({ files, legend, hint, error, id }: FilesFieldProps) {
  const t = useTexts(filesTexts)
  const made = useId()
  const own = id ?? made
  const described = classes(`${own}-limits`, hint !== undefined && `${own}-hint`, error !== undefined && `${own}-error`)
  return (
    <fieldset className={classes(css.field, error !== undefined && css.wrong)} aria-describedby={described}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <div id={`${own}-hint`} className={css.hint}>
          {hint}
        </div>
      )}
      <p id={`${own}-limits`} className={css.hint}>
        {t(files.limits.shared ? 'limitsShared' : 'limits', said(files))} {t('shrunk')}
      </p>
      {error !== undefined && (
        <p id={`${own}-error`} className={css.error}>
          {error}
        </p>
      )}
      <Lines files={files} />
      <div className={css.ways}>
        <Chooser id={own} accept={TAKEN} onChoose={files.add}>
          {t('choose')}
        </Chooser>
        <div className={css.camera}>
          <Chooser id={`${own}-camera`} accept="image/*" camera onChoose={files.add}>
            {t('takePhoto')}
          </Chooser>
        </div>
      </div>
      <NotAdded files={files} />
    </fieldset>
  )
}

function Lines({ files }: { files: Files }) {
  const t = useTexts(filesTexts)
  if (files.items.length === 0) return <p className={css.hint}>{t('none')}</p>
  return (
    <>
      <Hidden>{t('list')}</Hidden>
      <ul className={css.list}>
        {files.items.map((item) => (
          <FileLine
            key={item.key}
            item={item}
            onAgain={() => files.again(item.key)}
            onRemove={(button) => {
              focusPage(button)
              files.remove(item.key)
            }}
          />
        ))}
      </ul>
    </>
  )
}

function NotAdded({ files }: { files: Files }) {
  const t = useTexts(filesTexts)
  if (files.left.length === 0) return null
  return (
    <Notice kind="bad" live>
      {files.left.map(({ why, name }) => (
        <p key={`${why} ${name}`}>{t(why, { ...said(files), name })}</p>
      ))}
    </Notice>
  )
}

function said({ limits: { most, megabytes } }: Files) {
  return { most, megabytes }
}

interface ChooserProps {
  id: string
  accept: string
  /** Opens the phone's camera at once. */
  camera?: boolean
  onChoose: (chosen: File[]) => void
  children: string
}

/** A button; the browser's own control beside it speaks the browser's language, not the page's. */
function Chooser({ id, accept, camera = false, onChoose, children }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onChoose([...(event.target.files ?? [])])
    event.target.value = '' // the same file may be chosen again
  }
  return (
    <>
      <Button id={id} kind="second" small onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={chosen}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
      />
    </>
  )
}
