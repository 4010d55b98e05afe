// Asks the app over its own contract from inside its window: for facts that a person cannot read off a screen exactly.
import type { Page } from 'playwright-core'
import { calls, type CallAnswer, type CallName, type CallRequest, type Crossing } from '../../shared/ipc/contract.ts'

/** Throws the fault's code when the call was refused. Not for calls that answer bytes. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  request: CallRequest<Name>,
): Promise<CallAnswer<Name>> {
  const question: [string, unknown] = [name, request]
  const crossing = await page.evaluate(([call, body]): Promise<Crossing<unknown>> => {
    return Reflect.get(window, 'desk').call(call, body)
  }, question)
  if (!crossing.ok) throw new Error(`${name} was refused: ${crossing.code}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schema of the same name, which the union of all schemas cannot say
  return calls[name].answer.parse(crossing.value) as CallAnswer<Name>
}

/** A page of a scan as the app shows it; a window hands only plain values over, so the bytes cross as text. */
export async function scanPicture(page: Page, request: CallRequest<'scans.picture'>): Promise<Buffer> {
  const encoded = await page.evaluate(async (body): Promise<string> => {
    const crossing: Crossing<CallAnswer<'scans.picture'>> = await Reflect.get(window, 'desk').call(
      'scans.picture',
      body,
    )
    if (!crossing.ok) throw new Error(crossing.code)
    let text = ''
    for (const byte of crossing.value.bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }, request)
  return Buffer.from(encoded, 'base64')
}
