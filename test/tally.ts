// A reporter that says at the very end how many tests passed and failed, in one line that a machine can read too.
import type { Reporter, TestModule } from 'vitest/node'

export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const passed = results.filter((state) => state === 'passed').length
    // A file that could not be loaded, a failing hook around tests and an error outside every test are failures too.
    const outside = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .flatMap((part) => part.errors()).length
    const failed =
      results.filter((state) => state === 'failed' || state === 'pending').length + outside + unhandledErrors.length
    // Other reporters and vitest itself still have something to say after this call.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`))
  }
}
