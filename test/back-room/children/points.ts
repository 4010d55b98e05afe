// A program that ends itself at a named point: the n-th call of a function by its name, on its way in or out.

/** `point`: `sealObject:2` before the second call, `sealObject:2:after` after it. */
export function suicide(point: string) {
  const [pointName = '', pointCount = '1', pointSide = 'before'] = point.split(':')
  let count = 0

  function reach(name: string, side: 'before' | 'after'): void {
    if (name !== pointName || side !== pointSide) return
    count += 1
    if (count === Number(pointCount)) process.kill(process.pid, 'SIGKILL')
  }

  return {
    reach,
    /** The same object; its functions pass the point on their way in and out. */
    watched<Face extends object>(face: Face): Face {
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
    },
  }
}
