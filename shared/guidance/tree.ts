import type { CauseId } from './causes/causes.ts';
import type { FindingId } from './findings.ts';
import type { AnswerOf, InquiryId } from './inquiries/inquiries.ts';

/** Something to find out, and where each answer leads. */
export interface AskNode<Id extends string> {
  readonly kind: 'ask';
  readonly inquiry: InquiryId;
  readonly to: Readonly<Record<string, Id>>;
}

/** The end of a path: what has been found. */
export interface AdviceNode {
  readonly kind: 'advice';
  readonly finding: FindingId;
}

/** One place of a tree. */
export type Node<Id extends string = string> = AskNode<Id> | AdviceNode;

/** Finds one thing out; every answer it can have must lead somewhere. */
export function ask<Inquiry extends InquiryId, const To extends Readonly<Record<AnswerOf<Inquiry>, string>>>(
  inquiry: Inquiry,
  to: To,
): AskNode<To[AnswerOf<Inquiry>]>;
export function ask(inquiry: InquiryId, to: Readonly<Record<string, string>>): AskNode<string> {
  return { kind: 'ask', inquiry, to };
}

/** Ends a path. */
export function advise(finding: FindingId): AdviceNode {
  return { kind: 'advice', finding };
}

/** What to do about one symptom: a path of things to find out, and the causes it weighs. */
export interface Tree<Id extends string = string> {
  readonly root: Id;
  readonly nodes: Readonly<Record<Id, Node<Id>>>;
  /** The causes of this symptom and how common each is before anything is seen: one point more is twice as common. */
  readonly causes: Readonly<Partial<Record<CauseId, number>>>;
}

/** Builds a tree; a root or an answer that leads to no node of it does not compile. */
export function defineTree<const Id extends string>(tree: {
  readonly root: NoInfer<Id>;
  readonly nodes: Readonly<Record<Id, Node<NoInfer<Id>>>>;
  readonly causes: Tree['causes'];
}): Tree {
  return tree;
}
