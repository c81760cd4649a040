import { slots, type SlotName, type SlotValues } from './slot.ts';

/** A command as a constant with open places. */
export interface Template {
  readonly parts: readonly string[];
  /** One between each two parts. */
  readonly slots: readonly SlotName[];
}

/** Writes a template: command`sudo systemctl start ${'unit'}`. Only names of slots may stand in it. */
export function command(parts: TemplateStringsArray, ...slotNames: readonly SlotName[]): Template {
  return { parts: parts.raw, slots: slotNames };
}

/** A command ready to read; `missing` names the places nobody knows a value for. */
export interface FilledCommand {
  readonly text: string;
  readonly missing: readonly SlotName[];
}

/** Puts values into a template. A value its slot does not take counts as missing; what is missing stands there as its name in capitals. */
export function fillTemplate({ parts, slots: names }: Template, values: SlotValues): FilledCommand {
  const missing = new Set<SlotName>();
  const text = parts.map((part, place) => {
    const name = names[place];
    if (name === undefined) return part;
    const value = values[name];
    if (value !== undefined && slots[name](value)) return `${part}${value}`;
    missing.add(name);
    return `${part}${placeholderOf(name)}`;
  });
  return { text: text.join(''), missing: [...missing] };
}

/** clientAddress is CLIENT_ADDRESS: a word that no program takes by chance. */
export function placeholderOf(name: SlotName): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase();
}
