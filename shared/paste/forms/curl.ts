import type { CommandForm } from '../command/command-form.ts';
import { family, ignored, ignoredValue, limit, optionRules, refuse, source, text } from '../command/option-rule.ts';
import { unixSyntax } from '../command/option-syntax.ts';
import { pinAddress } from '../command/pin-address.ts';
import { readWebAddress } from '../command/read-web-address.ts';

/**
 * curl, up to 8.x. What it would send (method, headers, body, login) is read over and not kept: a check asks with HEAD.
 *
 * `-k` changes nothing: a check always says what is wrong with a certificate, and goes no further than that.
 */
export const curl: CommandForm = {
  programs: ['curl'],
  syntax: unixSyntax,
  rules: optionRules(
    [text('url'), '--url'],
    [text('resolve'), '--resolve'],
    [text('connectTo'), '--connect-to'],
    [limit, '--connect-timeout -m --max-time'],
    [family(4), '-4 --ipv4'],
    [family(6), '-6 --ipv6'],
    [source, '--interface'],
    [refuse('option_proxies'), '-x --proxy --preproxy --proxy1.0 --socks4 --socks4a --socks5 --socks5-hostname'],
    [refuse('option_unix_socket'), '--unix-socket --abstract-unix-socket'],
    [refuse('option_other_transport'), '--http3-only'],
    [ignored, '-0 -1 -2 -3 -a -B -f -G -g -i -I -J -j -k -l -L -M -n -N -O -p -q -R -s -S -v -V -Z -# -:'],
    [ignored, '--anyauth --append --basic --ca-native --cert-status --compressed --compressed-ssh --create-dirs --crlf --digest --disable'],
    [
      ignored,
      '--disable-eprt --disable-epsv --disallow-username-in-url --doh-cert-status --doh-insecure --fail --fail-early --fail-with-body',
    ],
    [ignored, '--false-start --form-escape --ftp-create-dirs --ftp-pasv --ftp-pret --ftp-skip-pasv-ip --ftp-ssl-ccc --ftp-ssl-control'],
    [ignored, '--get --globoff --haproxy-protocol --head --http0.9 --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3'],
    [ignored, '--ignore-content-length --include --insecure --junk-session-cookies --list-only --location --location-trusted'],
    [ignored, '--mail-rcpt-allowfails --manual --metalink --negotiate --netrc --netrc-optional --next --no-alpn --no-buffer --no-clobber'],
    [ignored, '--no-keepalive --no-npn --no-progress-meter --no-sessionid --ntlm --ntlm-wb --parallel --parallel-immediate --path-as-is'],
    [ignored, '--post301 --post302 --post303 --progress-bar --proxy-anyauth --proxy-basic --proxy-ca-native --proxy-digest --proxy-http2'],
    [ignored, '--proxy-insecure --proxy-negotiate --proxy-ntlm --proxy-ssl-allow-beast --proxy-ssl-auto-client-cert --proxy-tlsv1'],
    [
      ignored,
      '--proxytunnel --raw --remote-header-name --remote-name --remote-name-all --remote-time --remove-on-error --retry-all-errors',
    ],
    [ignored, '--retry-connrefused --sasl-ir --show-error --show-headers --silent --skip-existing --socks5-basic --socks5-gssapi'],
    [ignored, '--socks5-gssapi-nec --ssl --ssl-allow-beast --ssl-auto-client-cert --ssl-no-revoke --ssl-reqd --ssl-revoke-best-effort'],
    [ignored, '--sslv2 --sslv3 --styled-output --suppress-connect-headers --tcp-fastopen --tcp-nodelay --tftp-no-options --tls-earlydata'],
    [
      ignored,
      '--tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --tr-encoding --trace-ids --trace-time --use-ascii --verbose --version --xattr',
    ],
    [ignoredValue, '-A -b -C -c -d -D -e -E -F -h -H -K -o -P -Q -r -t -T -u -U -w -X -Y -y -z'],
    [ignoredValue, '--alt-svc --aws-sigv4 --cacert --capath --cert --cert-type --ciphers --config --continue-at --cookie --cookie-jar'],
    [ignoredValue, '--create-file-mode --crlfile --curves --data --data-ascii --data-binary --data-raw --data-urlencode --delegation'],
    [
      ignoredValue,
      '--dns-interface --dns-ipv4-addr --dns-ipv6-addr --dns-servers --doh-url --dump-ca-embed --dump-header --ech --egd-file',
    ],
    [ignoredValue, '--engine --etag-compare --etag-save --expect100-timeout --form --form-string --ftp-account --ftp-alternative-to-user'],
    [
      ignoredValue,
      '--ftp-method --ftp-port --ftp-ssl-ccc-mode --happy-eyeballs-timeout-ms --haproxy-clientip --header --help --hostpubmd5',
    ],
    [
      ignoredValue,
      '--hostpubsha256 --hsts --ip-tos --ipfs-gateway --json --keepalive-cnt --keepalive-time --key --key-type --krb --libcurl',
    ],
    [
      ignoredValue,
      '--limit-rate --local-port --login-options --mail-auth --mail-from --mail-rcpt --max-filesize --max-redirs --netrc-file',
    ],
    [ignoredValue, '--noproxy --oauth2-bearer --output --output-dir --parallel-max --parallel-max-host --pass --pinnedpubkey --proto'],
    [ignoredValue, '--proto-default --proto-redir --proxy-cacert --proxy-capath --proxy-cert --proxy-cert-type --proxy-ciphers'],
    [ignoredValue, '--proxy-crlfile --proxy-header --proxy-key --proxy-key-type --proxy-pass --proxy-pinnedpubkey --proxy-service-name'],
    [ignoredValue, '--proxy-tls13-ciphers --proxy-tlsauthtype --proxy-tlspassword --proxy-tlsuser --proxy-user --pubkey --quote'],
    [ignoredValue, '--random-file --range --rate --referer --request --request-target --retry --retry-delay --retry-max-time'],
    [ignoredValue, '--sasl-authzid --service-name --sigalgs --socks5-gssapi-service --speed-limit --speed-time --stderr --telnet-option'],
    [ignoredValue, '--tftp-blksize --time-cond --tls-max --tls13-ciphers --tlsauthtype --tlspassword --tlsuser --trace --trace-ascii'],
    [ignoredValue, '--trace-config --upload-file --upload-flags --url-query --user --user-agent --variable --vlan-priority --write-out'],
  ),
  read: (words) => pinAddress(readWebAddress({ ...words, guessScheme }), words.settings),
};

/** curl goes by the first label of the host (curl(1), "URL"). */
function guessScheme(url: string): string {
  return /^(ftp|imap|ldap|pop3|smtp)\./iu.exec(url)?.[1] ?? 'http';
}
