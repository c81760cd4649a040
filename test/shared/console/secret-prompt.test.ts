import { expect, test } from 'vitest';

import { isSecretPrompt } from '../../../shared/console/secret-prompt.ts';

test.each([
  'Password: ', 'password:', "joe's password: ", 'Enter PIN', 'PIN? ', 'Passphrase for key "id": ', 'Token: ', 'OTP: ', 'Verification code: ', 'Passwort: ',
  'Mot de passe : ', '331 Please specify the password.\r\n', '331 Password required for joe.\r\n', '334 UGFzc3dvcmQ6\r\n', '+ UGFzc3dvcmQ6\r\n',
  'Please enter your password\r\n', 'Contraseña: ', 'パスワード: ',
  'Password:\r\n', 'MFA code: ', 'API key: ', 'Wachtwoord: ', 'Hasło: ', '비밀번호: ',
])('%j asks for a secret', (line) => {
  expect(isSecretPrompt(line)).toBe(true);
}); // prettier-ignore

test.each(['Contraseña: ', 'パスワード: ', 'Hasło: ', '비밀번호: '])('%j asks for a secret also as the bytes it comes in', (line) => {
  expect(isSecretPrompt(Buffer.from(line).toString('latin1'))).toBe(true);
});

test.each([
  'login: ', 'Username: ', '220 (vsFTPd 3.0.3)\r\n', '230 Password accepted.\r\n', 'Your password expires in 5 days.\r\n', '$ ', '', 'Spinning: ',
  'tokenizer> ', '334 VXNlcm5hbWU6\r\n', '530 Login incorrect.\r\n',
  'Password: accepted\r\n', 'Press any key: ', 'Token ring: up\r\n',
])('%j does not', (line) => {
  expect(isSecretPrompt(line)).toBe(false);
}); // prettier-ignore
