/** A server program by the names it goes by on Linux. Commands take names from this list only. */
export interface Program {
  /** Unique: what a pasted output or a greeting is recognised as. */
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  /** Ids of shared/service it offers. */
  readonly services: readonly string[];
  /** Its systemd unit. */
  readonly unit: string;
  /** Its process as ps shows it. */
  readonly process: string;
  /** Where distributions put it. */
  readonly path: string;
  /** Its own log, or null when it writes to the journal. */
  readonly logFile: string | null;
  /** The file in which a line that begins with "listen" or "bind" says on which IPv4 address it listens, or null where no one file does. */
  readonly listenFile: string | null;
  /** Its name in hosts.allow and hosts.deny, or null when it never uses TCP wrappers. */
  readonly wrapperName: string | null;
  /** The fail2ban jail that watches it, by fail2ban's own configuration, or null. */
  readonly jail: string | null;
  /** Recognises its own words or its process name. */
  readonly product: RegExp;
}

type Named = Pick<Program, 'id' | 'name' | 'services' | 'path' | 'product'> & Partial<Program>;

/** What is not named goes by the id. */
function program(named: Named): Program {
  return { unit: named.id, process: named.id, logFile: null, listenFile: null, wrapperName: null, jail: null, ...named };
}

const web = ['http', 'https'] as const;
const mail = ['smtp', 'submission', 'smtps'] as const;
const mailboxes = ['imap', 'imaps', 'pop3', 'pop3s'] as const;

