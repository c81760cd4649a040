/** The Windows service behind a service of shared/service, where Windows brings one or its maker's setup names it so. */
export const windowsServices: Readonly<Record<string, string>> = {
  ftp: 'ftpsvc',
  ssh: 'sshd',
  telnet: 'TlntSvr',
  smtp: 'SMTPSVC',
  dns: 'DNS',
  http: 'W3SVC',
  https: 'W3SVC',
  ntp: 'W32Time',
  ldap: 'NTDS',
  ldaps: 'NTDS',
  smb: 'LanmanServer',
  rdp: 'TermService',
  winrm: 'WinRM',
  snmp: 'SNMP',
  'sql-server': 'MSSQLSERVER',
  mysql: 'MySQL80',
  postgresql: 'postgresql-x64-17',
  ipp: 'Spooler',
};

/** The launchd service behind a service of shared/service, where macOS brings one. */
export const launchServices: Readonly<Record<string, string>> = {
  ssh: 'system/com.openssh.sshd',
  http: 'system/org.apache.httpd',
  https: 'system/org.apache.httpd',
  smb: 'system/com.apple.smbd',
  vnc: 'system/com.apple.screensharing',
  ipp: 'system/org.cups.cupsd',
  smtp: 'system/com.apple.postfix.master',
};
