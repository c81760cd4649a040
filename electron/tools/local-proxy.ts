import { makeVisible } from '../../shared/console/display.ts';
import type { Finding } from '../../shared/guidance/measurement.ts';
import { askingTools, type Ask, type ToolAnswer } from './tool-answer.ts';

/** The proxy programs on this computer are told to use, without user name and password. Reads only. Never rejects. */
export async function readLocalProxy(signal: AbortSignal, env: NodeJS.ProcessEnv = process.env): Promise<Finding> {
  const named = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY']
    .map((name) => env[name])
    .find((value) => value !== undefined && value !== '');
  const found = named ?? (await readSettings(askingTools(signal)));
  return { kind: 'local_proxy', proxy: found === null ? null : makeVisible(withoutLogin(found)).slice(0, LONGEST_PROXY) };
}

/** Longer than the address of any proxy. */
const LONGEST_PROXY = 300;

function withoutLogin(proxy: string): string {
  return proxy.replace(/(^|\/\/)[^/@]*@/u, '$1');
}

async function readSettings(ask: Ask): Promise<string | null> {
  if (process.platform === 'win32')
    return readOnWindows(await ask('REG', 'query', String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`));
  return process.platform === 'darwin' ? readOnMac(await ask('scutil', '--proxy')) : null;
}

function readOnWindows(answer: ToolAnswer): string | null {
  const value = (name: string): string | null => valueOf(answer, new RegExp(`^\\s*${name}\\s+REG_\\w+\\s+(.{1,500})$`, 'u'));
  return value('AutoConfigURL') ?? (value('ProxyEnable') === '0x1' ? value('ProxyServer') : null);
}

function readOnMac(answer: ToolAnswer): string | null {
  const value = (name: string): string | null => valueOf(answer, new RegExp(`^\\s*${name} : (.{1,500})$`, 'u'));
  if (value('ProxyAutoConfigEnable') === '1') return value('ProxyAutoConfigURLString');
  const kind = ['HTTPS', 'HTTP', 'SOCKS'].find((one) => value(`${one}Enable`) === '1');
  return kind === undefined ? null : `${value(`${kind}Proxy`) ?? ''}:${value(`${kind}Port`) ?? ''}`;
}

function valueOf(answer: ToolAnswer, pattern: RegExp): string | null {
  if (answer.kind !== 'lines') return null;
  return answer.lines.map((line) => pattern.exec(line)?.[1]?.trim()).find((value) => value !== undefined && value !== '') ?? null;
}
