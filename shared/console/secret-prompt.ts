/**
 * Whether what the peer said last asks for a secret, so that the next input is masked: "Password:", "Enter PIN", FTP's "331 Please
 * specify the password.", SMTP's "334 UGFzc3dvcmQ6".
 *
 * `lastLine` is its last line, ended or not. Errs on the side of masking: a mask that was not needed is one key away from off.
 */
export function isSecretPrompt(lastLine: string): boolean {
  // Base64 of "Password:" in any case, as SMTP and IMAP servers ask (LOGIN is not even in an RFC).
  if (/^(?:334|\+) (?:UGFzc3dvcmQ6|cGFzc3dvcmQ6|UGFzc3dvcmQ=|UEFTU1dPUkQ6)/u.test(lastLine)) return true;
  const line = lastLine.slice(-LONGEST_PROMPT);
  if (!secretWord.test(line)) return false;
  const isEnded = line.endsWith('\n');
  return !isEnded || /^331[ -]/u.test(line) || /\b(?:enter|type|specify|supply|provide|send|input)\b/iu.test(line);
}

/** Prompts are short; of a longer line only its end is looked at. */
const LONGEST_PROMPT = 200;

/** The word for a secret, as the last thing asked for: after it only its brackets, a colon and blanks. Ended lines may say more. */
const secretWord =
  /(?:^|[^\p{L}])(?:pass ?words?|pass ?phrases?|pass ?codes?|passwd|pin(?: code)?|tokens?|otp|one-time (?:password|code)|(?:verification|security|access|auth(?:entication)?) code|secret|passwort|kennwort|mot de passe|contraseña|senha|密码|パスワード|пароль)(?![\p{L}])/iu;
