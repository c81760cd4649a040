/** Programs whose commands are recognised in a pasted terminal, lower case: those that are read and those that lead to them. */
export const tools: ReadonlySet<string> = new Set(
  [
    'nc netcat nc.openbsd nc.traditional ncat telnet inetutils-telnet telnet-ssl curl ssh python python3 py portqry portqry.exe',
    'ping ping6 traceroute traceroute6 tracert tracepath test-netconnection tnc nslookup dig host getent resolve-dnsname',
    'ps tasklist get-process ss netstat lsof get-nettcpconnection systemctl service get-service sc launchctl docker',
    'iptables ip6tables iptables-save ip6tables-save nft firewall-cmd ufw get-netfirewallrule get-netfirewallprofile netsh',
    'get-netfirewallportfilter ldd grep egrep cat tcpdmatch fail2ban-client getenforce tail journalctl ip route find-netroute uname',
  ].flatMap((names) => names.split(' ')),
);
