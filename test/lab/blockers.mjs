import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Every program the lab runs, and the Debian package that brings it. */
export const labPrograms = {
  dnsmasq: 'dnsmasq-base',
  dovecot: 'dovecot-core',
  exim4: 'exim4-daemon-light',
  ip: 'iproute2',
  mariadbd: 'mariadb-server-core',
  memcached: 'memcached',
  mosquitto: 'mosquitto',
  mount: 'mount',
  'nc.openbsd': 'netcat-openbsd',
  ncat: 'ncat',
  nft: 'nftables',
  nginx: 'nginx-light',
  nsenter: 'util-linux',
  openssl: 'openssl',
  ping: 'iputils-ping',
  'redis-server': 'redis-server',
  rsync: 'rsync',
  setpriv: 'util-linux',
  slapd: 'slapd',
  snmpd: 'snmpd',
  socat: 'socat',
  ss: 'iproute2',
  sshd: 'openssh-server',
  sysctl: 'procps',
  tc: 'iproute2',
  telnetd: 'inetutils-telnetd',
  traceroute: 'traceroute',
  unshare: 'util-linux',
  vsftpd: 'vsftpd',
  '/usr/lib/postgresql/15/bin/postgres': 'postgresql-15',
  Xvnc: 'tigervnc-standalone-server',
};

/** Folders of programs for root on Debian: a PATH inherited from an ordinary user lacks half of them. */
export const labPath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(delimiter);

// What a lab does first, in namespaces that end with it: whoever may do this may do the rest.
const tryOut =
  'ip link add one type veth peer two && sysctl -q net.ipv4.ip_forward=1 && nft add table inet lab && mount -t tmpfs none /run';

/**
 * The reasons the lab cannot run here, each one sentence for people; empty when it can.
 *
 * @returns {string[]}
 */
export function labBlockers() {
  if (process.platform !== 'linux') return ['The lab needs Linux: it is built from network namespaces.'];
  if (process.getuid?.() !== 0) return ['The lab needs root: it builds network namespaces.'];
  if (!existsSync('/proc/sys/net/ipv6')) return ['The lab needs IPv6, which this kernel was started without.'];
  const missing = Object.entries(labPrograms).filter(([program]) => !isInstalled(program));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map(([, name]) => name))].sort();
    return [`The lab lacks ${missing.map(([program]) => program).join(', ')}: apt-get install ${packages.join(' ')}`];
  }
  const namespaces = ['--fork', '--pid', '--net', '--mount', '--uts'];
  const { status, stderr } = spawnSync('unshare', [...namespaces, 'sh', '-c', tryOut], { env: { PATH: labPath }, encoding: 'utf8' });
  return status === 0 ? [] : [`This system does not let root build network namespaces: ${stderr.trim()}`];
}

/** @param {string} program */
function isInstalled(program) {
  const places = program.startsWith('/') ? [program] : labPath.split(delimiter).map((folder) => join(folder, program));
  return places.some((place) => existsSync(place));
}
