/** Files shown beside a form to who decides on them: one at a time, pictures turned and enlarged. */
import type { ApiError } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { useState } from 'react'

import { classes } from '../classes'
import { Button } from '../form/Button'
import { save } from '../save'
import { ProblemNotice } from '../state/ProblemNotice'
import { Spinner } from '../state/Spinner'
import css from './Beside.module.css'
import { ShownFile } from './ShownFile'
import { useSize } from './size'
import { filesTexts } from './texts'
import { useLink } from './useLink'

export interface KeptFile {
  id: string
  name: string
  media_type: string
  size: number
}

/** Asks the service that keeps the file for a link of a minute; each opening is asked anew, and stands in the log. */
export type LinkOf = (file: KeptFile) => Promise<string>

interface FilesBesideProps {
  files: readonly KeptFile[]
  linkOf: LinkOf
}

export function FilesBeside({ files, linkOf }: FilesBesideProps) {
  const t = useTexts(filesTexts)
  const size = useSize()
  const [chosen, setChosen] = useState<string | null>(null)
  const file = files.find((each) => each.id === chosen)
  if (files.length === 0) return <p>{t('noFiles')}</p>
  return (
    <div className={css.beside}>
      <ul className={css.names} aria-label={t('list')}>
        {files.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className={classes(css.name, each.id === chosen && css.chosen)}
              aria-pressed={each.id === chosen}
              onClick={() => setChosen(each.id)}
            >
              {each.name} <span className={css.size}>{size(each.size)}</span>
            </button>
          </li>
        ))}
      </ul>
      {file && <Opened key={file.id} file={file} linkOf={linkOf} />}
    </div>
  )
}

function Opened({ file, linkOf }: { file: KeptFile; linkOf: LinkOf }) {
  const t = useTexts(filesTexts)
  const { link, error, open } = useLink(() => linkOf(file))
  const [refused, setRefused] = useState<ApiError | null>(null)
  const download = async () => {
    setRefused(null)
    try {
      save(await linkOf(file), file.name)
    } catch (failure) {
      setRefused(failure as ApiError)
    }
  }
  return (
    <section aria-label={t('shown', { name: file.name })} className={css.opened}>
      <div className={css.actions}>
        <Button kind="second" small onClick={open}>
          {t('openAgain')}
        </Button>
        <Button kind="second" small onClick={() => void download()}>
          {t('download')}
        </Button>
      </div>
      {refused && <ProblemNotice error={refused} />}
      {error && <ProblemNotice error={error} onRetry={open} />}
      {!error && !link && <Spinner>{t('opening')}</Spinner>}
      {link && <ShownFile key={link} file={file} link={link} />}
    </section>
  )
}
