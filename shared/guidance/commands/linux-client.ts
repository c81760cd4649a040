import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes } = cardsOf('linux');

const web = ['http', 'https', 'winrm', 'elasticsearch', 'ipp'];

/** The test from another place, the dialogue, and the tools for both. */
export const linuxClient = {
  linux_nc: reads({ tool: 'nc', command: command`nc -vz -w 5 ${'host'} ${'port'}` }),
  linux_nc_talk: reads({ tool: 'nc', command: command`nc -vt ${'host'} ${'port'}` }),
  linux_nc_quit: reads({ tool: 'nc', command: command`printf '${'quit'}\r\n' | nc -v -w 5 ${'host'} ${'port'}` }),
  linux_nc_get: reads({ tool: 'nc', services: web, command: command`printf 'HEAD / HTTP/1.0\r\n\r\n' | nc -v -w 5 ${'host'} ${'port'}` }),
  linux_telnet: reads({ tool: 'telnet', command: command`telnet ${'host'} ${'port'}` }),
  linux_bash: reads({
    tool: 'bash',
    command: command`timeout 5 bash -c 'cat < /dev/null > /dev/tcp/${'host'}/${'port'}'; echo $?`,
  }),
  linux_python: reads({
    tool: 'python3',
    command: command`python3 - <<'END'
import socket
try:
    sock = socket.create_connection(('${'host'}', ${'port'}), timeout=5)
    print('Connected')
    sock.close()
except OSError as error:
    print("Couldn't connect to server:", error)
    raise
END`,
  }),
  linux_curl: reads({
    tool: 'curl',
    services: web,
    command: command`curl -sv -o /dev/null --max-time 15 '${'scheme'}://${'urlHost'}:${'port'}/'`,
  }),
  linux_curl_times: reads({
    ...{ tool: 'curl', services: web },
    command: command`curl -s -o /dev/null -w 'name %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first %{time_starttransfer} all %{time_total}\n' '${'scheme'}://${'urlHost'}:${'port'}/'`,
  }),
  linux_openssl: reads({
    ...{ tool: 'openssl', host: 'name' },
    command: command`openssl s_client -connect ${'host'}:${'port'} -servername ${'host'} -showcerts < /dev/null`,
  }),
  // An address is no server name (RFC 6066 section 3).
  linux_openssl_address: reads({
    ...{ tool: 'openssl', host: 'address' },
    command: command`openssl s_client -connect '${'urlHost'}:${'port'}' -showcerts < /dev/null`,
  }),
  linux_openssl_dates: reads({
    ...{ tool: 'openssl', host: 'name' },
    command: command`openssl s_client -connect ${'host'}:${'port'} -servername ${'host'} < /dev/null 2> /dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName`,
  }),
  linux_openssl_dates_address: reads({
    ...{ tool: 'openssl', host: 'address' },
    command: command`openssl s_client -connect '${'urlHost'}:${'port'}' < /dev/null 2> /dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName`,
  }),
  linux_openssl_start_tls: reads({
    tool: 'openssl',
    command: command`openssl s_client -connect '${'urlHost'}:${'port'}' -starttls ${'startTls'} < /dev/null`,
  }),
  linux_proxy: reads({ tool: 'env', command: command`env | grep -i proxy` }),

  linux_apt_nc: install('apt-get', 'netcat-openbsd'),
  linux_yum_nc: install('yum', 'nc'),
  linux_dnf_nc: install('dnf', 'nmap-ncat'),
  linux_apt_telnet: install('apt-get', 'telnet'),
  linux_dnf_telnet: install('dnf', 'telnet'),
  linux_apt_traceroute: install('apt-get', 'traceroute'),
  linux_dnf_traceroute: install('dnf', 'traceroute'),
} as const;

function install(tool: string, name: string) {
  const constant = (text: string) => ({ parts: [text], slots: [] });
  return changes({ tool, command: constant(`sudo ${tool} install ${name}`), undo: constant(`sudo ${tool} remove ${name}`) });
}
