import { question } from '../inquiry.ts';
import { told } from '../signs/fact-signs.ts';
import { elsewhereMet, workedBefore } from '../signs/history-signs.ts';
import { serviceAnswered } from '../signs/check-signs.ts';
import { othersKnow, resolvedBefore, systemKnowsNow } from '../signs/name-signs.ts';
import { configuredElsewhere, configuredHere } from '../signs/server-signs.ts';

const spellings = ['spelling_right', 'spelling_wrong'] as const;
const ports = ['port_right', 'port_wrong'] as const;
const dialogues = ['dialogue_answers', 'dialogue_refuses', 'dialogue_silent'] as const;
const clients = ['client_same', 'client_other_place', 'client_other_security'] as const;

/** What only a person can know, unless earlier checks show it. */
export const personInquiries = {
  right_port: question({
    id: 'right_port',
    steps: [],
    answers: {
      yes: [told(ports, 'port_right'), configuredHere, workedBefore],
      no: [told(ports, 'port_wrong'), configuredElsewhere],
      unknown: [],
    },
    facts: { yes: { kind: 'told', what: 'port_right' }, no: { kind: 'told', what: 'port_wrong' }, unknown: null },
  }),

  spelling: question({
    id: 'spelling',
    steps: [],
    answers: {
      right: [told(spellings, 'spelling_right'), resolvedBefore, othersKnow, systemKnowsNow, elsewhereMet('succeeded')],
      wrong: [told(spellings, 'spelling_wrong')],
    },
    facts: { right: { kind: 'told', what: 'spelling_right' }, wrong: { kind: 'told', what: 'spelling_wrong' } },
  }),

  dialogue: question({
    id: 'dialogue',
    steps: ['talk', 'install_tools'],
    answers: {
      answers: [told(dialogues, 'dialogue_answers'), serviceAnswered],
      refuses: [told(dialogues, 'dialogue_refuses')],
      silent: [told(dialogues, 'dialogue_silent')],
      unknown: [],
    },
    facts: {
      answers: { kind: 'told', what: 'dialogue_answers' },
      refuses: { kind: 'told', what: 'dialogue_refuses' },
      silent: { kind: 'told', what: 'dialogue_silent' },
      unknown: null,
    },
  }),

  client_settings: question({
    id: 'client_settings',
    steps: ['test_there'],
    answers: {
      other_place: [told(clients, 'client_other_place')],
      other_security: [told(clients, 'client_other_security')],
      same: [told(clients, 'client_same')],
      unknown: [],
    },
    facts: {
      other_place: { kind: 'told', what: 'client_other_place' },
      other_security: { kind: 'told', what: 'client_other_security' },
      same: { kind: 'told', what: 'client_same' },
      unknown: null,
    },
  }),
} as const;
