import { cardsOf } from './card.ts';
import { command } from './template.ts';

const { reads, changes, undoesItself } = cardsOf('windows');

/** Windows on the server: services, ports, the firewall, packets. PowerShell unless the tool says otherwise. */
export const windowsServer = {
  windows_listening: reads({
    ...{ tool: 'PowerShell', transport: 'tcp' },
    command: command`Get-NetTCPConnection -State Listen -LocalPort ${'port'} | Select-Object LocalAddress,OwningProcess`,
  }),
  windows_listening_udp: reads({
    ...{ tool: 'PowerShell', transport: 'udp' },
    command: command`Get-NetUDPEndpoint -LocalPort ${'port'} | Select-Object LocalAddress,OwningProcess`,
  }),
  windows_netstat: reads({ tool: 'netstat', command: command`netstat -ano` }),
  windows_service: reads({ tool: 'PowerShell', command: command`Get-Service -Name ${'windowsService'}` }),
  windows_processes: reads({ tool: 'tasklist', command: command`tasklist /svc` }),
  windows_start: changes({
    tool: 'PowerShell',
    command: command`Start-Service -Name ${'windowsService'}`,
    undo: command`Stop-Service -Name ${'windowsService'}`,
  }),
  windows_log: reads({
    tool: 'PowerShell',
    command: command`Get-WinEvent -FilterHashtable @{LogName='System','Application'; Level=1,2,3; StartTime=(Get-Date).AddMinutes(-15)} | Format-List TimeCreated,ProviderName,Message`,
  }),
  windows_load: reads({ tool: 'PowerShell', command: command`Get-Process | Sort-Object CPU -Descending | Select-Object -First 10` }),

  windows_profiles: reads({
    ...{ tool: 'PowerShell', firewall: 'windows' },
    command: command`Get-NetFirewallProfile | Format-Table Name,Enabled,DefaultInboundAction`,
  }),
  windows_rules: reads({
    ...{ tool: 'PowerShell', firewall: 'windows' },
    command: command`Get-NetFirewallPortFilter | Where-Object LocalPort -eq ${'port'} | Get-NetFirewallRule | Format-Table Name,Enabled,Direction,Action`,
  }),
  windows_open: changes({
    ...{ tool: 'PowerShell', firewall: 'windows' },
    command: command`New-NetFirewallRule -Name ${'tag'} -DisplayName '${'tag'}' -Direction Inbound -Protocol ${'transport'} -LocalPort ${'port'} -Action Allow`,
    undo: command`Remove-NetFirewallRule -Name ${'tag'}`,
  }),
  windows_netsh_rules: reads({ tool: 'netsh', firewall: 'windows', command: command`netsh advfirewall firewall show rule name=all` }),
  windows_netsh_open: changes({
    ...{ tool: 'netsh', firewall: 'windows' },
    command: command`netsh advfirewall firewall add rule name="${'tag'}" dir=in action=allow protocol=${'transport'} localport=${'port'}`,
    undo: command`netsh advfirewall firewall delete rule name="${'tag'}" protocol=${'transport'} localport=${'port'}`,
  }),
  windows_drop_log: changes({
    ...{ tool: 'PowerShell', firewall: 'windows' },
    command: command`Set-NetFirewallProfile -All -LogBlocked True`,
    undo: command`Set-NetFirewallProfile -All -LogBlocked False`,
  }),
  windows_drop_audit: changes({
    ...{ tool: 'auditpol', firewall: 'windows' },
    command: command`auditpol /set /subcategory:"Filtering Platform Packet Drop" /failure:enable`,
    undo: command`auditpol /set /subcategory:"Filtering Platform Packet Drop" /failure:disable`,
  }),
  windows_capture: changes({
    // Two commands in one line: cmd would take the semicolon for a part of the first.
    tool: 'PowerShell',
    command: command`pktmon filter add -p ${'port'}; pktmon start --capture`,
    undo: command`pktmon stop; pktmon filter remove`,
  }),
} as const;

