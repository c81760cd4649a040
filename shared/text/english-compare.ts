import type { CompareWords } from './compare-words.ts';

/** The words of a comparison in English. */
export const englishCompare: CompareWords = {
  title: 'What changed',
  groups: { outcome: 'Outcome', address: 'Name and address', time: 'Time', certificate: 'TLS certificate', answer: 'Answer' },
  labels: {
    outcome: 'Outcome',
    ended_at: 'Ended at',
    failure_code: 'Cause',
    system_code: 'Code',
    vantage: 'Seen from',
    answered_by: 'Answered by',
    resolved_addresses: 'Resolves to',
    address: 'Address',
    attempts: 'Addresses tried',
    certificate_subject: 'Subject',
    certificate_issuer: 'Issuer',
    certificate_names: 'Names',
    certificate_validity: 'Valid',
    certificate_fingerprint: 'SHA-256',
    certificate_problems: 'Trust',
    tls_version: 'Protocol',
    tls_cipher: 'Cipher',
    service: 'Service',
    product: 'Product',
    greeting: 'Greeting',
    http_status: 'HTTP',
    http_server: 'Server',
    http_location: 'Points to',
  },
  older: 'Before',
  newer: 'Now',
  changedCount: (changedCount, count) => (changedCount === 0 ? `${count} the same` : `${changedCount} of ${count} differ`),
  same: (labels) => `${labels.length} the same: ${labels.map(inSentence).join(', ')}`,
  notSeen: 'Not seen',
  none: '–',
  answeredBy: { literal: 'nobody: it is an address', hosts_file: 'the hosts file', system: 'the system’s resolver' },
  thisComputer: 'this computer',
  trusted: 'trusted',
  validity: (from, to) => `${from} to ${to}`,
  more: (texts, moreCount) => `${texts.join(', ')}${moreCount > 0 ? ` and ${moreCount} more` : ''}`,
  thenFailed: (duration) => `${duration}, then failed`,
  notes: {
    aboutTheSame: 'about the same',
    slower: (factor) => `${factor} times slower`,
    faster: (factor) => `${factor} times faster`,
    endedAgo: (ago) => `ended ${ago} before`,
    renewed: 'renewed',
    olderCertificate: 'an older certificate',
  },
  outcome: {
    same: (word) => `${word} both times.`,
    changed: (now, was) => `${now} now, ${inSentence(was)} before.`,
  },
  clauses: {
    vantage: (now, was) => `seen from ${now} now, from ${was} before`,
    answeredBy: {
      literal: 'it is an address now, not a name',
      hosts_file: 'the address comes from the hosts file now',
      system: 'the address comes from the system’s resolver now',
    },
    resolvesTo: (now, was) => `resolves to ${now} now, was ${was}`,
    alsoResolvesTo: (added) => `also resolves to ${added} now`,
    noLongerResolvesTo: (removed) => `no longer resolves to ${removed}`,
    wentTo: (now, was) => `${now} decided now, ${was} before`,
    attempt: (address, now, was) => `${address} ${inSentence(now)} now, ${inSentence(was)} before`,
    certificateRenewed: (from) => `certificate renewed, valid from ${from}`,
    certificateRenewedBefore: (ago) => `certificate renewed ${ago} before the first failure`,
    certificateReplacedByOlder: (ended) => `an older certificate is shown, valid to ${ended}`,
    certificateOther: 'another certificate is shown',
    certificateEnded: (on) => `the certificate ended on ${on}`,
    issuer: (now, was) => `issued by ${now} now, was ${was}`,
    names: 'the certificate is for other names',
    tlsVersion: (now, was) => `${now} now, was ${was}`,
    service: (now, was) => `answers as ${now} now, was ${was}`,
    product: (now, was) => `is ${now} now, was ${was}`,
    greeting: (now, was) => `greets “${now}” now, was “${was}”`,
    httpStatus: (now, was) => `HTTP ${now} now, was ${was}`,
    httpLocation: (now, was) => `points to ${now} now, was ${was}`,
    stageTime: (stage, now, was) =>
      `${{ resolve: 'resolving', connect: 'connecting', handshake: 'agreeing on TLS', greeting: 'greeting', request: 'answering' }[stage]} took ${now}, was ${was}`,
  },
  sentence: (clauses) => {
    const joined = clauses.join('; ');
    return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
  },
  nothingElse: 'Nothing else that was seen differs.',
};

/** "Timed out" is "timed out" inside a sentence; "TLS failed" and "HTTP" stay. */
function inSentence(word: string): string {
  return word.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
