/** What the family's form and the counter's ask alike: questions, checks, and the body that the API takes. */
export {
  asAsked,
  type Asked,
  bodyOfAsked,
  isTyped,
  languagesOf,
  neededPapers,
  NO_TWIN,
  nothingAsked,
  type Papers as PaperGroup,
  papersMissing,
  type Scan,
  twinIins,
  type Wish,
  withWish,
} from './asked'
export { Benefit, Needs, Papers, Settlement } from './Branches'
export { checksOf, type FormField, type PartProps, SCANS } from './fields'
export { withFreshReceipts } from './fresh'
export { formQuery } from './queries'
export { formTexts } from './texts'
export { Twins } from './Twins'
export { Wishes } from './Wishes'
