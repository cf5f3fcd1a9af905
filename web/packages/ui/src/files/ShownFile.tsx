/** A PDF in the browser's own viewer; a picture that can be turned and enlarged. */
import { useTexts } from '@kezek/i18n'
import { useState } from 'react'

import { Button } from '../form/Button'
import { Notice } from '../text/Notice'
import css from './Beside.module.css'
import type { KeptFile } from './FilesBeside'
import { filesTexts } from './texts'

const LARGEST = 4
const QUARTER = 90
const WHOLE = 360

export function ShownFile({ file, link }: { file: KeptFile; link: string }) {
  const t = useTexts(filesTexts)
  if (file.media_type === 'image/jpeg') return <Picture name={file.name} link={link} />
  return <iframe className={css.pdf} src={link} title={t('pictureOf', { name: file.name })} />
}

function Picture({ name, link }: { name: string; link: string }) {
  const t = useTexts(filesTexts)
  const [zoom, setZoom] = useState(1)
  const [angle, setAngle] = useState(0)
  const [broken, setBroken] = useState(false)
  if (broken) {
    return (
      <Notice kind="bad" live>
        {t('notShown')}
      </Notice>
    )
  }
  return (
    <>
      <div className={css.actions}>
        <Button kind="second" small disabled={zoom >= LARGEST} onClick={() => setZoom(zoom + 1)}>
          {t('larger')}
        </Button>
        <Button kind="second" small disabled={zoom <= 1} onClick={() => setZoom(zoom - 1)}>
          {t('smaller')}
        </Button>
        <Button kind="second" small onClick={() => setAngle((angle + QUARTER) % WHOLE)}>
          {t('turn')}
        </Button>
      </div>

      <div className={css.frame} tabIndex={0} role="group" aria-label={t('pictureOf', { name })}>
        <img
          src={link}
          alt={t('pictureOf', { name })}
          data-angle={angle}
          className={css.picture}
          style={{ width: `${String(zoom * 100)}%` }}
          onError={() => setBroken(true)}
        />
      </div>
    </>
  )
}
