import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  choose: 'Choose a file',
  takePhoto: 'Take a photo',
  limits: 'PDF or photo (JPEG). Files: at most {most}, together at most {megabytes} MB.',
  limitsShared: 'PDF or photo (JPEG). Files: at most {most}. The files of all forms together at most {megabytes} MB.',
  shrunk: 'Large photos are made smaller on this device before they are sent.',
  list: 'Attached files',
  none: 'No files yet.',
  kilobytes: '{size} kB',
  megabytes: '{size} MB',
  preparing: 'Getting it ready…',
  sending: 'Sending: {percent}%',
  waiting: 'No connection. When it is back, sending goes on where it stopped.',
  checking: 'Being checked…',
  checkingLong:
    'The check takes longer than usual. The file is kept and the check ends by itself: go on with the form, or come back to this page later.',
  ready: 'Ready',
  unfinished: 'Sending was interrupted. To go on, choose this file again, or remove it.',
  failed: 'Not sent',
  again: 'Try again',
  againOf: 'Try again: {name}',
  remove: 'Remove',
  removeOf: 'Remove: {name}',
  progressOf: '{name}: sending',
  someWait: 'Files are still being sent or checked. Please wait.',
  someWrong: 'Remove the file that was not accepted, or replace it by another.',
  someExpired: 'The file was kept for too long. Remove it and attach it again.',
  tooMany: 'At most {most} files may be attached. “{name}” was not added: put the pages into one PDF.',
  tooLarge:
    'The files may have at most {megabytes} MB together. “{name}” was not added: save it at a lower quality, or take a photo of it.',
  tooLargeShared:
    'The files of all forms may have at most {megabytes} MB together. “{name}” was not added: save it at a lower quality, or take a photo of it.',
  empty: '“{name}” is empty and was not added.',
  notTaken: '“{name}” was not added: it must be a PDF or a JPEG photo.',
  gone: 'Some files are no longer kept. Attach them once more.',
  noAnswer:
    'The files could not be looked up: the service did not answer. What you typed stays; press the button again in a moment.',
  fault_type_not_taken: 'This is neither PDF nor JPEG. Save the document as PDF, or take a photo of it.',
  fault_not_what_its_name_says:
    'What is in the file does not fit the ending of its name. Save the document anew and attach it.',
  fault_damaged: 'The file is damaged and does not open. Save the document anew, or take a photo of it.',
  fault_locked: 'The file is locked by a password. Attach it without one, or print it and take a photo.',
  fault_has_program:
    'There is a program in the file, which is not accepted. Save the document as a plain PDF, or take a photo of it.',
  fault_has_files_inside:
    'There are other files in the PDF, which is not accepted. Save the document as a plain PDF, or take a photo of it.',
  fault_more_behind: 'There are surplus data in the file. Save the document anew, or take a photo of it.',
  fault_picture_too_large: 'The picture is too large. Take it again at a lower resolution.',
  fault_too_complex: 'The file is too complex: it has too many pages or parts. Split it, or take a photo of it.',
  fault_infected: 'A virus was found in the file, and the file was deleted. Attach the document from another device.',
  fault_changed_on_the_way: 'The file changed while it was sent. Remove it and attach it again.',
  shown: 'Open file: {name}',
  noFiles: 'No files.',
  opening: 'The file is opened…',
  larger: 'Larger',
  smaller: 'Smaller',
  turn: 'Turn right',
  download: 'Download',
  openAgain: 'Open again',
  pictureOf: 'File: {name}',
  notShown: 'The file was not shown. Open it again, or download it.',
} as const satisfies English<typeof kk>
