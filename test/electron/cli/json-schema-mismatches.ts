/** Where a value does not hold to a JSON Schema, as JSON pointers. Knows the keywords ours uses, and throws on any other. */
export function mismatches(value: unknown, schema: unknown, path = ''): readonly string[] {
  const keywords = Object.entries(asObject(schema));
  return [...new Set(keywords.flatMap(([keyword, wanted]) => check({ keyword, wanted, value, path, siblings: asObject(schema) })))];
}

interface Keyword {
  readonly keyword: string;
  readonly wanted: unknown;
  readonly value: unknown;
  readonly path: string;
  readonly siblings: Readonly<Record<string, unknown>>;
}

function check({ keyword, wanted, value, path, siblings }: Keyword): readonly string[] {
  const unless = (isGood: boolean): readonly string[] => (isGood ? [] : [path]);
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? asObject(value) : null;
  switch (keyword) {
    case '$schema':
      return [];
    case 'type':
      return unless(wanted === typeOf(value) || (wanted === 'number' && typeOf(value) === 'integer'));
    case 'const':
      return unless(value === wanted);
    case 'enum':
      return unless(asArray(wanted).includes(value));
    case 'anyOf':
      return unless(asArray(wanted).some((option) => mismatches(value, option).length === 0));
    case 'minimum':
      return unless(typeof value !== 'number' || value >= Number(wanted));
    case 'maximum':
      return unless(typeof value !== 'number' || value <= Number(wanted));
    case 'maxLength':
      return unless(typeof value !== 'string' || value.length <= Number(wanted));
    case 'pattern':
      return unless(typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value));
    case 'items':
      return Array.isArray(value) ? value.flatMap((item: unknown, index) => mismatches(item, wanted, `${path}/${index}`)) : [];
    case 'required':
      return object === null
        ? []
        : asArray(wanted)
            .filter((name) => !Object.hasOwn(object, String(name)))
            .map((name) => `${path}/${String(name)}`);
    case 'properties':
      return object === null
        ? []
        : Object.entries(asObject(wanted)).flatMap(([name, each]) =>
            Object.hasOwn(object, name) ? mismatches(object[name], each, `${path}/${name}`) : [],
          );
    case 'additionalProperties':
      return object === null || wanted !== false
        ? []
        : Object.keys(object)
            .filter((name) => !Object.hasOwn(asObject(siblings['properties']), name))
            .map((name) => `${path}/${name}`);
    default:
      throw new Error(`This JSON Schema keyword is not known here: ${keyword}`);
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('An object was expected.');
  return value as Record<string, unknown>;
}

function asArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('An array was expected.');
  return value;
}
