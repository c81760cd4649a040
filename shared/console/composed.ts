/** What is wrong with a part of what a person typed; `from` and `to` are UTF-16 offsets, so that the field can mark it. */
export interface Mistake {
  readonly kind:
    /** The text encoding has no byte for this character. */
    | 'not_encodable'
    /** A backslash that begins no known escape. */
    | 'unknown_escape'
    /** Something that is no hexadecimal digit among hexadecimal bytes. */
    | 'not_hexadecimal'
    /** A byte with a single digit. */
    | 'odd_digits';
  readonly from: number;
  readonly to: number;
}

/** Typed text as the bytes that would be sent, or everything that is wrong with it: then nothing may be sent. */
export type Composed =
  { readonly kind: 'composed'; readonly bytes: Uint8Array } | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] };
