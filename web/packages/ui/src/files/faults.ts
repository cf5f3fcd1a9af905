/** Why a file is not taken, as the API names it; each has words. */
import type { DocumentsUploadView } from '@kezek/api'

export type Upload = DocumentsUploadView
export type Fault = NonNullable<Upload['fault']>
export type Purpose = Upload['purpose']
export type FaultTexts = Readonly<Record<`fault_${Fault}`, string>>
