import type { CommandForm } from '../command/command-form.ts';
import { family, ignored, ignoredValue, limit, optionRules, source } from '../command/option-rule.ts';
import { unixSyntax } from '../command/option-syntax.ts';
import { readWebAddress } from '../command/read-web-address.ts';

/** GNU Wget 1.x. Its two-letter options (-nv, -nc, -np) are read as -n with a value, which comes to the same. */
export const wget: CommandForm = {
  programs: ['wget'],
  syntax: unixSyntax,
  rules: optionRules(
    [limit, '-T --timeout --connect-timeout'],
    [family(4), '-4 --inet4-only'],
    [family(6), '-6 --inet6-only'],
    [source, '--bind-address'],
    [ignored, '-b -c -d -E -F -h -H -k -K -L -m -N -p -q -r -S -v -V -x'],
    [ignored, '--adjust-extension --ask-password --auth-no-challenge --background --backup-converted --content-disposition'],
    [ignored, '--content-on-error --continue --convert-file-only --convert-links --debug --delete-after --follow-ftp --force-directories'],
    [ignored, '--force-html --ftps-clear-data-connection --ftps-fallback-to-ftp --ftps-implicit --ftps-resume-ssl --help --https-only'],
    [ignored, '--ignore-case --ignore-length --keep-session-cookies --mirror --no-cache --no-check-certificate --no-clobber --no-config'],
    [ignored, '--no-cookies --no-directories --no-dns-cache --no-glob --no-host-directories --no-hsts --no-http-keep-alive'],
    [ignored, '--no-if-modified-since --no-iri --no-netrc --no-parent --no-passive-ftp --no-proxy --no-remove-listing'],
    [ignored, '--no-use-server-timestamps --no-verbose --no-warc-compression --no-warc-digests --no-warc-keep-log --page-requisites'],
    [ignored, '--preserve-permissions --protocol-directories --quiet --random-wait --recursive --relative --retr-symlinks'],
    [ignored, '--retry-connrefused --save-headers --server-response --show-progress --span-hosts --spider --strict-comments'],
    [ignored, '--timestamping --trust-server-names --unlink --verbose --version --warc-cdx --xattr'],
    [ignoredValue, '-a -A -B -D -e -i -I -l -n -o -O -P -Q -R -t -U -w -X'],
    [ignoredValue, '--accept --accept-regex --append-output --backups --base --body-data --body-file --ca-certificate --ca-directory'],
    [ignoredValue, '--certificate --certificate-type --ciphers --compression --config --crl-file --cut-dirs --default-page'],
    [ignoredValue, '--directory-prefix --dns-timeout --domains --exclude-directories --exclude-domains --execute --follow-tags'],
    [ignoredValue, '--ftp-password --ftp-user --header --hsts-file --http-password --http-user --ignore-tags --include-directories'],
    [ignoredValue, '--input-file --level --limit-rate --load-cookies --local-encoding --max-redirect --method --output-document'],
    [ignoredValue, '--output-file --password --pinnedpubkey --post-data --post-file --prefer-family --private-key --private-key-type'],
    [ignoredValue, '--progress --proxy-password --proxy-user --quota --read-timeout --referer --regex-type --reject --reject-regex'],
    [ignoredValue, '--rejected-log --remote-encoding --report-speed --restrict-file-names --retry-on-http-error --save-cookies'],
    [ignoredValue, '--secure-protocol --start-pos --tries --use-askpass --user --user-agent --wait --waitretry --warc-dedup --warc-file'],
    [ignoredValue, '--warc-header --warc-max-size --warc-tempdir'],
  ),
  read: (words) => readWebAddress({ ...words, guessScheme: () => 'http' }),
};
