import type { tlsCauses } from '../../guidance/causes/tls-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: TLS. */
export const englishTlsCauses: CauseWordsOf<typeof tlsCauses> = {
  certificate_ended: cause(
    'The certificate has ended',
    () => 'The certificate has ended and was not renewed.',
    'Certificates end, and renewals fail unnoticed.',
  ),
  clock_wrong: cause(
    'A clock is wrong',
    () => 'The clock of this computer or of the server is wrong.',
    'A wrong clock makes good certificates look bad.',
  ),
  certificate_made_too_early: cause(
    'The certificate was put in too early',
    () => 'The certificate counts from a later day on.',
    'A certificate may be dated ahead.',
  ),
  wrong_server_answers: cause(
    'Another server or site answers',
    ({ host }) => `What answered is not ${host}.`,
    'The name may lead to the wrong machine, or the machine picks the wrong site.',
  ),
  name_missing_in_certificate: cause(
    'The name was left out of the certificate',
    ({ host }) => `The certificate does not name ${host}.`,
    'Each name has to stand in the certificate, with and without www.',
  ),
  self_signed: cause(
    'The certificate is signed by itself',
    () => 'Nobody vouches for this certificate.',
    'Devices and test servers come with such certificates.',
  ),
  chain_incomplete: cause(
    'The server does not send its whole chain',
    () => 'A certificate between the server’s and a known authority is not sent.',
    'Servers are often set up with their own certificate alone.',
  ),
  private_authority: cause(
    'The authority is not known here',
    () => 'A private authority issued the certificate, and this computer does not know it.',
    'Companies issue certificates of their own.',
  ),
  inspection: cause(
    'Something on the way looks into TLS',
    () => 'A proxy or security software shows a certificate of its own.',
    'Companies and antivirus software look into TLS.',
  ),
  plain_text_service: cause(
    'The port is not for TLS',
    ({ port }) => `Port ${port} does not begin with TLS.`,
    'Some ports speak plain text first, and begin TLS after a command.',
  ),
  old_tls: cause(
    'One side is too old',
    () => 'The two sides share no version of TLS or no cipher.',
    'Old versions of TLS are switched off today.',
  ),
  client_certificate_needed: cause(
    'It wants a certificate of the client',
    () => 'The service takes only clients with a certificate.',
    'Some services check both sides.',
  ),
  name_not_served: cause(
    'The server does not serve this name',
    ({ host }) => `The server ended the handshake when asked for ${host}.`,
    'Servers with many sites hang up on names they do not know.',
  ),
  tls_expected: cause(
    'The port expects TLS',
    ({ port }) => `Port ${port} begins with TLS, and was spoken to without.`,
    'A TLS port hangs up on plain text.',
  ),
};
