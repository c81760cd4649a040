import type { Check } from '../../../shared/check/check.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import { familyOf } from '../../../shared/text/outcome-words.ts';
import type {
  DescribedAdvice,
  DescribedCause,
  DescribedCommand,
  DescribedGuidance,
  DescribedNext,
  DescribedStep,
} from '../../../shared/text/guidance/describe-guidance.ts';
import type { GuidanceCatalogue, GuidanceWords } from '../../../shared/text/guidance/guidance-words.ts';
import { alignColumns, type Line } from '../span.ts';

/** An explanation as lines for people: what is known and how, what it may be, what to do, and what the words mean. */
export function formatExplanation(check: Check, described: DescribedGuidance, { words, guidance }: GuidanceCatalogue): readonly Line[] {
  const { explanation } = guidance;
  const { finding, path, next, causes, steps, terms } = described;
  return [
    [
      { text: formatTarget(check.target), style: 'heading' },
      '  ',
      { text: words.outcomes[check.outcome].word, style: familyOf(check.outcome) },
    ],
    [finding],
    ...section(explanation.knownHeading, path.flatMap(formatStep)),
    ...(next === null ? [] : [[], ...formatNext(next, guidance)]),
    ...section(explanation.causesHeading, alignColumns(causes.map(causeCells))),
    ...section(
      explanation.stepsHeading,
      steps.flatMap((step, place) => formatAdvice(step, place + 1, guidance)),
    ),
    ...section(explanation.termsHeading, alignColumns(terms.map(({ term, means }) => [{ text: term, style: 'quiet' }, means]))),
  ];
}

function section(heading: string, lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [[], [{ text: heading, style: 'heading' }], ...indent(lines)];
}

function formatStep({ asks, label, because, means }: DescribedStep): readonly Line[] {
  const reasons = because.map(({ text, source, line }): Line => [
    `  ${text} `,
    { text: `(${source}${line === null ? '' : `: ${line}`})`, style: 'quiet' },
  ]);
  return [[`${asks} `, { text: `${label}.`, style: 'heading' }, means === '' ? '' : ` ${means}`], ...reasons];
}

function formatNext({ kind, asks, why, answers, measures }: DescribedNext, { explanation }: GuidanceWords): readonly Line[] {
  if (kind === 'measurement') return [[explanation.nextMeasurement(measures ?? asks)]];
  return [[explanation.nextQuestion(asks)], ['  ', why], ...answers.map(({ key, label }): Line => [`  ${key}  ${label}`])];
}

function causeCells({ name, likelihoodWord, because }: DescribedCause): Line {
  return [{ text: likelihoodWord, style: 'quiet' }, `${name}.`, { text: because, style: 'quiet' }];
}

function formatAdvice({ text, place, commands }: DescribedAdvice, number: number, guidance: GuidanceWords): readonly Line[] {
  const where = guidance.places[place];
  return [
    [`${number}. ${text}`, { text: where === '' || commands.length === 0 ? '' : `  (${where})`, style: 'quiet' }],
    ...commands.flatMap((command) => indent(formatCommand(command, guidance))),
  ];
}

function formatCommand(command: DescribedCommand, { systems, effects, explanation }: GuidanceWords): readonly Line[] {
  const { os, tool, title, effect, expect, changes, risk, undo, open } = command;
  const notes: readonly (readonly [string, string | null])[] = [
    [explanation.look, expect],
    [explanation.changes, changes],
    [explanation.risk, risk],
    [explanation.undo, undo],
  ];
  return [
    [
      `${title} `,
      { text: `(${[systems[os], tool, effects[effect], ...open.map((place) => explanation.open(place))].join(', ')})`, style: 'quiet' },
    ],
    ...command.command.split('\n').map((line): Line => ['  ', { text: line, style: 'heading' }]),
    ...notes.flatMap(([label, text]): readonly Line[] => (text === null ? [] : [['  ', { text: `${label}: ${text}`, style: 'quiet' }]])),
  ];
}

function indent(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ['  ', ...line]);
}
