import { useLive } from './useLive'

/** Shows nothing: while it stands in the frame, what changes appears by itself. */
export default function Live() {
  useLive()
  return null
}
