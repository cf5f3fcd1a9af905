import { useRef } from 'react'

import css from './Choose.module.css'

/** On the screen, or on the plan. */
export interface Spot {
  x: number
  y: number
}

interface MarkerProps extends Spot {
  /** Where its tip is on the screen. */
  tip: () => Spot | undefined
  onMove: (clientX: number, clientY: number) => void
}

/** The point: held by a finger or the mouse it is dragged, and the page does not scroll by that. */
export function Marker({ x, y, tip, onMove }: MarkerProps) {
  // from where it is held to its tip
  const held = useRef<Spot | null>(null)
  const drop = () => {
    held.current = null
  }
  return (
    <g
      className={css.marker}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        const at = tip()
        if (at) held.current = { x: at.x - event.clientX, y: at.y - event.clientY }
      }}
      onPointerMove={({ clientX, clientY }) => {
        if (held.current) onMove(clientX + held.current.x, clientY + held.current.y)
      }}
      onPointerUp={drop}
      onPointerCancel={drop}
    >
      <circle cx={x} cy={y - 14} r="24" className={css.grip} />
      <path d={`M${String(x)} ${String(y)}l-9 -22a9.5 9.5 0 1 1 18 0z`} className={css.point} />
    </g>
  )
}
