// Wipes a case and kills itself at the point it was given: a call of the vault or of the holders by name and count, or the n-th step done.
import { keySlotSchema } from '../../../main/vault/index.ts'
import { person, tempDesk } from '../desk-fixture.ts'
import { openTray, settled, wipesOf } from '../wipe-fixture.ts'

const [folder = '', slot = '', personId = '', password = '', caseId = '', point = ''] = process.argv.slice(2)
const [pointName = '', pointCount = '1', pointSide = 'before'] = point.split(':')

let count = 0
function reach(name: string, side: 'before' | 'after'): void {
  if (name !== pointName || side !== pointSide) return
  count += 1
  if (count === Number(pointCount)) process.kill(process.pid, 'SIGKILL')
}

/** The same object; its functions pass the point on their way in and out. */
function watched<Face extends object>(face: Face): Face {
  return new Proxy(face, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      // The one question that is answered at once.
      if (typeof value !== 'function' || name === 'isUnlocked') return value
      return async (...args: unknown[]) => {
        reach(String(name), 'before')
        const answer: unknown = await Reflect.apply(value, target, args)
        reach(String(name), 'after')
        return answer
      }
    },
  })
}

const desk = await tempDesk({ folder })
await desk.lock.unlock(keySlotSchema.parse(Number(slot)), personId, password)
const tray = watched(await openTray(desk))
const wipes = wipesOf(desk, tray, { vault: watched(desk.vault), changed: () => reach('changed', 'before') })
await wipes.start({ caseId, outside: [] }, { ...person(['clerk']), id: personId })
await settled(desk)
await desk.close()
