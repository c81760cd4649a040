import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatTarget } from '../../../shared/check/target.ts';
import { readTargetList, TARGETS_IN_LIST, type TargetList } from '../../../shared/paste/read-target-list.ts';

function read(text: string, defaultPorts = ''): TargetList {
  return readTargetList(text, { defaultPorts });
}

/** The endpoints of a list, as people write them. */
function endpoints(text: string, defaultPorts = ''): readonly string[] {
  return read(text, defaultPorts).targets.map(({ target }) => `${formatTarget(target)}${target.transport === 'udp' ? '/udp' : ''}`);
}

const tricky = fc.constantFrom(
  'a',
  '.',
  '1',
  ':',
  '/',
  '[',
  ']',
  '%',
  '-',
  '"',
  '#',
  ' ',
  ',',
  ';',
  '\n',
  '\r',
  '\u0000',
  '\u200f',
  '\ud83d',
  '😀',
);

describe('a list of targets', () => {
  test.each([
    ['one a line', 'a.example:80\nb.example 443\n\n[::1]:22', ['a.example:80', 'b.example:443', '[::1]:22']],
    ['several in a line', 'a.example:80, b.example:443 c.example:22', ['a.example:80', 'b.example:443', 'c.example:22']],
    ['host and port with a comma', 'a.example,80\nb.example;443\nc.example\t22', ['a.example:80', 'b.example:443', 'c.example:22']],
    ['links and commands', 'https://a.example/x#y\nnc -vzu b.example 53', ['a.example:443', 'b.example:53/udp']],
    ['port lists and ranges', 'a.example: 22, 80-82', ['a.example:22', 'a.example:80', 'a.example:81', 'a.example:82']],
    ['remarks', '# all of them\na.example:80 # the first', ['a.example:80']],
    ['the same twice, once', 'a.example:80\nA.example.:80', ['a.example:80']],
  ])('reads %s', (_what, text, expected) => {
    expect(endpoints(text)).toEqual(expected);
    expect(read(text).problems).toEqual([]);
  });

  test('gives hosts without a port those that the person names for them, and else says so', () => {
    expect(endpoints('a.example b.example', '22, 443')).toEqual(['a.example:22', 'a.example:443', 'b.example:22', 'b.example:443']);
    expect(read('a.example:80\na.example b.example').problems).toEqual([
      { lineNumber: 2, problem: { kind: 'port_missing', host: 'a.example' } },
      { lineNumber: 2, problem: { kind: 'port_missing', host: 'b.example' } },
    ]);
  });

  test('says which lines cannot be read, and reads the others', () => {
    const list = read('a.example:80\n10.0.0.0/24\nb.example:70000');
    expect(list.targets).toHaveLength(1);
    expect(list.problems.map(({ lineNumber, problem }) => [lineNumber, problem.kind])).toEqual([
      [2, 'whole_network'],
      [3, 'port_digit_too_many'],
    ]);
  });

  test('reads a table by the names of its columns, with commas, semicolons or tabs', () => {
    const list = read('Name;Host;Port;Tags\n"The ""web"";";web1.example;443;"a, b"\n;web2.example;53/udp;\n;;22;');
    expect(list.targets).toEqual([
      { target: { host: 'web1.example', port: 443, transport: 'tcp' }, displayName: 'The "web";', tags: ['a', 'b'] },
      { target: { host: 'web2.example', port: 53, transport: 'udp' }, displayName: null, tags: [] },
    ]);
    expect(list.problems).toEqual([{ lineNumber: 4, problem: { kind: 'host_missing' } }]);
    expect(endpoints('hostname,port,protocol\na.example,53,udp')).toEqual(['a.example:53/udp']);
    expect(endpoints('name\tport\na.example\t22')).toEqual(['a.example:22']);
  });

  test('takes no more than can be checked in one go, and says how many are left out', () => {
    const list = read('a.example 1-6000');
    expect([list.targets.length, list.leftOutCount]).toEqual([TARGETS_IN_LIST, 1_000]);
  });

  test('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: tricky }), fc.string({ maxLength: 9 }), (text, ports) => void read(text, ports)));
    fc.assert(fc.property(fc.string({ unit: tricky }), (rows) => void read(`host,port,name,tags\n${rows}`)));
  });
});
