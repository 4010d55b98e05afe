// Opens the app as it was built, with the Electron that this machine has.
import { hasDisplay, withDisplay } from '../display.mjs'
import { appRuntime, sandboxArguments } from '../electron.mjs'
import { personsFolder } from '../places.mjs'
import { run } from '../programs.mjs'
import { say } from '../say.mjs'

/** @param {string[]} args passed on to the app, like `--data-dir=DIR` */
export async function start(args) {
  const runtime = await appRuntime()
  if (!hasDisplay()) say('There is no display here, so the window opens on a virtual one that nobody sees.')
  say('The app is starting.')
  return withDisplay(async () => {
    const sandbox = await sandboxArguments()
    return (await run(runtime.program, [...sandbox, ...runtime.args, ...args], { cwd: personsFolder() })).code
  })
}
