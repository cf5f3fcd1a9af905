import type { Kazakh } from '../dictionary'

export default {
  reason_age_of_group: 'баланың жасы топқа сәйкес келмейді',
  reason_special_group_needed: 'балаға арнаулы топ қажет',
  reason_health: 'медициналық құжаттар бойынша қарсы көрсетілім бар',
  reason_data_differ: 'баланың құжаттарындағы деректер жолдамаға сәйкес келмейді',
  reason_papers_not_given: 'қабылдауға қажетті құжаттар берілмеді',
  reason_no_room: 'топта бос орын жоқ',
  reason_enrolled_elsewhere: 'бала басқа балабақшада есепте тұр',
  reason_family_declined: 'отбасы балабақшаның өзінде орыннан бас тартты',
  reason_other: 'басқа себеп',
  outcome_upheld: 'Бас тарту расталды: бала қабылданбайды',
  outcome_overruled: 'Бас тарту расталмады: балабақша баланы қабылдауға міндетті',
  under_review: 'Уәкілетті тұлғаның шешімі күтілуде',
  ended: 'Шешім енді қажет емес: жолдама жарамсыз',
} as const satisfies Kazakh