/** Windows as a client: names, routes, the path, the test from another place. */
export const windowsNetwork = {
  windows_test: reads({
    tool: 'PowerShell',
    command: command`Test-NetConnection ${'host'} -Port ${'port'} -InformationLevel Detailed`,
  }),
  windows_telnet: reads({ tool: 'telnet', command: command`telnet ${'host'} ${'port'}` }),
  windows_telnet_enable: changes({
    tool: 'dism',
    command: command`dism /online /Enable-Feature /FeatureName:TelnetClient`,
    undo: command`dism /online /Disable-Feature /FeatureName:TelnetClient`,
  }),
  windows_curl: reads({ tool: 'curl', command: command`curl.exe -sv -o NUL --max-time 15 "${'scheme'}://${'urlHost'}:${'port'}/"` }),
  windows_resolve: reads({ tool: 'PowerShell', host: 'name', command: command`Resolve-DnsName ${'host'}` }),
  windows_resolve_at: reads({ tool: 'PowerShell', host: 'name', command: command`Resolve-DnsName ${'host'} -Server ${'resolver'}` }),
  windows_nslookup: reads({ tool: 'nslookup', host: 'name', command: command`nslookup ${'host'}` }),
  windows_name_servers: reads({ tool: 'PowerShell', command: command`Get-DnsClientServerAddress` }),
  windows_hosts_file: reads({
    ...{ tool: 'PowerShell', host: 'name' },
    command: command`Select-String -Path C:\Windows\System32\drivers\etc\hosts -SimpleMatch ${'host'}`,
  }),
  windows_flush_names: undoesItself({
    ...{ tool: 'PowerShell', host: 'name' },
    command: command`Clear-DnsClientCache`,
    undo: command`Resolve-DnsName ${'host'}`,
  }),
  windows_use_resolver: changes({
    tool: 'PowerShell',
    command: command`Set-DnsClientServerAddress -InterfaceIndex ${'interfaceIndex'} -ServerAddresses ${'resolver'}`,
    undo: command`Set-DnsClientServerAddress -InterfaceIndex ${'interfaceIndex'} -ResetServerAddresses`,
  }),
  windows_route: reads({
    tool: 'PowerShell',
    command: command`Find-NetRoute -RemoteIPAddress ${'address'}; Get-NetNeighbor -IPAddress ${'address'}`,
  }),
  windows_routes: reads({ tool: 'route', command: command`route print` }),
  windows_route_back: reads({ tool: 'PowerShell', command: command`Find-NetRoute -RemoteIPAddress ${'client'}` }),
  windows_default_add: undoesItself({
    ...{ tool: 'route', family: 4 },
    command: command`route add 0.0.0.0 mask 0.0.0.0 ${'newGateway'}`,
    undo: command`route delete 0.0.0.0 mask 0.0.0.0 ${'newGateway'}`,
  }),
  windows_default_add_6: undoesItself({
    ...{ tool: 'route', family: 6 },
    command: command`route -6 add ::/0 ${'newGateway'}`,
    undo: command`route -6 delete ::/0 ${'newGateway'}`,
  }),
  windows_ping: reads({ tool: 'ping', command: command`ping -n 4 ${'address'}` }),
  windows_tracert: reads({ tool: 'tracert', command: command`tracert -d ${'address'}` }),
  windows_trace: reads({ tool: 'PowerShell', command: command`Test-NetConnection ${'address'} -TraceRoute` }),
  windows_pathping: reads({ tool: 'pathping', command: command`pathping -n ${'address'}` }),
  windows_clock: reads({ tool: 'w32tm', command: command`w32tm /query /status` }),
  windows_proxy: reads({ tool: 'netsh', command: command`netsh winhttp show proxy` }),
  windows_links: reads({ tool: 'PowerShell', command: command`Get-NetAdapter; Get-NetIPConfiguration` }),
} as const;
