/** What the family's page of a choice and the counter's show alike: the list, the chosen place, twins (domain §6.3). */
export { ChosenPlace } from './ChosenPlace'
export { Offers } from './Offers'
export { ANYTHING, type Numbered, type Place } from './offers'
export { isNoWayHere } from './refused'
export { placeTexts } from './texts'
export { Together, type TwinToChoose, twinsOf, type TwinWishes } from './Together'
