import type { ReadWords, Service } from './service.ts';
import { services } from './services.ts';
import { readSshFirstLine, ssh } from './ssh.ts';
import { readNegotiation, telnet } from './telnet.ts';

/** A service with what proves it where it is not expected. */
interface Recogniser {
  readonly service: Service;
  readonly read: ReadWords;
}

/** Where the port allows free text, only what cannot be mistaken proves the service elsewhere. */
const strict: ReadonlyMap<Service, ReadWords> = new Map([
  [ssh, readSshFirstLine],
  [telnet, readNegotiation],
]);

/** One a protocol: services that share their words (SMTP, submission, SMTPS) are known by the first of them. */
export const recognisers: readonly Recogniser[] = services.flatMap((service, index) => {
  const isFirst = services.findIndex(({ readGreeting }) => readGreeting === service.readGreeting) === index;
  const read = strict.get(service) ?? service.readGreeting;
  return read === null || !isFirst ? [] : [{ service, read }];
});
