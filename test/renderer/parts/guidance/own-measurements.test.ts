import { expect, test } from 'vitest';

import { ownMeasurements } from '../../../../renderer/parts/guidance/own-measurements.ts';
import { checkOf, sampleCheck } from '../../../electron/store/sample-check.ts';

test('a check with an address can be measured in every way, once each', () => {
  const requests = ownMeasurements(checkOf('ftp.example.com', 21)).flat();
  expect(requests.map((request) => (request.kind === 'control' ? request.probe : request.kind))).toEqual([
    ...['ping', 'tcp_ping', 'traceroute', 'dns', 'other_port', 'gateway', 'known_good', 'must_not_answer'],
    ...['local_route', 'local_listening', 'local_firewall', 'local_proxy'],
  ]);
});

test('what needs an address is left out while none is known', () => {
  const nameless = sampleCheck({ outcome: 'name_not_known', addresses: [], resolution: null, stages: [] });
  expect(
    ownMeasurements(nameless)
      .flat()
      .filter((request) => 'address' in request),
  ).toEqual([]);
});
