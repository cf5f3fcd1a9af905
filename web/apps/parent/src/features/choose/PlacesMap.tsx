/** A plain plan of the kindergartens, on which the family sets the point it measures from: by finger, mouse or keys. */
import { useLanguage, useTexts } from '@kezek/i18n'
import type { Numbered } from '@kezek/place-choice'
import { formatDistance, type Point } from '@kezek/place-choice/distance'
import { Actions, Button, Notice } from '@kezek/ui'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

import css from './Choose.module.css'
import { Marker, type Spot } from './Marker'
import { barOf, type Plan, planOf } from './plan'
import { chooseTexts } from './texts'

interface MapProps {
  gardens: readonly Numbered[]
  point: Point | null
  onSet: (point: Point | null) => void
}

export default function PlacesMap({ gardens, point, onSet }: MapProps) {
  const t = useTexts(chooseTexts)
  // a point far away would make the kindergartens one spot
  const plan = planOf(gardens.map(({ location }) => location))
  return (
    <div className={css.map}>
      <p id="map-how">{t('mapHow')}</p>
      <Drawing plan={plan} gardens={gardens} point={point} onSet={onSet} />
      <p className={css.about}>{t('mapKept')}</p>
      <Ways point={point} onSet={onSet} />
    </div>
  )
}

const STEP = 6
/** A finger never lies quite still, in pixels of the screen. */
const STILL_PX = 8
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
}

function Drawing({ plan, gardens, point, onSet }: MapProps & { plan: Plan }) {
  const t = useTexts(chooseTexts)
  const language = useLanguage()
  const drawing = useRef<SVGSVGElement>(null)
  const pressed = useRef<Spot | null>(null)
  const x = point ? plan.x(point) : plan.width / 2
  const y = point ? plan.y(point) : plan.height / 2
  const bar = barOf(plan)
  const set = (toX: number, toY: number) =>
    onSet(plan.at(Math.min(Math.max(toX, 0), plan.width), Math.min(Math.max(toY, 0), plan.height)))
  const setAt = (clientX: number, clientY: number) => {
    const box = drawing.current?.getBoundingClientRect()
    if (box) set(((clientX - box.left) / box.width) * plan.width, ((clientY - box.top) / box.height) * plan.height)
  }
  const tip = () => {
    const box = drawing.current?.getBoundingClientRect()
    return box && { x: box.left + (x / plan.width) * box.width, y: box.top + (y / plan.height) * box.height }
  }
  const step = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (!arrow) return
    event.preventDefault()
    set(x + arrow[0], y + arrow[1])
  }
  return (
    <svg
      ref={drawing}
      role="application"
      aria-label={t('map')}
      aria-describedby="map-how"
      tabIndex={0}
      viewBox={`0 0 ${String(plan.width)} ${String(plan.height)}`}
      className={css.plan}
      onKeyDown={step}
      onPointerDown={({ clientX, clientY }) => {
        pressed.current = { x: clientX, y: clientY }
      }}
      onPointerUp={(event) => {
        if (isTap(pressed.current, event)) setAt(event.clientX, event.clientY)
        pressed.current = null
      }}
      onPointerCancel={() => {
        pressed.current = null
      }}
    >
      {gardens.map(({ id, number, location }) => (
        <g key={id} aria-hidden="true">
          <circle cx={plan.x(location)} cy={plan.y(location)} r="11" className={css.garden} />
          <text x={plan.x(location)} y={plan.y(location) + 4} className={css.number}>
            {number}
          </text>
        </g>
      ))}
      {point && <Marker x={x} y={y} tip={tip} onMove={setAt} />}
      <g aria-hidden="true">
        <path d={`M12 ${String(plan.height - 12)}h${String(bar / plan.scale)}`} className={css.bar} />
        <text x="12" y={plan.height - 18} className={css.barText}>
          {formatDistance(bar, language)}
        </text>
        <text x={plan.width - 10} y="20" textAnchor="end" className={css.barText}>
          {t('north')}
        </text>
      </g>
    </svg>
  )
}

/** Whether it was pressed and let go in one spot: who scrolls the page past the plan sets nothing. */
function isTap(pressed: Spot | null, { clientX, clientY }: PointerEvent): boolean {
  return pressed !== null && Math.hypot(clientX - pressed.x, clientY - pressed.y) <= STILL_PX
}

/** Without a map: by the device, on request only; and the point is forgotten. */
function Ways({ point, onSet }: Pick<MapProps, 'point' | 'onSet'>) {
  const t = useTexts(chooseTexts)
  const [asks, setAsks] = useState<'asking' | 'failed' | null>(null)
  const locate = () => {
    setAsks('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setAsks(null)
        onSet({ latitude, longitude })
      },
      () => setAsks('failed'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <>
      {asks === 'failed' && (
        <Notice kind="bad" live>
          {t('noLocation')}
        </Notice>
      )}
      <Actions>
        {'geolocation' in navigator && (
          <Button kind="second" small aria-disabled={asks === 'asking'} onClick={locate}>
            {asks === 'asking' ? t('locating') : t('locate')}
          </Button>
        )}
        {point && (
          <Button kind="second" small onClick={() => onSet(null)}>
            {t('forgetPoint')}
          </Button>
        )}
      </Actions>
    </>
  )
}
