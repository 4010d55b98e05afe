// The typed client: asks main over the bridge and turns what crosses into a value or a DeskFault.
import type { CallAnswer, CallName, CallRequest } from '../shared/ipc/contract.ts'
import { faultCodeSchema, type FaultCode, type FaultDetail } from '../shared/faults.ts'

/** A failure that crossed the border: its sentence is chosen by `code`; `id` names the log entry of a bug. */
export class DeskFault extends Error {
  readonly code: FaultCode
  readonly detail: FaultDetail
  readonly id: string | null

  constructor(code: string, detail: FaultDetail, id: string | null) {
    super(code)
    this.name = 'DeskFault'
    this.code = faultCodeSchema.catch('bug').parse(code)
    this.detail = detail
    this.id = id
  }
}

/** Makes one call of the contract. Throws a DeskFault when main answers with a fault. */
export async function ask<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallAnswer<Name>> {
  const crossed = await window.desk.call(name, request)
  if (crossed.ok) return crossed.value
  throw new DeskFault(crossed.code, crossed.detail, crossed.id)
}
