/** The camera reads the code's QR, where the browser can; without it the digits are typed. */
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Notice } from '@kezek/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import css from './Attendance.module.css'
import { attendanceTexts } from './texts'

/** Of the browser's own, which TypeScript does not know yet. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>
}
type DetectorType = new (options: { formats: readonly string[] }) => Detector

const EVERY_MS = 250

function detectorOf(): DetectorType | undefined {
  return (globalThis as { BarcodeDetector?: DetectorType }).BarcodeDetector
}

/** Whether this browser reads codes and may be given a camera. */
export function canScan(): boolean {
  return detectorOf() !== undefined && 'mediaDevices' in navigator
}

interface ScannerProps {
  onRead: (code: string) => void
  onCancel: () => void
}

export function Scanner({ onRead, onCancel }: ScannerProps) {
  const t = useTexts(attendanceTexts)
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  const tell = useEffectEvent((code: string | null) => {
    if (code !== null) onRead(code)
  })
  useEffect(() => {
    const ended = new AbortController()
    scan(video.current, ended.signal)
      .then((code) => tell(code))
      .catch(() => {
        if (!ended.signal.aborted) setFailed(true)
      })
    return () => ended.abort()
  }, [])
  if (failed) return <Notice kind="bad" title={t('noCamera')} live />
  return (
    <>
      <video ref={video} className={css.camera} muted playsInline aria-label={t('camera')} />
      <Actions>
        <Button kind="second" small onClick={onCancel}>
          {t('stopCamera')}
        </Button>
      </Actions>
    </>
  )
}

/** The first code of eight digits that the camera sees; null once nobody looks any more. */
async function scan(video: HTMLVideoElement | null, ended: AbortSignal): Promise<string | null> {
  const Type = detectorOf()
  if (!Type || !video) return null
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const stop = () => camera.getTracks().forEach((track) => track.stop())
  const over = () => ended.aborted // it changes while we wait
  try {
    if (over()) return null
    video.srcObject = camera
    await video.play()
    const detector = new Type({ formats: ['qr_code'] })
    while (!over()) {
      const seen = await detector.detect(video)
      const code = seen.map(({ rawValue }) => rawValue).find((value) => /^\d{8}$/.test(value))
      if (code !== undefined) return code
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
    return null
  } finally {
    stop()
  }
}
