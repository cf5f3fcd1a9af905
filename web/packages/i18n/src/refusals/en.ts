import type { English } from '../dictionary'

import type kk from './kk'

export default {
  reason_age_of_group: 'the child’s age does not fit the group',
  reason_special_group_needed: 'the child needs a special group',
  reason_health: 'the medical papers tell against it',
  reason_data_differ: 'the child’s papers say otherwise than the referral',
  reason_papers_not_given: 'papers that enrolment needs were not given',
  reason_no_room: 'there is no room in the group',
  reason_enrolled_elsewhere: 'the child is enrolled in another kindergarten',
  reason_family_declined: 'the family declined the place at the kindergarten',
  reason_other: 'another reason',
  outcome_upheld: 'The refusal is upheld: the child is not enrolled',
  outcome_overruled: 'The refusal is overruled: the kindergarten must enrol the child',
  under_review: 'An officer is to decide',
  ended: 'Nothing is to be decided any more: the referral is not valid',
} as const satisfies English<typeof kk>
