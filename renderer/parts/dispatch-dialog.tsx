// When and how a letter was posted; a number that is scanned chooses the service, its check digit looked at while it is typed.
import { Alert, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterKind } from '../../shared/letters.ts'
import { numberDigits, postServices, postServiceSchema, type PostService } from '../../shared/post.ts'
import { parseTrackingNumber } from '../../shared/rules/tracking-number.ts'
import { useAct, useAnswer } from '../queries.ts'
import { useSession } from '../session.ts'
import { tell } from '../tell.ts'
import { DateField } from './date-field.tsx'
import { DialogEnd } from './dialog-end.tsx'
import { Dialog } from './dialog.tsx'
import { LineField } from './typed-fields.tsx'

export interface PostedNotice {
  id: string
  kind: LetterKind
}

/** A number of so many digits, when the service that is chosen has none. */
const usualOf: Readonly<Record<number, PostService>> = { 11: 'simple-registered', 12: 'letterpack-plus' }

export function DispatchDialog(props: {
  notice: PostedNotice
  /** E-mail is for Meta Quest users alone. */
  mayEmail: boolean
  isAgain: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { today } = useSession()
  const { notice } = props
  const settings = useAnswer('settings.desk', {})
  const [on, setOn] = useState<string | null>(today)
  const [chosen, setChosen] = useState<PostService | null>(null)
  const [typed, setTyped] = useState('')
  const dispatch = useAct('post.dispatch', {
    onDone: () => {
      tell(t('case.dispatched'))
      props.onClose()
    },
  })
  const parsed = typed.trim() === '' ? null : parseTrackingNumber(typed)
  const digits = parsed?.kind === 'valid' ? parsed.number.replaceAll('-', '').length : null
  const usual = settings.data?.postServices[notice.kind] ?? 'ordinary'
  const service = serviceOf(chosen ?? (props.mayEmail ? 'email' : usual), digits)
  const trouble = troubleOf(service, parsed)
  const isReady = on !== null && trouble === null && (numberDigits[service] === null || parsed !== null)
  return (
    <Dialog opened onClose={props.onClose} title={t('case.dispatchTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady) return
          dispatch.mutate({
            id: notice.id,
            on,
            service,
            trackingNumber: parsed?.kind === 'valid' ? parsed.number : null,
          })
        }}
      >
        <Stack>
          {props.isAgain && <Alert color="blue">{t('posted.againHint')}</Alert>}
          <DateField label={t('case.dispatchOn')} value={on} onChange={setOn} until={today} required />
          <Select
            label={t('posted.serviceLabel')}
            allowDeselect={false}
            value={service}
            data={postServices
              .filter((value) => value !== 'email' || props.mayEmail)
              .map((value) => ({ value, label: t(`posted.service.${value}`) }))}
            onChange={(value) => setChosen(postServiceSchema.parse(value))}
          />
          <LineField
            label={t('case.tracking')}
            placeholder={t('case.trackingHint')}
            data-autofocus
            value={typed}
            most={20}
            error={trouble === null ? null : t(trouble)}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <DialogEnd
            action={t('case.recordNow')}
            disabled={!isReady}
            loading={dispatch.isPending}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

/** Who scans a number means that the letter is traced. */
function serviceOf(chosen: PostService, digits: number | null): PostService {
  if (digits === null || numberDigits[chosen] !== null) return chosen
  return usualOf[digits] ?? chosen
}

function troubleOf(
  service: PostService,
  parsed: ReturnType<typeof parseTrackingNumber> | null,
): 'case.trackingWrong' | 'posted.otherService' | null {
  if (parsed === null) return null
  if (parsed.kind !== 'valid') return 'case.trackingWrong'
  return parsed.number.replaceAll('-', '').length === numberDigits[service] ? null : 'posted.otherService'
}
