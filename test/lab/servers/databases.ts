import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { mustRun } from '../command.ts';
import { addresses } from '../topology.ts';
import type { LabServer } from './server.ts';

const { database, client } = addresses;

/** MariaDB that knows the client's first address only: any other gets error 1130 instead of a greeting. */
export const mariadb: LabServer = {
  name: 'mariadb',
  host: 'server',
  listens: [`${database}:3306`],
  prepare: async ({ folder }) => {
    const data = join(folder, 'data');
    await mkdir(data);
    const common = ['--no-defaults', `--datadir=${data}`, '--user=root', '--skip-log-bin', '--innodb-log-file-size=4M'];
    const tables = await Promise.all(
      ['mysql_system_tables', 'mysql_system_tables_data'].map((name) => readFile(`/usr/share/mysql/${name}.sql`, 'utf8')),
    );
    const accounts = `DELETE FROM mysql.global_priv;\nINSERT INTO mysql.global_priv VALUES ('${client}', 'sonde', '{}');\n`;
    const input = ['CREATE DATABASE mysql;', 'USE mysql;', ...tables, accounts].join('\n');
    await mustRun(['mariadbd', ...common, '--bootstrap'], { input });
    const memory = ['--innodb-buffer-pool-size=8M', '--key-buffer-size=1M', '--performance-schema=off'];
    const place = [`--bind-address=${database}`, `--socket=${folder}/socket`, `--pid-file=${folder}/pid`];
    return ['mariadbd', ...common, ...memory, ...place, '--skip-name-resolve'];
  },
};

/** PostgreSQL, run by its own account: it refuses root. */
export const postgresql: LabServer = {
  name: 'postgresql',
  host: 'server',
  listens: [`${database}:5432`],
  prepare: async ({ folder }) => {
    const data = join(folder, 'data');
    await mustRun(['install', '-d', '-o', 'postgres', data]);
    const asPostgres = ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'];
    const programs = '/usr/lib/postgresql/15/bin';
    await mustRun([...asPostgres, `${programs}/initdb`, '--no-sync', '--auth=trust', '--pgdata', data]);
    const settings = ['-c', `listen_addresses=${database}`, '-c', `unix_socket_directories=${data}`, '-c', 'fsync=off'];
    return [...asPostgres, `${programs}/postgres`, '-D', data, ...settings];
  },
};

/** Redis without persistence. */
export const redis: LabServer = {
  name: 'redis',
  host: 'server',
  listens: [`${database}:6379`],
  prepare: ({ folder }) => Promise.resolve(['redis-server', '--bind', database, '--protected-mode', 'no', '--save', '', '--dir', folder]),
};

/** memcached with the least memory it takes. */
export const memcached: LabServer = {
  name: 'memcached',
  host: 'server',
  listens: [`${database}:11211`],
  prepare: () => Promise.resolve(['memcached', '-u', 'nobody', '-l', database, '-m', '8']),
};

/** slapd with no database: it answers for its own root entry, as every LDAP server does (RFC 4512 section 5.1). */
export const slapd: LabServer = {
  name: 'slapd',
  host: 'server',
  listens: [`${database}:389`],
  prepare: async ({ folder }) => {
    const configuration = join(folder, 'slapd.conf');
    await writeFile(configuration, `pidfile ${folder}/pid\nargsfile ${folder}/args\n`);
    return ['slapd', '-d', '0', '-f', configuration, '-h', `ldap://${database}`];
  },
};
