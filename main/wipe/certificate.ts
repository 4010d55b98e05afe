// The certificate as data: made, sealed, and recognised again.
import { z } from 'zod'
import { certificateSchema, type Certificate } from '../../shared/ipc/parts.ts'
import { canonicalJson } from '../audit/index.ts'
import type { Vault } from '../vault/index.ts'

export type UnsealedCertificate = Omit<Certificate, 'seal'>

export async function sealCertificate(vault: Vault, certificate: UnsealedCertificate): Promise<Certificate> {
  return { ...certificate, seal: await vault.certificateSeal(Buffer.from(canonicalJson(certificate))) }
}

/** The file that is saved: one spelling, so that two copies can be compared byte by byte. */
export function certificateFile(certificate: Certificate): Uint8Array {
  return Buffer.from(`${JSON.stringify(certificate, null, 2)}\n`)
}

export type CertificateCheck =
  | { kind: 'genuine'; caseNumber: string }
  | { kind: 'altered' }
  | { kind: 'not-a-certificate' }

const claimSchema = z.looseObject({ format: certificateSchema.shape.format })

/** Needs the desk key: only the desk that sealed a certificate can tell. */
export async function checkCertificate(vault: Vault, file: Uint8Array): Promise<CertificateCheck> {
  const content = readJson(file)
  if (!claimSchema.safeParse(content).success) return { kind: 'not-a-certificate' }
  const parsed = certificateSchema.safeParse(content)
  if (!parsed.success) return { kind: 'altered' }
  const { seal, ...certificate } = parsed.data
  // The schema drops lines that it does not name; what somebody added must not pass as certified.
  const isWhole = canonicalJson(parsed.data) === canonicalJson(z.json().parse(content))
  const isSealed = (await sealCertificate(vault, certificate)).seal === seal
  return isWhole && isSealed ? { kind: 'genuine', caseNumber: certificate.caseNumber } : { kind: 'altered' }
}

function readJson(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file))
  } catch {
    return null
  }
}
