import { accessInquiries } from './access.ts';
import { measuredInquiries } from './measured.ts';
import { personInquiries } from './person.ts';
import { serverInquiries } from './server.ts';
import { testInquiries } from './tests.ts';

/** Everything guidance can find out, by id. */
export const inquiries = { ...testInquiries, ...measuredInquiries, ...serverInquiries, ...accessInquiries, ...personInquiries } as const;

/** The id of something to find out. */
export type InquiryId = keyof typeof inquiries;

/** The answers one of them can have. */
export type AnswerOf<Id extends InquiryId> = keyof (typeof inquiries)[Id]['answers'] & string;

/** Every one of them. */
export const inquiryIds = Object.keys(inquiries).filter((id): id is InquiryId => Object.hasOwn(inquiries, id));
