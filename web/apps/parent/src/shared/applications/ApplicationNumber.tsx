import { Fragment } from 'react'

/** 16.UO.2026.00001.1, which may go on in the next line after a dot; copied, it is the number and nothing else. */
export function ApplicationNumber({ children }: { children: string }) {
  return children.split('.').map((part, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <>
          .<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))
}
