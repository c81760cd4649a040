import { describe, expect, test } from 'vitest';

import { findScheme } from '../../../shared/paste/find-scheme.ts';
import { findServiceName } from '../../../shared/paste/find-service-name.ts';
import { services } from '../../../shared/service/services.ts';

describe('findServiceName', () => {
  test('knows every service by its id, with its first port', () => {
    for (const { id, ports } of services) expect(findServiceName(id.toUpperCase())).toMatchObject({ id, port: ports[0]?.port });
  });

  test.each(
    'ws www wss sftp scp ftpes submissions ssmtp imap2 imap4 pop pop-3 domain cifs microsoft-ds ms-wbt-server rfb mariadb postgres sqlserver mssql ms-sql-s mongo memcache rediss amqps mqtts secure-mqtt ipps'.split(
      ' ',
    ),
  )('knows %s, which is another name of a service', (name) => {
    expect(services.map(({ id }) => id)).toContain(findServiceName(name)?.id);
  });

  test('knows no other', () => {
    expect(findServiceName('made-up')).toBeNull();
    expect(findServiceName('constructor')).toBeNull();
    expect(findScheme('file')).toBeNull();
  });
});
