import { formatFlags } from '../help.ts';
import { readFlags } from './read-flags.ts';

/** What `sonde read --help` prints. */
export const readHelp = `Examples
  sonde read                                  paste what the customer sees, then Ctrl+D
  sonde read answer.txt --from "branch office"
                                              the same from a file
  ss -tlnp | sonde read --about web1.example.net:443 --from server
                                              what a server prints: who listens there?
  iptables -S | sonde read --about web1.example.net:443 --client 203.0.113.7 --no-save
                                              does a rule stop this client?

Usage
  sonde read [file] [options]

Options
${formatFlags(readFlags)}

It reads what nc, ncat, telnet, curl, ssh, Python, bash /dev/tcp, Test-NetConnection, PortQry, ping,
traceroute, tracert, dig and nslookup print, and on servers ps, ss, netstat, lsof, systemctl,
Get-Service, iptables, nft, ufw, firewall-cmd, ip route and more, with or without the line of the
command. Nothing is run or sent. An attempt to connect is kept as a check of that place; the rest is
shown, and sonde explain --paste reasons with it. Exit code: 0 when something was read, 1 when
nothing was, 2 for a command or a file that cannot be read, 130 when interrupted.
`;
