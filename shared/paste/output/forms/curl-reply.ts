import type { Stage } from '../../../check/stage.ts';
import type { ToldEndpoint } from '../told.ts';

/** What `curl -v` shows of a conversation: what TLS agreed, and the last reply. */
export interface CurlReply extends Pick<ToldEndpoint, 'http' | 'tls'> {
  readonly passed: readonly Stage[];
}

/** Reads the lines that begin with "*" (curl's own), ">" (sent) and "<" (received). */
export function readCurlReply(body: readonly string[]): CurlReply {
  const [, version, cipher] = last(body, /^\* SSL connection using (\S{1,20}) \/ (\S{1,80})/u);
  const [, alpn = null] = last(body, /^\* ALPN: server accepted (\S{1,20})$/u);
  const [, method, path = '/'] = last(body, /^> (HEAD|GET) (\/\S{0,2000}) HTTP\//u);
  const [, status, reason = ''] = last(body, /^< HTTP\/[\d.]{1,3} (\d{3})(?: (.{0,100}))?$/u);
  const http =
    status === undefined ? null : ({ method: method === 'HEAD' ? 'HEAD' : 'GET', path, status: Number(status), reason } as const);
  return {
    tls: version === undefined || cipher === undefined ? null : { version, cipher, alpn },
    http,
    passed: [...(version === undefined ? [] : ['handshake' as const]), ...(http === null ? [] : ['request' as const])],
  };
}

function last(body: readonly string[], pattern: RegExp): readonly (string | undefined)[] {
  const line = body.findLast((candidate) => pattern.test(candidate));
  return line === undefined ? [] : (pattern.exec(line) ?? []);
}
