import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes } = cardsOf('linux');

/** Is the service there: processes, listening ports, units, logs, containers. */
export const linuxService = {
  linux_ss: reads({ tool: 'ss', transport: 'tcp', command: command`sudo ss -H -ltnp 'sport = :${'port'}'` }),
  linux_ss_udp: reads({ tool: 'ss', transport: 'udp', command: command`sudo ss -H -lunp 'sport = :${'port'}'` }),
  linux_netstat: reads({ tool: 'netstat', transport: 'tcp', command: command`sudo netstat -ntpl` }),
  linux_ps: reads({ tool: 'ps', command: command`ps -C ${'process'} -o pid,user,etime,args` }),
  linux_ps_all: reads({ tool: 'ps', command: command`ps -ef` }),
  linux_status: reads({ tool: 'systemctl', command: command`systemctl status ${'units'} --no-pager` }),
  linux_status_old: reads({ tool: 'service', command: command`sudo service ${'unit'} status` }),
  linux_failed: reads({ tool: 'systemctl', command: command`systemctl --failed --no-pager` }),
  linux_start: changes({
    tool: 'systemctl',
    command: command`sudo systemctl start ${'unit'}`,
    undo: command`sudo systemctl stop ${'unit'}`,
  }),
  linux_start_old: changes({
    tool: 'service',
    command: command`sudo service ${'unit'} start`,
    undo: command`sudo service ${'unit'} stop`,
  }),
  // The address alone is changed; a line that is commented out begins with another character.
  linux_listen_everywhere: changes({
    tool: 'sed',
    command: command`sudo test -e ${'listenFile'}.${'tag'} || sudo cp -p ${'listenFile'} ${'listenFile'}.${'tag'} && sudo sed -i -E '/^[[:space:]]*(listen|bind)/I s/[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+|localhost/0.0.0.0/' ${'listenFile'} && sudo systemctl restart ${'unit'}`,
    undo: command`sudo mv ${'listenFile'}.${'tag'} ${'listenFile'} && sudo systemctl restart ${'unit'}`,
  }),
  linux_journal: reads({ tool: 'journalctl', command: command`sudo journalctl -u ${'unit'} --since -15min --no-pager` }),
  linux_log_file: reads({ tool: 'tail', command: command`sudo tail -n 50 ${'logFile'}` }),
  linux_docker: reads({ tool: 'docker', command: command`sudo docker ps --format 'table {{.Names}}\t{{.Ports}}'` }),
  linux_docker_user: reads({ tool: 'iptables', command: command`sudo iptables -L DOCKER-USER -n -v` }),
  linux_connections: reads({ tool: 'ss', transport: 'tcp', command: command`sudo ss -Htn state established 'sport = :${'port'}' | wc -l` }),
  linux_backlog: reads({ tool: 'ss', transport: 'tcp', command: command`sudo ss -Hltn 'sport = :${'port'}'` }),
  linux_load: reads({ tool: 'uptime', command: command`uptime; free -h; df -h` }),
  linux_sshd_limits: reads({
    tool: 'sshd',
    services: ['ssh'],
    command: command`sudo sshd -T | grep -Ei 'maxstartups|persource|allow|deny|port'`,
  }),
  linux_clock: reads({ tool: 'timedatectl', command: command`timedatectl` }),
  linux_uname: reads({ tool: 'uname', command: command`uname -a; cat /etc/os-release` }),
} as const;
