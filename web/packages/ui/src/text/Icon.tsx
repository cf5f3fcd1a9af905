/** The small pictures of the tiles, in two lines of colour. */

const ICONS = {
  house: ['M3 11 12 3l9 8v10H3z', 'M9 21v-6h6v6'],
  table: ['M3 4h18v16H3zM3 9h18M9 9v11', 'M13 14h5'],
  garden: ['M12 21v-9M4 21h16', 'M12 12c-6 0-7-4-7-7 4 0 7 2 7 7zM12 12c6 0 7-4 7-7-4 0-7 2-7 7z'],
  case: ['M3 8h18v12H3zM9 8V4h6v4', 'M3 13h18'],
  bars: ['M5 21V11M12 21V4M19 21v-7', 'M2 21h20'],
  book: ['M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1z', 'M12 6v14'],
  paper: ['M5 2h9l5 5v15H5z', 'M9 14l2 2 4-4'],
  list: ['M8 6h13M8 12h13M8 18h13', 'M3 6h.01M3 12h.01M3 18h.01'],
  gear: ['M4 7h10M18 7h2M4 17h2M10 17h10', 'M16 5v4M8 15v4'],
  inbox: ['M3 13 6 4h12l3 9v7H3z', 'M3 13h5l2 3h4l2-3h5'],
  people: ['M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 20c0-7 12-7 12 0', 'M16 6a3 3 0 0 1 0 6M17 15c3 0 4 2 4 5'],
  map: ['M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2z', 'M9 4v14M15 6v14'],
  shield: ['M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z', 'M9 12l2 2 4-4'],
  eye: ['M2 12c5-9 15-9 20 0-5 9-15 9-20 0z', 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z'],
  pulse: ['M3 4h18v16H3z', 'M6 12h3l2-4 2 8 2-4h3'],
  check: ['M4 4h16v16H4z', 'M8 12l3 3 5-6'],
  person: ['M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z', 'M4 21c0-9 16-9 16 0'],
} as const satisfies Record<string, readonly [string, string]>

export type IconName = keyof typeof ICONS

export function Icon({ name }: { name: IconName }) {
  const [lines, accent] = ICONS[name]
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" strokeWidth="2" aria-hidden="true">
      <path d={lines} stroke="#0b5563" />
      <path d={accent} stroke="#b98226" />
    </svg>
  )
}
