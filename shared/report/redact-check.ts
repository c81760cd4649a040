import type { Check } from '../check/check.ts';
import type { Certificate, GreetingEvidence, HttpEvidence, Resolution, ServiceEvidence, TlsEvidence } from '../check/evidence.ts';
import type { Failure } from '../check/failure.ts';
import { DEFAULT_CONTROL_NAME } from '../check/options.ts';
import { redactHost, redactText, type TextRedaction } from './redact-text.ts';

/** The same check without what is to be left out; it still fits `checkSchema`. */
export function redactCheck(check: Check, how: TextRedaction): Check {
  const { redaction } = how;
  if (!redaction.addresses && !redaction.names) return check;
  const host = (text: string): string => redactHost(text, how);
  return {
    ...check,
    target: { ...check.target, host: host(check.target.host) },
    vantage: redactVantage(check.vantage, how),
    failure: check.failure && redactFailure(check.failure, how),
    resolution: check.resolution && redactResolution(check.resolution, how),
    addresses: check.addresses.map((attempt) => ({
      ...attempt,
      address: host(attempt.address),
      localAddress: attempt.localAddress && host(attempt.localAddress),
    })),
    service: check.service && redactService(check.service, how),
    greeting: check.greeting && redactGreeting(check.greeting, how),
    tls: check.tls && redactTls(check.tls, how),
    http: check.http && redactHttp(check.http, how),
  };
}

/** The place a check was made at: named by people, often after people. */
export function redactVantage(vantage: string, { redaction, standIns }: TextRedaction): string {
  return vantage === 'here' || !redaction.names ? vantage : standIns('place', vantage);
}

function redactFailure(failure: Failure, how: TextRedaction): Failure {
  return {
    ...failure,
    address: failure.address && redactHost(failure.address, how),
    detail: failure.detail && redactText(failure.detail, how),
  };
}

function redactResolution(resolution: Resolution, how: TextRedaction): Resolution {
  const { control } = resolution;
  return {
    ...resolution,
    addresses: resolution.addresses.map(({ address, family }) => ({ address: redactHost(address, how), family })),
    // A server may stand with its port: "192.0.2.1:53".
    servers: resolution.servers.map((server) => redactText(server, how)),
    control: control && { ...control, name: control.name === DEFAULT_CONTROL_NAME ? control.name : redactHost(control.name, how) },
  };
}

function redactService(service: ServiceEvidence, how: TextRedaction): ServiceEvidence {
  return { ...service, product: service.product && redactText(service.product, how) };
}

/** The exact bytes cannot be redacted: they are left out. */
function redactGreeting(greeting: GreetingEvidence, how: TextRedaction): GreetingEvidence {
  return { ...greeting, text: redactText(greeting.text, how), base64: '' };
}

function redactTls(tls: TlsEvidence, how: TextRedaction): TlsEvidence {
  return {
    ...tls,
    serverName: tls.serverName && redactHost(tls.serverName, how),
    chain: tls.chain.map((certificate) => redactCertificate(certificate, how)),
  };
}

/** A fingerprint or a serial number finds the certificate in public logs, and with it every name it is for (RFC 9162). */
function redactCertificate(certificate: Certificate, how: TextRedaction): Certificate {
  const { redaction, standIns } = how;
  const names = certificate.names.map((name) => redactText(name, how));
  if (!redaction.names) {
    return { ...certificate, subject: redactText(certificate.subject, how), issuer: redactText(certificate.issuer, how), names };
  }
  return {
    ...certificate,
    subject: standIns('subject', certificate.subject),
    issuer: standIns('issuer', certificate.issuer),
    names,
    serialNumber: standIns('serial', certificate.serialNumber),
    fingerprintSha256: standIns('fingerprint', certificate.fingerprintSha256),
  };
}

function redactHttp(http: HttpEvidence, how: TextRedaction): HttpEvidence {
  const text = (value: string): string => redactText(value, how);
  return {
    ...http,
    path: text(http.path),
    reason: text(http.reason),
    server: http.server && text(http.server),
    location: http.location && text(http.location),
  };
}
