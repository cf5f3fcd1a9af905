/** The mark of Kezek: three rhombi, one in the other. */
export function Mark() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 2l14 14-14 14L2 16z" fill="none" stroke="#f3cf86" strokeWidth="2" />
      <path d="M16 8l8 8-8 8-8-8z" fill="#fff" />
      <path d="M16 12.5l3.5 3.5-3.5 3.5-3.5-3.5z" fill="#b98226" />
    </svg>
  )
}
