/** A way on under its old name, and how several stand together. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { Icon, type IconName } from '../text/Icon'
import css from './Tile.module.css'

interface TileProps {
  icon: IconName
  href: string
  name: string
  about: string
  /** It leads to the other app. */
  elsewhere?: boolean
}

/** Cards with a tile each, side by side where there is room. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className={css.tiles}>{children}</div>
}

export function Tile({ icon, href, name, about, elsewhere = false }: TileProps) {
  return (
    <div className={css.tile}>
      <Icon name={icon} />
      <div>
        <h2 className={css.name}>{elsewhere ? <a href={href}>{name}</a> : <Link href={href}>{name}</Link>}</h2>
        <p className={css.about}>{about}</p>
      </div>
    </div>
  )
}
