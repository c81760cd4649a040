import { readAddress } from '../../check/ip-address.ts';
import { readPort } from '../output/read-port.ts';
import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import { tellListening, type ListeningSocket } from './listening-sockets.ts';

/** PowerShell's Get-NetTCPConnection and Get-NetUDPEndpoint: as they print by themselves, or with `Select-Object LocalAddress,...`. */
export const getNetTcpConnection: OutputForm = {
  name: 'Get-NetTCPConnection',
  needsTarget: true,
  read: ({ lines, program, command }, context) => {
    const asked = /-LocalPort (\d{1,5})/iu.exec(command ?? '')?.[1];
    const columns =
      lines
        .find((line) => /\bLocalAddress\b/u.test(line))
        ?.trim()
        .split(/\s+/u) ?? null;
    const isMissing = lines.some((line) => /No MSFT_Net(?:TCPConnection|UDPEndpoint) objects found/u.test(line));
    const isAsked = program === 'get-nettcpconnection' || program === 'get-netudpendpoint';
    if (columns === null && !isMissing && !(isAsked && lines.length === 0)) return null;
    const transport = program === 'get-netudpendpoint' || /Get-NetUDPEndpoint/iu.test(command ?? '') ? 'udp' : 'tcp';
    const port = asked === undefined ? (context.target?.port ?? null) : readPort(asked);
    const sockets = columns === null ? [] : lines.flatMap((line) => readRow({ line, columns, port, transport }));
    return [
      learnt({ kind: 'system', system: 'windows' }, lines[0] ?? ''),
      ...tellListening(sockets, context, { command, emptyLine: lines[0] ?? command ?? '' }),
    ];
  },
};

interface Row {
  readonly line: string;
  readonly columns: readonly string[];
  /** Of the command, for tables without a column of ports. */
  readonly port: number | null;
  readonly transport: 'tcp' | 'udp';
}

function readRow({ line, columns, port: asked, transport }: Row): readonly ListeningSocket[] {
  const cells = line.trim().split(/\s+/u);
  const cell = (name: string): string | undefined => (columns.includes(name) ? cells[columns.indexOf(name)] : undefined);
  const address = readAddress(cell('LocalAddress') ?? '');
  const port = columns.includes('LocalPort') ? readPort(cell('LocalPort') ?? '') : asked;
  const isListening = !columns.includes('State') || cell('State') === 'Listen';
  return address === null || port === null || !isListening
    ? []
    : [{ address: address.address, port, transport, program: null, line: line.trim() }];
}
