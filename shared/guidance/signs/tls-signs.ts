import { readAddress } from '../../check/ip-address.ts';
import { domainOf, isInDomain } from '../reading/domain.ts';
import { lastWorked } from '../reading/other-checks.ts';
import { firstWords } from '../reading/first-words.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import { serviceById } from '../../service/find-service.ts';
import type { See } from './sign.ts';

/** The certificate ended before the check. */
export const certificateEnded: See = ({ check }) => {
  const leaf = check.tls?.chain[0];
  return leaf !== undefined && leaf.validToMs < check.startedAtMs
    ? { kind: 'certificate_ended', endedAtMs: leaf.validToMs, source: sourceOfCheck(check) }
    : null;
};

/** The certificate is not valid yet. */
export const certificateBegins: See = ({ check }) => {
  const leaf = check.tls?.chain[0];
  return leaf !== undefined && leaf.validFromMs > check.startedAtMs
    ? { kind: 'certificate_begins', startsAtMs: leaf.validFromMs, source: sourceOfCheck(check) }
    : null;
};

/** The certificate names other hosts. */
export const certificateNames: See = ({ check }) => {
  const leaf = check.tls?.chain[0];
  return leaf !== undefined && check.tls?.problems.includes('tls_wrong_name') === true
    ? { kind: 'certificate_names', names: leaf.names, nameCount: leaf.nameCount, source: sourceOfCheck(check) }
    : null;
};

/** One of the names is a neighbour of the asked one: the same domain, so the right people made it. No name contradicts a bare address. */
export const namesAreRelated: See = (evidence) => {
  const { target, tls } = evidence.check;
  const domain = domainOf(target.host);
  const isAddress = readAddress(target.host) !== null;
  const isRelated = isAddress || tls?.chain[0]?.names.some((name) => isInDomain(name, domain)) === true;
  return isRelated ? certificateNames(evidence) : null;
};

/** Who issued it. */
export const certificateIssuer: See = ({ check }) => {
  const leaf = check.tls?.chain[0];
  return leaf === undefined ? null : { kind: 'certificate_issuer', issuer: leaf.issuer, source: sourceOfCheck(check) };
};

/** Products that look into TLS by issuing certificates of their own, by the names they put into them. */
const inspectors =
  /zscaler|fortinet|fortigate|blue ?coat|sophos|palo ?alto|umbrella|netskope|kaspersky|avast|avg |eset |bitdefender|mcafee|websense|forcepoint|check ?point|barracuda|watchguard|mitmproxy|charles proxy|fiddler|burp/iu;

/** The issuer is a known inspector of TLS. */
export const issuerIsInspector: See = ({ check }) => {
  const issuer = check.tls?.chain.map((one) => one.issuer).find((name) => inspectors.test(name));
  return issuer === undefined ? null : { kind: 'issuer_is_inspector', issuer, source: sourceOfCheck(check) };
};

/** When it last worked, somebody else had issued the certificate. */
export const issuerChanged: See = (evidence) => {
  const worked = lastWorked(evidence);
  const [was, now] = [worked?.tls?.chain[0]?.issuer, evidence.check.tls?.chain[0]?.issuer];
  if (worked === null || was === undefined || now === undefined || was === now) return null;
  return { kind: 'issuer_changed', was, now, workedAtMs: worked.startedAtMs, source: sourceOfCheck(worked) };
};

/** It is the same certificate as when it last worked. */
export const sameCertificate: See = (evidence) => {
  const worked = lastWorked(evidence);
  const [was, now] = [worked?.tls?.chain[0]?.fingerprintSha256, evidence.check.tls?.chain[0]?.fingerprintSha256];
  if (worked === null || was === undefined || was !== now) return null;
  return { kind: 'same_certificate', workedAtMs: worked.startedAtMs, source: sourceOfCheck(worked) };
};

/** The server sent its own certificate alone, and another authority issued it. */
export const chainHasOne: See = ({ check }) => {
  const chain = check.tls?.chain ?? [];
  const [leaf] = chain;
  if (leaf === undefined || chain.length > 1 || leaf.issuer === leaf.subject) return null;
  return { kind: 'chain_has_one', issuer: leaf.issuer, source: sourceOfCheck(check) };
};

/** Authorities whose roots every system has: their certificates fail only when a link of the chain is not sent. */
const publicAuthorities =
  /let'?s encrypt|digicert|globalsign|sectigo|comodo|godaddy|amazon|google trust|entrust|identrust|isrg|zerossl|buypass|certum|microsoft/iu;

/** A public authority issued it. */
export const publicAuthority: See = ({ check }) => {
  const issuer = check.tls?.chain[0]?.issuer;
  return issuer !== undefined && publicAuthorities.test(issuer) ? { kind: 'public_authority', issuer, source: sourceOfCheck(check) } : null;
};

/** Plain text came where TLS was asked for. */
export const plainTextCame: See = ({ check }) =>
  check.failure?.code === 'tls_plain_text_answered'
    ? { kind: 'plain_text_came', text: firstWords(check) ?? check.failure.detail ?? '', source: sourceOfCheck(check) }
    : null;

/** The service at this port begins with TLS, and the check did not. */
export const expectsTls: See = ({ check }) => {
  const { service, target, tls, stages } = check;
  const known = service === null ? null : serviceById(service.id);
  const expects = known?.ports.some(({ port, tls: isTls }) => port === target.port && isTls) === true;
  const wasTried = tls !== null || stages.some(({ stage, outcome }) => stage === 'handshake' && outcome !== 'skipped');
  return known !== null && expects && !wasTried ? { kind: 'expects_tls', service: known.name, source: sourceOfCheck(check) } : null;
};
