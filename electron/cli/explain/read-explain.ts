import { isIP } from 'node:net';

import type { Answers } from '../../../shared/guidance/answers.ts';
import { inquiries, inquiryIds } from '../../../shared/guidance/inquiries/inquiries.ts';
import type { FlagValues } from '../parse-flags.ts';
import type { explainFlags } from './explain-flags.ts';

/** What `sonde explain` is asked. */
export interface ExplainRequest {
  /** A check by its number, or a target to check now. */
  readonly subject: { readonly kind: 'check'; readonly id: number } | { readonly kind: 'target'; readonly words: readonly string[] };
  readonly answers: Answers;
  readonly isMeasured: boolean;
  readonly nameServers: readonly string[];
  /** The file with what was printed, - for stdin; null for none. */
  readonly pasteFile: string | null;
  readonly place: string;
  readonly isSaved: boolean;
  readonly dataFolder: string | null;
  readonly isJson: boolean;
}

/** The request, or one sentence about what is wrong with it. */
export type ExplainReading =
  { readonly kind: 'read'; readonly request: ExplainRequest } | { readonly kind: 'wrong'; readonly problem: string };

type Values = FlagValues<keyof typeof explainFlags>;

/** Reads the words and flags of `sonde explain`. */
export function readExplain(words: readonly string[], values: Values, nowMs: number): ExplainReading {
  const [first, ...more] = words;
  if (first === undefined) return wrong('Name a check by its number, or a target, for example: sonde explain web1.example.net:80');
  const answers = readAnswers(textOf(values.answer), nowMs);
  if (typeof answers === 'string') return wrong(answers);
  const nameServers = listOf(textOf(values['name-server']));
  const badServer = nameServers.find((server) => isIP(server) === 0);
  if (badServer !== undefined) return wrong(`--name-server ${badServer}: an IP address is wanted.`);
  const isNumber = more.length === 0 && /^\d{1,15}$/u.test(first);
  return {
    kind: 'read',
    request: {
      subject: isNumber ? { kind: 'check', id: Number(first) } : { kind: 'target', words },
      answers,
      isMeasured: values.measure === true,
      nameServers,
      pasteFile: textOf(values.paste),
      place: textOf(values.place) ?? 'customer',
      isSaved: values['no-save'] !== true,
      dataFolder: textOf(values.data),
      isJson: values.json === true,
    },
  };
}

/** "right_port=yes,system=linux", or a sentence about the first that names no question or no answer of it. */
function readAnswers(text: string | null, atMs: number): Answers | string {
  const answers: Record<string, { readonly answer: string; readonly atMs: number }> = {};
  for (const pair of listOf(text)) {
    const [name = '', answer = ''] = pair.split('=');
    const id = inquiryIds.find((one) => one === name);
    if (id === undefined) return `--answer ${pair}: there is no question ${name}.`;
    const known = Object.keys(inquiries[id].answers);
    if (!known.includes(answer)) return `--answer ${pair}: an answer is wanted, one of ${known.join(', ')}.`;
    answers[id] = { answer, atMs };
  }
  return answers;
}

function listOf(text: string | null): readonly string[] {
  return text === null
    ? []
    : text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function wrong(problem: string): ExplainReading {
  return { kind: 'wrong', problem };
}
