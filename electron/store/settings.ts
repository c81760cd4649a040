import * as v from 'valibot';

import { settingSchemas } from '../../shared/history/settings.ts';
import type { SettingName, Settings } from '../../shared/history/settings.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import type { StoreReading } from './store-reading.ts';
import type { NotWritten } from './changing.ts';
import { writing } from './writing.ts';

/** What a person chose, or null when nothing was chosen or it cannot be understood. Never throws for reasons of the disk or the file. */
export function readSetting<Name extends SettingName>(store: Store, name: Name): StoreReading<Settings[Name] | null> {
  return reading(store, () => {
    const schema = v.pipe(v.string(), v.parseJson(), schemas[name]);
    const fit = v.safeParse(schema, prepared(store, VALUE_OF_SETTING).pluck().get(name));
    return { kind: 'read', value: fit.success ? fit.output : null };
  });
}

/** Each schema gives what its setting holds. */
const schemas: { readonly [Name in SettingName]: v.GenericSchema<unknown, Settings[Name]> } = settingSchemas;

/** Keeps what a person chose; null forgets it. Never throws for reasons of the disk or the file. */
export function writeSetting<Name extends SettingName>(
  store: Store,
  { name, value }: { readonly name: Name; readonly value: Settings[Name] | null },
): { readonly kind: 'written' } | NotWritten {
  const written = writing(store, () => {
    if (value === null) prepared(store, DELETE_SETTING).run(name);
    else prepared(store, PUT_SETTING).run({ name, value: JSON.stringify(value) });
  });
  return written.kind === 'committed' ? { kind: 'written' } : written;
}

const VALUE_OF_SETTING = 'SELECT value FROM settings WHERE name = ?';

const PUT_SETTING = 'INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT DO UPDATE SET value = excluded.value';

const DELETE_SETTING = 'DELETE FROM settings WHERE name = ?';
