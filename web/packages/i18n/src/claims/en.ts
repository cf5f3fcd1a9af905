import type { English } from '../dictionary'

import type kk from './kk'

export default {
  kind_registration: 'registration in the district (non-resident)',
  kind_representation: 'representation by law',
  kind_benefit: 'benefit',
  kind_special_needs: 'special educational needs',
  claim_waiting: 'Waits for a decision',
  claim_better_copy_asked: 'A better copy is asked for',
  claim_unproved: 'A proof is awaited',
  claim_confirmed: 'Confirmed',
  claim_rejected: 'Rejected',
  claim_expired: 'Ran out',
  reason_unreadable: 'the copy cannot be read',
  reason_incomplete: 'papers are missing',
  reason_out_of_date: 'the paper is out of date',
  reason_data_differ: 'the paper says otherwise than the application',
  reason_not_entitled: 'the paper does not give this right',
  reason_not_registered: 'the registration in the district is not shown',
  reason_not_representative: 'the representation is not shown',
  reason_other: 'another reason',
} as const satisfies English<typeof kk>
