import type { ApplicationsClaimKind, DocumentsFilePurpose } from '@kezek/api'

/** As what the scans of a claim are handed in. */
export const PURPOSES: Readonly<Record<ApplicationsClaimKind, DocumentsFilePurpose>> = {
  registration: 'registration',
  representation: 'representation',
  benefit: 'benefit_proof',
  special_needs: 'commission_conclusion',
}