/** Every program commands are known for; of several that offer a service, the commonest first. */
export const programs: readonly Program[] = [
  program({
    ...{ id: 'vsftpd', name: 'vsftpd', services: ['ftp', 'ftps'], path: '/usr/sbin/vsftpd', product: /vsftpd/iu },
    ...{ logFile: '/var/log/vsftpd.log', listenFile: '/etc/vsftpd.conf', wrapperName: 'vsftpd', jail: 'vsftpd' },
  }),
  program({
    ...{ id: 'proftpd', name: 'ProFTPD', services: ['ftp', 'ftps'], path: '/usr/sbin/proftpd', product: /proftpd/iu },
    ...{ logFile: '/var/log/proftpd/proftpd.log', wrapperName: 'proftpd', jail: 'proftpd' },
  }),
  program({
    ...{ id: 'pure-ftpd', name: 'Pure-FTPd', services: ['ftp', 'ftps'], path: '/usr/sbin/pure-ftpd', product: /pure-ftpd/iu },
    ...{ jail: 'pure-ftpd' },
  }),
  program({
    ...{ id: 'ssh', name: 'OpenSSH', services: ['ssh'], path: '/usr/sbin/sshd', product: /openssh.*(?:debian|ubuntu|raspbian)/iu },
    ...{ process: 'sshd', listenFile: '/etc/ssh/sshd_config', wrapperName: 'sshd', jail: 'sshd' },
  }),
  program({
    ...{ id: 'sshd', name: 'OpenSSH', services: ['ssh'], path: '/usr/sbin/sshd', product: /openssh|\bsshd\b/iu },
    ...{ listenFile: '/etc/ssh/sshd_config', wrapperName: 'sshd', jail: 'sshd' },
  }),
  program({
    id: 'apache2',
    name: 'Apache',
    services: web,
    path: '/usr/sbin/apache2',
    product: /apache.*(?:debian|ubuntu)|apache2/iu,
    logFile: '/var/log/apache2/error.log',
    listenFile: '/etc/apache2/ports.conf',
  }),
  program({
    id: 'httpd',
    name: 'Apache',
    services: web,
    path: '/usr/sbin/httpd',
    product: /apache(?!.*tomcat)|\bhttpd\b/iu,
    logFile: '/var/log/httpd/error_log',
    listenFile: '/etc/httpd/conf/httpd.conf',
  }),
  program({ id: 'nginx', name: 'nginx', services: web, path: '/usr/sbin/nginx', product: /nginx/iu, logFile: '/var/log/nginx/error.log' }),
  program({ id: 'caddy', name: 'Caddy', services: web, path: '/usr/bin/caddy', product: /caddy/iu }),
  program({
    id: 'lighttpd',
    name: 'lighttpd',
    services: web,
    path: '/usr/sbin/lighttpd',
    product: /lighttpd/iu,
    logFile: '/var/log/lighttpd/error.log',
  }),
  program({
    id: 'postfix',
    name: 'Postfix',
    services: mail,
    path: '/usr/sbin/postfix',
    product: /postfix/iu,
    process: 'master',
    logFile: '/var/log/mail.log',
    jail: 'postfix',
  }),
  program({
    id: 'exim4',
    name: 'Exim',
    services: mail,
    path: '/usr/sbin/exim4',
    product: /exim/iu,
    logFile: '/var/log/exim4/mainlog',
    wrapperName: 'exim',
    jail: 'exim',
  }),
  program({
    id: 'sendmail',
    name: 'Sendmail',
    services: mail,
    path: '/usr/sbin/sendmail',
    product: /sendmail/iu,
    logFile: '/var/log/maillog',
    wrapperName: 'sendmail',
  }),
  program({
    id: 'dovecot',
    name: 'Dovecot',
    services: mailboxes,
    path: '/usr/sbin/dovecot',
    product: /dovecot/iu,
    logFile: '/var/log/mail.log',
    listenFile: '/etc/dovecot/dovecot.conf',
    wrapperName: 'imap',
    jail: 'dovecot',
  }),
  program({
    id: 'mariadb',
    name: 'MariaDB',
    services: ['mysql'],
    path: '/usr/sbin/mariadbd',
    product: /mariadb/iu,
    process: 'mariadbd',
    listenFile: '/etc/mysql/mariadb.conf.d/50-server.cnf',
    logFile: '/var/log/mysql/error.log',
  }),
  program({
    id: 'mysql',
    name: 'MySQL',
    services: ['mysql'],
    path: '/usr/sbin/mysqld',
    product: /mysql/iu,
    process: 'mysqld',
    listenFile: '/etc/mysql/mysql.conf.d/mysqld.cnf',
    logFile: '/var/log/mysql/error.log',
  }),
  program({
    id: 'postgresql',
    name: 'PostgreSQL',
    services: ['postgresql'],
    path: '/usr/lib/postgresql',
    product: /postgres/iu,
    process: 'postgres',
  }),
  program({ id: 'named', name: 'BIND', services: ['dns'], path: '/usr/sbin/named', product: /\bbind\b|\bnamed\b/iu }),
  program({ id: 'unbound', name: 'Unbound', services: ['dns'], path: '/usr/sbin/unbound', product: /unbound/iu }),
  program({ id: 'dnsmasq', name: 'dnsmasq', services: ['dns'], path: '/usr/sbin/dnsmasq', product: /dnsmasq/iu }),
  program({
    id: 'smbd',
    name: 'Samba',
    services: ['smb'],
    path: '/usr/sbin/smbd',
    product: /samba|smbd/iu,
    logFile: '/var/log/samba/log.smbd',
  }),
  program({
    id: 'slapd',
    name: 'OpenLDAP',
    services: ['ldap', 'ldaps'],
    path: '/usr/sbin/slapd',
    product: /openldap|slapd/iu,
    wrapperName: 'slapd',
  }),
  program({
    id: 'snmpd',
    name: 'Net-SNMP',
    services: ['snmp'],
    path: '/usr/sbin/snmpd',
    product: /snmpd|net-snmp/iu,
    wrapperName: 'snmpd',
  }),
  program({ id: 'chronyd', name: 'chrony', services: ['ntp'], path: '/usr/sbin/chronyd', product: /chrony/iu }),
  program({
    id: 'redis-server',
    name: 'Redis',
    services: ['redis'],
    path: '/usr/bin/redis-server',
    product: /redis|valkey/iu,
    logFile: '/var/log/redis/redis-server.log',
    listenFile: '/etc/redis/redis.conf',
  }),
  program({
    id: 'mongod',
    name: 'MongoDB',
    services: ['mongodb'],
    path: '/usr/bin/mongod',
    product: /mongo/iu,
    logFile: '/var/log/mongodb/mongod.log',
  }),
  program({ id: 'memcached', name: 'memcached', services: ['memcached'], path: '/usr/bin/memcached', product: /memcached/iu }),
  program({
    id: 'elasticsearch',
    name: 'Elasticsearch',
    services: ['elasticsearch'],
    path: '/usr/share/elasticsearch',
    product: /elasticsearch|opensearch/iu,
    process: 'java',
  }),
  program({
    id: 'mosquitto',
    name: 'Mosquitto',
    services: ['mqtt'],
    path: '/usr/sbin/mosquitto',
    product: /mosquitto/iu,
    wrapperName: 'mosquitto',
    logFile: '/var/log/mosquitto/mosquitto.log',
    listenFile: '/etc/mosquitto/mosquitto.conf',
  }),
  program({
    id: 'rabbitmq-server',
    name: 'RabbitMQ',
    services: ['amqp'],
    path: '/usr/sbin/rabbitmq-server',
    product: /rabbitmq/iu,
    process: 'beam.smp',
  }),
  program({
    id: 'cups',
    name: 'CUPS',
    services: ['ipp'],
    path: '/usr/sbin/cupsd',
    product: /cups/iu,
    process: 'cupsd',
    logFile: '/var/log/cups/error_log',
    listenFile: '/etc/cups/cupsd.conf',
  }),
  program({ id: 'rsync', name: 'rsync', services: ['rsync'], path: '/usr/bin/rsync', product: /rsync/iu }),
  program({ id: 'xrdp', name: 'xrdp', services: ['rdp'], path: '/usr/sbin/xrdp', product: /xrdp/iu, logFile: '/var/log/xrdp.log' }),
  program({ id: 'inetd', name: 'inetd', services: ['telnet'], path: '/usr/sbin/inetd', product: /inetd/iu, wrapperName: 'in.telnetd' }),
  program({
    id: 'asterisk',
    name: 'Asterisk',
    services: ['sip', 'sips'],
    path: '/usr/sbin/asterisk',
    product: /asterisk/iu,
    jail: 'asterisk',
  }),
  program({
    id: 'mssql-server',
    name: 'SQL Server',
    services: ['sql-server'],
    path: '/opt/mssql/bin/sqlservr',
    product: /sqlservr|sql server/iu,
    process: 'sqlservr',
  }),
];
