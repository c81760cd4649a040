import { readHost } from '../../check/host-name.ts';
import { readAddress } from '../../check/ip-address.ts';
import { unreadable, type TargetReading } from '../target-reading.ts';
import { lastText, type Settings } from './settings.ts';

/**
 * The reading once a name for TLS is given beside the host (openssl -servername, ncat --ssl-servername).
 *
 * An address with a name is a check of the name that dials this address. Two different names cannot be one check.
 */
export function nameServer(reading: TargetReading, settings: Settings): TargetReading {
  const serverName = lastText(settings, 'serverName');
  if (serverName === null || reading.kind === 'unreadable') return reading;
  const named = readHost(serverName);
  if (named.kind === 'not_a_host') return unreadable(named.problem);
  if (named.host === reading.host) return reading;
  if (readAddress(reading.host) === null) return unreadable({ kind: 'two_names', host: reading.host, serverName: named.host });
  return { ...reading, host: named.host, options: { ...reading.options, address: reading.host } };
}
