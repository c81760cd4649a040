import type { CommandForm } from '../command/command-form.ts';
import { ignored, ignoredValue, optionRules, source, text } from '../command/option-rule.ts';
import { powershellSyntax } from '../command/option-syntax.ts';
import { readConnection } from '../command/read-connection.ts';
import { lastText } from '../command/settings.ts';

/** PowerShell's Test-NetConnection. Its -CommonTCPPort names (HTTP, RDP, SMB, WINRM) are services by those names here. */
export const testNetConnection: CommandForm = {
  programs: ['Test-NetConnection', 'tnc'],
  syntax: powershellSyntax,
  rules: optionRules(
    [text('host'), '-computername -remoteaddress -cn'],
    [text('port'), '-port -remoteport -commontcpport'],
    [source, '-constrainsourceaddress'],
    [ignored, '-traceroute -diagnoserouting -verbose -vb -debug -db'],
    [ignoredValue, '-hops -constraininterface -informationlevel -erroraction -ea -warningaction -wa -informationaction -infa'],
    [
      ignoredValue,
      '-errorvariable -ev -warningvariable -wv -informationvariable -iv -outvariable -ov -outbuffer -ob -pipelinevariable -pv',
    ],
  ),
  read: ({ form, settings, operands }) => {
    const [host, port] = [lastText(settings, 'host'), lastText(settings, 'port')];
    const words = [...(host === null ? [] : [host]), ...operands, ...(port === null ? [] : [port])];
    return readConnection({ form, settings, operands: words, defaultPort: null });
  },
};
