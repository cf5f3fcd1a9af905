import { ApiError } from '@kezek/api'

/** Whether another document for the same place would be refused as well. */
export function isNoWayHere(error: unknown): error is ApiError {
  return error instanceof ApiError && error.is(...NO_WAY_HERE)
}

const NO_WAY_HERE = [
  'place_taken',
  'place_needed',
  'place_other_language',
  'place_cancelled_before',
  'place_of_own_kindergarten',
  'place_opens_later',
  'twins_not_called_together',
  'place_not_found',
  'turn_over',
  'open_referral_exists',
  'choice_not_allowed',
  'child_too_young',
  'child_too_old',
] as const
