import type { ServiceEvidence } from '../../check/evidence.ts';
import type { Target } from '../../check/target.ts';
import { recogniseGreeting, serviceById, serviceOfPort } from '../../service/find-service.ts';
import type { Reading, Service } from '../../service/service.ts';
import { makeVisible } from '../../console/display.ts';
import type { ToldEndpoint } from './told.ts';

/** The service that answered, and how that is known, as in our own checks; null where nothing tells. */
export function serviceIn({ words, http, tls }: ToldEndpoint, target: Target): ServiceEvidence | null {
  const expected = serviceOfPort(target);
  if (http !== null) {
    const service = expected?.speaksHttp === true ? expected : serviceById(tls === null ? 'http' : 'https');
    return service && evidenceOf(service, 'reply', null);
  }
  const heard = words === null ? null : recognise(words, target);
  if (heard === null || heard.service === null) return expected && evidenceOf(expected, 'port', null);
  return evidenceOf(heard.service, 'greeting', heard.product);
}

/** The service itself says no in these words. */
export function isRejection(words: string, target: Target): boolean {
  return recognise(words, target)?.says === 'rejection';
}

interface Recognised {
  readonly service: Service | null;
  readonly says: 'welcome' | 'rejection';
  readonly product: string | null;
}

/** The expected service reads first; words foreign to it are tried on every other. */
function recognise(words: string, target: Target): Recognised | null {
  const bytes = wireBytes(words);
  const expected = serviceOfPort(target);
  const reading: Reading = expected?.readGreeting?.(bytes) ?? { kind: 'foreign' };
  const heard = reading.kind === 'foreign' ? recogniseGreeting(bytes) : { service: expected, reading };
  if (heard === null || (heard.reading.kind !== 'welcome' && heard.reading.kind !== 'rejection')) return null;
  return { service: heard.service, says: heard.reading.kind, product: heard.reading.product };
}

function evidenceOf({ id, name }: Service, knownBy: ServiceEvidence['knownBy'], product: string | null): ServiceEvidence {
  return { id, name, knownBy, product: product === null ? null : makeVisible(product) };
}

/** Words as they came: with the line ends of the wire, which readers of greetings expect. */
export function wireBytes(words: string): Uint8Array {
  return new TextEncoder().encode(`${words.replaceAll('\n', '\r\n')}\r\n`);
}
