// The closed words of a case in English letters, for residents of the EU.
import { partsOf, weekdayOf } from '../../shared/rules/calendar.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Wording } from './wording.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const basis = 'Section 12 of our privacy policy'

/** `englishDate('2026-11-24')` is `'24 November 2026'`. */
function englishDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${months[month - 1] ?? ''} ${year}`
}

export const englishWording: Wording = {
  date: englishDate,
  until: (date) => `${weekdays[weekdayOf(date)] ?? ''}, ${englishDate(date)}`,
  amount: (yen) => yen.toLocaleString('en-GB'),
  numberLabel: 'Case no.',
  regarding: (requester) => `On behalf of ${requester}`,
  page: (page, of) => `${page}/${of}`,
  honorific: '',
  matters: {
    'purpose-notification': 'request to be informed of the purposes for which we use your personal data',
    disclosure: 'request for access to your personal data',
    'third-party-record-disclosure': 'request for access to the records of disclosure to third parties',
    correction: 'request for rectification of your personal data',
    addition: 'request for completion of your personal data',
    deletion: 'request for deletion of inaccurate personal data',
    suspension: 'request to restrict the use of your personal data',
    erasure: 'request for erasure of your personal data',
    'third-party-suspension': 'request to stop the provision of your personal data to third parties',
    complaint: 'complaint about the handling of your personal data',
    consultation: 'enquiry about the handling of your personal data',
  },
  actions: {
    'purpose-notification': 'information',
    disclosure: 'access',
    'third-party-record-disclosure': 'access',
    correction: 'rectification',
    addition: 'completion',
    deletion: 'deletion',
    suspension: 'restriction of use',
    erasure: 'erasure',
    'third-party-suspension': 'end of provision to third parties',
    complaint: 'answer',
    consultation: 'answer',
  },
  subjects: {
    'purpose-notification': 'personal data',
    disclosure: 'personal data',
    'third-party-record-disclosure': 'records of disclosure to third parties',
    correction: 'personal data',
    addition: 'personal data',
    deletion: 'personal data',
    suspension: 'personal data',
    erasure: 'personal data',
    'third-party-suspension': 'personal data',
    complaint: 'personal data',
    consultation: 'personal data',
  },
  formTitles: {
    'purpose-notification': 'Request for Information on Purposes of Use',
    disclosure: 'Request for Access to Personal Data',
    'third-party-record-disclosure': 'Request for Access to Third-Party Records',
    correction: 'Request for Rectification of Personal Data',
    addition: 'Request for Completion of Personal Data',
    deletion: 'Request for Deletion of Inaccurate Personal Data',
    suspension: 'Request for Restriction of Use',
    erasure: 'Request for Erasure of Personal Data',
    'third-party-suspension': 'Request to Stop Provision to Third Parties',
    complaint: 'Complaint',
    consultation: 'Enquiry',
  },
  sheetTitles: {
    'purpose-notification': 'Annex',
    disclosure: 'Annex: Personal Data Disclosed',
    'third-party-record-disclosure': 'Annex: Third-Party Records Disclosed',
    correction: 'Annex',
    addition: 'Annex',
    deletion: 'Annex',
    suspension: 'Annex',
    erasure: 'Annex',
    'third-party-suspension': 'Annex',
    complaint: 'Annex',
    consultation: 'Annex',
  },
  items: {
    'id-missing': {
      title: 'Proof of identity',
      found: 'No copy of an identity document was enclosed.',
      wanted:
        'Please send one copy of a valid identity document, issued by a public authority, that shows your name and address.',
    },
    'id-not-accepted': {
      title: 'Kind of document',
      found: 'We cannot accept the kind of document you sent as proof of your identity.',
      wanted: 'Please send one copy of another document issued by a public authority that shows your name and address.',
    },
    'id-expired': {
      title: 'Validity',
      found: 'The document you sent is no longer valid.',
      wanted: 'Please send one copy of a document that is still valid.',
    },
    'id-illegible': {
      title: 'Legibility',
      found: 'Parts of the copy are unclear, so that we could not read them.',
      wanted: 'Please send one copy on which all text can be read clearly.',
    },
    'id-side-missing': {
      title: 'Other side',
      found: 'The side of the document that shows changes of address was not enclosed.',
      wanted: 'Please send copies of both sides.',
    },
    'id-address-missing': {
      title: 'Address',
      found: 'The document you sent does not show your address.',
      wanted: 'Please send one copy of a document that shows both your name and your address.',
    },
    'id-address-differs': {
      title: 'Address differs',
      found: 'The address on the form is not the address on the identity document.',
      wanted: 'Please send one copy of a document with your present address, or one that shows the change of address.',
    },
    'id-name-differs': {
      title: 'Name differs',
      found: 'The name on the form is not the name on the identity document.',
      wanted: 'Please send one copy of a document with your present name, or one that shows the change of name.',
    },
    'id-forbidden-field': {
      title: 'Visible details',
      found:
        'The copy shows details that we may not keep, such as a place of family register or a national identification number.',
      wanted: 'Please cover these details with paper before you copy the document, and send one new copy.',
    },
    'form-missing': {
      title: 'Form',
      found: 'Our form was not enclosed.',
      wanted: 'Please fill in the form and send it to us.',
    },
    'form-incomplete': {
      title: 'Entries missing',
      found: 'Some entries of the form were left empty.',
      wanted: 'Please fill in the empty entries of the enclosed form and send it back.',
    },
    'form-illegible': {
      title: 'Form unclear',
      found: 'Parts of the form could not be read.',
      wanted: 'Please write these parts again clearly and send them to us.',
    },
    'form-unsigned': {
      title: 'Signature',
      found: 'The form was not signed.',
      wanted: 'Please sign the form (a representative signs in person) and send it back.',
    },
  },
  illegible: {
    'too-blurred': {
      found: 'The print of the copy is blurred, so that we could not read it.',
      wanted: 'Please keep the document still and in focus while it is copied.',
    },
    'too-faint': {
      found: 'The print of the copy is too faint for us to read.',
      wanted: 'Please copy it darker.',
    },
    'too-small': {
      found: 'The print of the copy is too small or too coarse for us to read.',
      wanted: 'Please copy it at full size or larger (a scanned picture at 300 dpi or more).',
    },
    'cut-off': {
      found: 'The edge of the document is cut off on the copy, so that a part of it is missing.',
      wanted: 'Please lay the document so that all of it is on the sheet.',
    },
  },
  sentenceGap: ' ',
  legal: {
    claim: 'Chapter III of the General Data Protection Regulation (GDPR)',
    idDocuments: [
      { name: 'Passport', note: 'the page with your photograph, and a second document that shows your address' },
      { name: 'National identity card', note: 'both sides; cover any national identification number' },
      { name: 'Residence permit or card', note: 'both sides, still valid' },
      { name: 'Driving licence', note: 'both sides, if it shows your address' },
    ],
    refusals: {
      'identity-not-verified': {
        title: 'Your identity could not be verified',
        basis,
        text: 'The documents you sent did not allow us to verify that the request was made by the person concerned.',
      },
      'authority-not-verified': {
        title: 'The authority of the representative could not be verified',
        basis,
        text: 'The request was made by a representative whose authority we could not verify.',
      },
      'documents-incomplete': {
        title: 'The required documents are incomplete',
        basis,
        text: 'The required documents were incomplete, so that we could not proceed with the request.',
      },
      'not-retained-data': {
        title: 'We do not hold the data concerned',
        basis,
        text: 'What you asked about is not personal data that our company holds.',
      },
      'harm-to-rights': {
        title: 'The rights of you or of others would be harmed',
        basis,
        text: 'Complying with the request could harm the life, body, property or other rights and interests of you or of a third party.',
      },
      'hinders-business': {
        title: 'The proper conduct of our business would be seriously hindered',
        basis,
        text: 'Complying with the request could seriously hinder the proper conduct of our business.',
      },
      'violates-law': {
        title: 'Another law would be violated',
        basis,
        text: 'Complying with the request would violate another law.',
      },
    },
  },
  feeMeans: 'a postal money order',
}
