// What a password must be.
import { Fault } from '../../shared/faults.ts'

/** NIST SP 800-63B-4 §3.1.1.2 asks for 15 where a password stands alone and 8 beside a second factor; the desk's key wants no less than 12. */
export const shortestPassword = 12

/** Length counts, composition rules do not; but not one character over and over, and not the person's own name. Fault: weak-password. */
export function requireStrength(password: string, loginName: string): void {
  const characters = [...password.normalize('NFKC')]
  const isLong = characters.length >= shortestPassword
  const isVaried = new Set(characters).size >= 5
  const isOwnName =
    password.toLowerCase().includes(loginName.toLowerCase()) && characters.length < shortestPassword + loginName.length
  if (!isLong || !isVaried || isOwnName) throw new Fault('weak-password', { shortest: shortestPassword })
}
