import type { Check } from '../../../shared/check/check.ts';
import { targetAddress } from '../../../shared/guidance/reading/target-address.ts';
import type { MeasurementRequest } from '../../../shared/guidance/measurement.ts';

/** What can be measured about the target of a check without being asked to; what needs an address is left out while none is known. */
export function ownMeasurements(check: Check): readonly (readonly MeasurementRequest[])[] {
  const { host, port, transport } = check.target;
  const address = targetAddress(check);
  const ofAddress: readonly MeasurementRequest[] =
    address === null
      ? []
      : [
          { kind: 'ping', address },
          ...(transport === 'tcp' ? [{ kind: 'tcp_ping', address, port } as const] : []),
          { kind: 'traceroute', address, port },
        ];
  return [
    [...ofAddress, { kind: 'dns', name: host }],
    [
      { kind: 'control', probe: 'other_port', host, port: null },
      { kind: 'control', probe: 'gateway', host: null, port: null },
      { kind: 'control', probe: 'known_good', host: null, port: null },
      { kind: 'control', probe: 'must_not_answer', host: null, port },
    ],
    [
      ...(address === null ? [] : [{ kind: 'local_route', address } as const]),
      { kind: 'local_listening', port, transport },
      { kind: 'local_firewall' },
      { kind: 'local_proxy' },
    ],
  ];
}
