import type { CommandForm } from '../command/command-form.ts';
import { nameServer } from '../command/name-server.ts';
import { applyTo, family, ignored, ignoredValue, optionRules, refuse, source, text, type OptionRule } from '../command/option-rule.ts';
import { opensslSyntax } from '../command/option-syntax.ts';
import { readConnection } from '../command/read-connection.ts';
import { lastText, type Settings } from '../command/settings.ts';
import type { ChosenOptions } from '../../check/options.ts';
import { findServiceName } from '../find-service-name.ts';
import { splitHostPort } from '../read-place.ts';
import { withoutBrackets } from '../without-brackets.ts';

/** A source is "address:port" here, with brackets around IPv6. */
const bind: OptionRule = {
  kind: 'apply',
  takesValue: true,
  apply: (settings, value) => applyTo(source, settings, withoutBrackets(splitHostPort(value).host)),
};

/** openssl s_client (OpenSSL 1.1 and 3). Its own default port, 4433, is asked for: nobody means it. */
export const openssl: CommandForm = {
  programs: ['openssl s_client'],
  syntax: opensslSyntax,
  rules: optionRules(
    [text('host'), '-connect -host'],
    [text('port'), '-port'],
    [text('serverName'), '-servername'],
    [text('startTls'), '-starttls'],
    [bind, '-bind'],
    [family(4), '-4'],
    [family(6), '-6'],
    [refuse('option_proxies'), '-proxy'],
    [refuse('option_unix_socket'), '-unix'],
    [refuse('option_other_transport'), '-dtls -dtls1 -dtls1_2 -sctp -quic'],
    [ignored, '-adv -allow_no_dhe_kex -allow_proxy_certs -async -brief -bugs -build_chain -check_ss_sig -client_renegotiation -comp'],
    [ignored, '-crl_check -crl_check_all -crl_download -crlf -ct -dane_ee_no_namechecks -debug -enable_pha -explicit_policy -extended_crl'],
    [
      ignored,
      '-fallback_scsv -help -ign_eof -ignore_critical -ignore_unexpected_eof -inhibit_any -inhibit_map -ktls -legacy_renegotiation',
    ],
    [ignored, '-legacy_server_connect -msg -nbio -nbio_test -no-CAfile -no-CApath -no-CAstore -no_alt_chains -no_check_time -no_comp'],
    [
      ignored,
      '-no_etm -no_ems -no_ign_eof -no_legacy_server_connect -no_middlebox -no_renegotiation -no_ssl3 -no_ticket -no_tls1 -no_tls1_1',
    ],
    [ignored, '-no_tls1_2 -no_tls1_3 -no_tx_cert_comp -no_rx_cert_comp -nocommands -noct -noservername -partial_chain -policy_check'],
    [ignored, '-policy_print -prexit -prioritize_chacha -quiet -reconnect -security_debug -security_debug_verbose -serverpref -showcerts'],
    [ignored, '-srp_lateuser -srp_moregroups -ssl3 -state -status -strict -suiteB_128 -suiteB_128_only -suiteB_192 -timeout -tls1 -tls1_1'],
    [
      ignored,
      '-tls1_2 -tls1_3 -tlsextdebug -trace -trusted_first -use_deltas -verify_quiet -verify_return_error -x509_strict -xchain_build',
    ],
    [
      ignoredValue,
      '-CAfile -CApath -CAstore -CRL -CRLform -alpn -attime -auth_level -cert -cert_chain -certform -chainCAfile -chainCApath',
    ],
    [ignoredValue, '-chainCAstore -cipher -ciphersuites -client_sigalgs -ctlogfile -curves -dane_tlsa_domain -dane_tlsa_rrdata'],
    [ignoredValue, '-early_data -engine -groups -key -keyform -keylogfile -keymatexport -keymatexportlen -max_pipelines -max_protocol'],
    [
      ignoredValue,
      '-max_send_frag -maxfraglen -min_protocol -msgfile -mtu -name -named_curve -nameopt -nextprotoneg -pass -policy -propquery',
    ],
    [ignoredValue, '-provider -provider-path -proxy_pass -proxy_user -psk -psk_identity -psk_session -purpose -rand -read_buf'],
    [
      ignoredValue,
      '-record_padding -requestCAfile -serverinfo -sess_in -sess_out -sigalgs -split_send_frag -srp_strength -srppass -srpuser',
    ],
    [ignoredValue, '-ssl_client_engine -ssl_config -use_srtp -verify -verify_depth -verify_email -verify_hostname -verify_ip -verify_name'],
    [ignoredValue, '-verifyCAfile -verifyCApath -verifyCAstore -writerand -xcert -xcertform -xchain -xkey -xkeyform -xmpphost'],
  ),
  read: ({ form, settings, operands: [operand = ''] }) => {
    const operands = [lastText(settings, 'host') ?? operand, lastText(settings, 'port') ?? ''];
    const options = { ...settings.options, ...securityOf(settings) };
    return nameServer(readConnection({ form, settings: { ...settings, options }, operands, defaultPort: null }), settings);
  },
};

/** TLS begins in the middle of a protocol with -starttls; a check then asks that protocol's service, without TLS. */
function securityOf(settings: Settings): ChosenOptions {
  const startTls = lastText(settings, 'startTls');
  if (startTls === null) return { tls: 'on' };
  const service = findServiceName(startTls);
  return service === null ? { tls: 'off' } : { tls: 'off', service: service.id };
}
