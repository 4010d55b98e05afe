// The specimen of a text: asked for anew when the text rests; the last good one stays while a mistake is being mended.
import { useEffect, useEffectEvent, useState } from 'react'
import type { CallAnswer, CallRequest } from '../../../shared/ipc/contract.ts'
import { ask } from '../../client.ts'
import type { ShownPicture } from '../../parts/picture.tsx'

interface Specimen {
  outcome: CallAnswer<'letterTexts.preview'> | null
  picture: ShownPicture | null
  error: unknown
}

export function useSpecimen(request: CallRequest<'letterTexts.preview'>): Specimen {
  const [specimen, setSpecimen] = useState<Specimen>({ outcome: null, picture: null, error: null })
  const key = JSON.stringify(request)
  const askNow = useEffectEvent(() => ask('letterTexts.preview', request))
  useEffect(() => {
    let left = false
    askNow().then(
      (outcome) => {
        if (left) return
        setSpecimen((before) => {
          if (outcome.kind === 'wrong') return { ...before, outcome, error: null }
          const url = URL.createObjectURL(new Blob([new Uint8Array(outcome.bytes)], { type: outcome.type }))
          const { width, height, pageCount } = outcome
          return { outcome, picture: { url, width, height, pageCount }, error: null }
        })
      },
      (error: unknown) => {
        if (!left) setSpecimen((before) => ({ ...before, outcome: null, error }))
      },
    )
    return () => {
      left = true
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the key is the request, the effect event reads it
  }, [key])
  const url = specimen.picture?.url ?? null
  useEffect(() => () => void (url !== null && URL.revokeObjectURL(url)), [url])
  return specimen
}
