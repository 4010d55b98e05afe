// Which screen stands at which place.
import { unreachable } from '../shared/faults.ts'
import type { Place } from './places.ts'
import { Audit } from './screens/audit/audit.tsx'
import { Board } from './screens/board/board.tsx'
import { Case } from './screens/case/case.tsx'
import { Cases } from './screens/cases/cases.tsx'
import { Certificate } from './screens/certificates/certificate.tsx'
import { Certificates } from './screens/certificates/certificates.tsx'
import { Fees } from './screens/fees/fees.tsx'
import { Inbox } from './screens/inbox/inbox.tsx'
import { Post } from './screens/post/post.tsx'
import { Printing } from './screens/printing/printing.tsx'
import { Reports } from './screens/reports/reports.tsx'
import { Letters } from './screens/letters/letters.tsx'
import { Review } from './screens/review/review.tsx'
import { Rules } from './screens/rules/rules.tsx'
import { SettingsScreen } from './screens/settings/settings.tsx'
import { Staff } from './screens/staff/staff.tsx'
import { Wipe } from './screens/wipe/wipe.tsx'

export function ScreenAt({ place }: { place: Place }) {
  switch (place.screen) {
    case 'board':
      return <Board />
    case 'inbox':
      return <Inbox />
    case 'review':
      return <Review key={place.scanId} scanId={place.scanId} />
    case 'cases':
      return <Cases />
    case 'case':
      return <Case key={place.caseId} caseId={place.caseId} tab={place.tab ?? 'overview'} />
    case 'post':
      return <Post />
    case 'wipe':
      return <Wipe key={place.caseId} caseId={place.caseId} />
    case 'certificates':
      return <Certificates />
    case 'certificate':
      return <Certificate key={place.wipeId} wipeId={place.wipeId} />
    case 'reports':
      return <Reports />
    case 'audit':
      return <Audit />
    case 'staff':
      return <Staff />
    case 'fees':
      return <Fees />
    case 'printing':
      return <Printing />
    case 'settings':
      return <SettingsScreen />
    case 'letters':
      return <Letters />
    case 'rules':
      return <Rules />
    default:
      return unreachable(place)
  }
}
