import { makeVisible } from '../console/display.ts';
import type { TargetProblem, TargetProblemKind, TargetProblemSlots } from '../paste/target-problem.ts';

/** One sentence a problem: which part is wrong, and what is accepted. Part of the catalogue (`Words`). */
export type TargetProblemWords = { readonly [K in TargetProblemKind]: (slots: TargetProblemSlots[K]) => string };

/** The sentence about what is wrong with a typed or pasted target, safe to show. */
export function describeTargetProblem<K extends TargetProblemKind>(problem: TargetProblem<K>, words: TargetProblemWords): string {
  return words[problem.kind](problem);
}

/** The English sentences. */
export const targetProblemWords: TargetProblemWords = {
  empty: () => 'Type a host and a port, such as db1.example.net:5432, or paste a URL or a command.',
  text_too_long: ({ limitCharacters }) =>
    `That is too long to be a target: paste one host and port, URL or command, at most ${limitCharacters} characters.`,
  several_lines: ({ count }) => `That is ${count} lines: check one target at a time.`,
  too_many_words: ({ text }) => `${quote(text)} is one word too many: give one target.`,
  placeholder: ({ text }) => `${quote(text)} stands for something Sonde cannot know: write the host or the port itself.`,
  whole_network: ({ text }) => `${quote(text)} is a whole network: write one host of it.`,

  host_missing: () => 'The host is missing: write it before the port, as in db1.example.net:5432.',
  host_character: ({ text, character }) =>
    `${quote(character)} in ${quote(text)} cannot be part of a host name: it takes letters, digits, hyphens and dots.`,
  host_label_empty: ({ text }) => `${quote(text)} has a dot with nothing before it: between two dots of a host name there must be a word.`,
  host_label_too_long: ({ label }) => `${quote(label)} is too long: each part of a host name ends at 63 characters.`,
  host_too_long: ({ sizeOctets }) => `That host name has ${sizeOctets} characters: host names end at 253.`,
  host_begins_with_hyphen: ({ text }) => `${quote(text)} begins with a hyphen: a host name begins with a letter or a digit.`,
  ipv4_short_form: ({ text, suggestion }) =>
    `Programs read ${quote(text)} differently: write the four numbers out. Did you mean ${suggestion}?`,
  ipv4_leading_zero: ({ text }) => `Some programs read the zeros in ${quote(text)} as octal: write the four numbers without leading zeros.`,
  ipv4_unreadable: ({ text }) => `${quote(text)} is not an IPv4 address: it takes four numbers from 0 to 255.`,
  ipv6_unreadable: ({ text }) => `${quote(text)} is not an IPv6 address: with a port, write it in brackets, as in [2001:db8::1]:80.`,

  port_missing: ({ host }) => `The port is missing: write it after the host, as in ${show(host)}:443.`,
  port_unreadable: ({ text }) =>
    `${quote(text)} is not a port: write a number from 1 to 65535, a range such as 20-25, or a service such as https.`,
  port_zero: () => 'Ports begin at 1.',
  port_out_of_range: ({ text }) => `Ports end at 65535: ${quote(text)} is too high.`,
  port_digit_too_many: ({ suggestion }) => `Ports end at 65535. Did you mean ${suggestion}?`,
  port_range_backwards: ({ first, last }) => `Ranges go upwards. Did you mean ${last}-${first}?`,

  scheme_missing: ({ text }) => `${quote(text)} has a path but no scheme: write http:// or https:// before it.`,
  scheme_unknown: ({ scheme }) =>
    `Sonde does not know the port of ${quote(`${scheme}://`)}: write it after the host, as in ${show(scheme)}://db1.example.net:5432.`,
  url_slashes: ({ suggestion }) => `A URL has two slashes after its scheme. Did you mean ${show(suggestion)}?`,
  path_too_long: ({ limitCharacters }) => `The path of that URL is too long: it ends at ${limitCharacters} characters.`,

  program_not_read: ({ program, readable }) =>
    `Sonde does not read ${quote(program)}: it reads a host and port, a URL, ${readable.join(', ')}, and bash’s /dev/tcp.`,
  several_commands: () => 'That holds more than one command: paste one at a time.',
  quote_not_closed: () => 'A quote is opened in that command and never closed.',
  option_unknown: ({ program, option }) => `Sonde does not know the option ${quote(option)} of ${program}: leave it out.`,
  option_value_missing: ({ program, option }) => `${quote(option)} of ${program} needs a value after it.`,
  option_value_unreadable: ({ program, option, text }) => `${quote(text)} is not a value Sonde can use for ${quote(option)} of ${program}.`,
  option_listens: ({ program, option }) => `${program} ${show(option)} waits for a connection: a check makes one.`,
  option_proxies: ({ program, option }) =>
    `${program} ${show(option)} goes through another host: a check connects directly, so leave it out or check that host.`,
  option_runs_program: ({ program, option }) => `${program} ${show(option)} runs another program, and Sonde runs none: leave it out.`,
  option_unix_socket: ({ program, option }) =>
    `${program} ${show(option)} connects to a file of this computer: a check needs a host and a port.`,
  option_other_transport: ({ program, option }) =>
    `${program} ${show(option)} uses a transport Sonde does not check: it checks TCP and UDP.`,
  two_names: ({ host, serverName }) =>
    `That connects to ${quote(host)} but asks for ${quote(serverName)}: give the address of ${quote(host)} in place of its name.`,
};

/** Longer parts are cut: the person has the whole text in the field. */
const LONGEST_SHOWN = 60;

function quote(text: string): string {
  return `“${show(text)}”`;
}

/** Pasted text is as hostile as a server's: only visible characters, and not many. */
function show(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_SHOWN + 2));
  return makeVisible(characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : text);
}
