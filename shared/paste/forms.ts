import type { CommandForm } from './command/command-form.ts';
import { curl } from './forms/curl.ts';
import { devTcp } from './forms/dev-tcp.ts';
import { nc } from './forms/nc.ts';
import { ncat } from './forms/ncat.ts';
import { openssl } from './forms/openssl.ts';
import { ssh } from './forms/ssh.ts';
import { telnet } from './forms/telnet.ts';
import { testNetConnection } from './forms/test-netconnection.ts';
import { url } from './forms/url.ts';
import { wget } from './forms/wget.ts';
import type { TextForm } from './text-form.ts';

/** Every way of writing that shows itself in the text, asked in this order; /dev/tcp may stand inside a command, so it comes first. */
export const textForms: readonly TextForm[] = [devTcp, url];

/** Every program whose command line is read, in the order they are listed to people. */
export const commandForms: readonly CommandForm[] = [nc, ncat, telnet, curl, wget, ssh, openssl, testNetConnection];
