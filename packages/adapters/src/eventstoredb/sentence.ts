/**
 * What is wrong with a connection, in one sentence.
 *
 * @since 0.1.0
 */

const plain = /wrong version number|packet length too long|EPROTO/i
const unknownCertificate = /self[- ]signed certificate|unable to verify|unable to get|CERT_/i
const unknownName = /ENOTFOUND|EAI_AGAIN|name resolution/i
const nobody = /ECONNREFUSED/i
const ended = /Last error: Failed to connect/i

/** What the clients' words mean, the more particular first. */
const meanings: ReadonlyArray<readonly [RegExp, string]> = [
  [plain, 'TLS was tried on a server that speaks none: tls=false, on loopback alone'],
  [
    unknownCertificate,
    'the server’s certificate is not known here: name its authority with tlsCAFile',
  ],
  [unknownName, 'the server’s name is not known'],
  [nobody, 'nobody listens there'],
  [ended, 'the connection was ended at once, as a server that wants TLS does to one without'],
  [
    /Failed to discover after \d{1,2} attempts/i,
    'no leader was found in the time that the search takes: maxDiscoverAttempts=100 outlasts a failover',
  ],
  [/Failed to discover/i, 'no leader was found in all that time'],
  [/UNAUTHENTICATED/, 'the user or the password is wrong'],
  [
    /PERMISSION_DENIED|access-denied|AccessDenied/,
    'this user has no right to it, or none was named',
  ],
]

const messageOf = (error: unknown): string => {
  if (error instanceof Error && error.message !== '') return error.message
  const type =
    typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  return typeof type === 'string' ? type : String(error)
}

/** The client's own words, on one line, behind what they mean where that is known. */
export const sentence = (error: unknown): string => {
  const message = messageOf(error).replace(/\s+/g, ' ').trim()
  const meaning = meanings.find(([words]) => words.test(message))
  return meaning === undefined ? message : `${meaning[1]} (${message})`
}

/** Words of a client and a server that speak past each other. */
export const isMisfit = (words: string): boolean =>
  plain.test(words) || unknownCertificate.test(words)

/** Words of a client that nobody spoke to. */
export const isUnreached = (words: string): boolean =>
  [nobody, unknownName, ended].some((all) => all.test(words))
