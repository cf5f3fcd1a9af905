/** What was typed stays while one looks at another way in. */
import { useState } from 'react'

export interface Typed {
  iin: string
  phone: string
  setIin: (iin: string) => void
  setPhone: (phone: string) => void
}

export function useTyped(): Typed {
  const [iin, setIin] = useState('')
  const [phone, setPhone] = useState('')
  return { iin, phone, setIin, setPhone }
}
