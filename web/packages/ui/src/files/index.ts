/** Files that people hand in, and how who decides on them sees them. */
export { FilesBeside, type KeptFile, type LinkOf } from './FilesBeside'
export { FilesField } from './FilesField'
export { SignedContract } from './SignedContract'
export { ofForm as uploadsOf } from './send'
export { filesTexts } from './texts'
export { bytesOf, counted, type Hindrance, type Item, type Limits, MEGABYTE } from './items'
export { useSize } from './size'
export { type Files, useFiles } from './useFiles'
