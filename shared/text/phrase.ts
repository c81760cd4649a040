/** A sentence in pieces, so that a screen can give weight to some of its words. */
export type Phrase = readonly (string | { readonly strong: string })[];
