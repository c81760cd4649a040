import { ESLint, type Linter } from 'eslint';
import { join } from 'node:path';
import typescript from 'typescript-eslint';
import { rootFolder } from '../../build/runtime.mjs';

/** The rules of this project but for those that read types: they only take files that are on the disk. */
const eslint = new ESLint({ cwd: rootFolder, overrideConfig: [typescript.configs.disableTypeChecked] });

/** What ESLint reports when `code` stands in `file`, a path from the root; nothing is written. */
export async function lint(file: string, code: string): Promise<readonly Linter.LintMessage[]> {
  const [result] = await eslint.lintText(code, { filePath: join(rootFolder, file) });
  const messages = result?.messages ?? [];
  const broken = messages.find((message) => message.fatal === true);
  if (broken !== undefined) throw new Error(`${file} does not parse: ${broken.message}\n${code}`);
  return messages;
}
