import type { Family } from '../../check/evidence.ts';
import type { Transport } from '../../check/target.ts';
import type { Firewall, System } from '../server-fact.ts';
import type { Template } from './template.ts';

interface CardBase {
  readonly system: System;
  /** The program it runs, by the name people search for. */
  readonly tool: string;
  readonly command: Template;
  /** The front end it belongs to, where a server runs only one of several. */
  readonly firewall?: Firewall;
  /** The transport it is for, where it is for one. */
  readonly transport?: Transport;
  /** The services it is for (ids of shared/service), where it is not for all. */
  readonly services?: readonly string[];
  /** The version of IP it is for, where it is for one. */
  readonly family?: Family;
  /** Whether it is for a host with a name or for a bare address, where it is not for both. */
  readonly host?: 'name' | 'address';
}

/** A command that only reads. */
export interface ReadingCard extends CardBase {
  readonly effect: 'reads';
}

/** A command that changes something, with the command that takes it back. */
export interface ChangingCard extends CardBase {
  /** "changes_undoes_itself": it goes away by itself after `lastsMs`, or as soon as it is used; the undo does so at once. */
  readonly effect: 'changes_undoes_itself' | 'changes';
  readonly undo: Template;
  /** How long it lasts, in milliseconds; absent where no time is set. */
  readonly lastsMs?: number;
}

/** A command to copy: a constant with open places, and what it does. Its words are in shared/text/guidance. */
export type Card = ReadingCard | ChangingCard;

type Named<Kind extends Card> = Omit<Kind, 'effect' | 'system'>;

/** The ways to write a card of one system. */
export function cardsOf(system: System) {
  return {
    reads: (named: Named<ReadingCard>): ReadingCard => ({ system, effect: 'reads', ...named }),
    changes: (named: Named<ChangingCard>): ChangingCard => ({ system, effect: 'changes', ...named }),
    undoesItself: (named: Named<ChangingCard>): ChangingCard => ({ system, effect: 'changes_undoes_itself', ...named }),
  };
}
