import type { Transport } from '../check/target.ts';
import { serviceById } from '../service/find-service.ts';

/** What a scheme of a URL or a name of a port stands for. */
export interface NamedService {
  /** An id of shared/service. */
  readonly id: string;
  readonly port: number;
  readonly transport: Transport;
  readonly tls: boolean;
  readonly speaksHttp: boolean;
}

/** The service people call by this name: an id of shared/service, a scheme, or a name of /etc/services; null when there is none. */
export function findServiceName(name: string): NamedService | null {
  const word = name.toLowerCase();
  const { id, tls } = otherNames.get(word) ?? { id: word, tls: false };
  const service = serviceById(id);
  if (service === null) return null;
  const port = service.ports.find((candidate) => candidate.tls === tls) ?? service.ports[0];
  if (port === undefined) return null;
  return { id, port: port.port, transport: port.transport, tls: tls || port.tls, speaksHttp: service.speaksHttp };
}

/** Names beside the ids themselves. With `tls` the service's TLS port, or its only port with TLS on it (rediss, ipps). */
const otherNames = new Map([
  ...plain('http', ['ws', 'www', 'www-http']),
  ...plain('https', ['wss']),
  ...plain('ssh', ['sftp', 'scp']),
  ...plain('ftps', ['ftpes']),
  ...plain('smtps', ['submissions', 'ssmtp']),
  ...plain('imap', ['imap2', 'imap4']),
  ...plain('pop3', ['pop', 'pop-3']),
  ...plain('dns', ['domain']),
  ...plain('smb', ['cifs', 'microsoft-ds']),
  ...plain('rdp', ['ms-wbt-server']),
  ...plain('vnc', ['rfb']),
  ...plain('mysql', ['mariadb']),
  ...plain('postgresql', ['postgres']),
  ...plain('sql-server', ['sqlserver', 'mssql', 'ms-sql-s']),
  ...plain('mongodb', ['mongo']),
  ...plain('memcached', ['memcache']),
  ...secure('redis', ['rediss']),
  ...secure('amqp', ['amqps']),
  ...secure('mqtt', ['mqtts', 'secure-mqtt']),
  ...secure('ipp', ['ipps']),
]);

function plain(id: string, names: readonly string[]): [string, { id: string; tls: boolean }][] {
  return names.map((name) => [name, { id, tls: false }]);
}

function secure(id: string, names: readonly string[]): [string, { id: string; tls: boolean }][] {
  return names.map((name) => [name, { id, tls: true }]);
}
