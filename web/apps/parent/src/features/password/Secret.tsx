import { TextField } from '@kezek/ui'
import type { ComponentProps } from 'react'

type SecretProps = Pick<ComponentProps<typeof TextField>, 'id' | 'label' | 'hint' | 'error' | 'autoComplete'> & {
  shown: boolean
  value: string
  onType: (typed: string) => void
}

/** A password, shown only when its owner wants to see it. */
export function Secret({ shown, onType, ...rest }: SecretProps) {
  const type = shown ? 'text' : 'password'
  return <TextField {...rest} type={type} maxLength={512} onChange={(event) => onType(event.target.value)} />
}
