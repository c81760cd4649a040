import { latin1Bytes } from './latin1.ts';

/**
 * Whether what the peer said last asks for a secret, so that the next input is masked: "Password:", "Enter PIN", FTP's "331 Please
 * specify the password.", SMTP's "334 UGFzc3dvcmQ6".
 *
 * `lastLine` is its last line, ended or not, as text or as one character a byte. Errs on the side of masking: a mask that was not needed
 * is one key away from off.
 */
export function isSecretPrompt(lastLine: string): boolean {
  // Its base64 is at the beginning, all else at the end.
  const end = lastLine.slice(-LONGEST_PROMPT);
  return asksInBase64(lastLine) || asks(end) || (mayBeUtf8.test(end) && asks(decodeUtf8(end)));
}

/**
 * Whether a secret is asked for after one more line of the peer: what merely comes in between (an empty line, a message to everybody) takes
 * no question back, another question does.
 */
export function isSecretAsked(wasAsked: boolean, lastLine: string): boolean {
  return isSecretPrompt(lastLine) || (wasAsked && !anyPrompt.test(lastLine.slice(-LONGEST_PROMPT)));
}

/** A line that waits at its end for an answer. */
const anyPrompt = /[:?>#$%][ \t]{0,9}$/u;

/** One character a byte, and some of them part of a longer one: "ContraseÃ±a". */
const mayBeUtf8 = /^[\0-\xff]*[\x80-\xff][\0-\xff]*$/u;

function decodeUtf8(text: string): string {
  return new TextDecoder().decode(latin1Bytes(text));
}

function asksInBase64(line: string): boolean {
  // Base64 of "Password:" in any case, as SMTP and IMAP servers ask (LOGIN is not even in an RFC).
  return /^(?:334|\+) (?:UGFzc3dvcmQ6|cGFzc3dvcmQ6|UGFzc3dvcmQ=|UEFTU1dPUkQ6)/u.test(line);
}

function asks(line: string): boolean {
  if (!secretWord.test(line)) return false;
  const isEnded = line.endsWith('\n');
  return (
    !isEnded ||
    /^331[ -]/u.test(line) ||
    /^[^\r\n.]{0,60}[:?][ \t]*\r?\n$/u.test(line) ||
    /\b(?:enter|type|specify|supply|provide|send|input)\b/iu.test(line)
  );
}

/** Prompts are short; of a longer line only its end is looked at. */
const LONGEST_PROMPT = 200;

/** The word for a secret, as the last thing asked for: after it only its brackets, a colon and blanks. Ended lines may say more. */
const secretWord =
  /(?:^|[^\p{L}])(?:pass ?words?|pass ?phrases?|pass ?codes?|passwd|pin(?: code)?|tokens?|otp|one-time (?:password|code)|(?:verification|security|access|auth(?:entication)?|mfa|2fa) code|(?:api|access|secret|pre-?shared) key|secret|passwort|kennwort|mot de passe|contraseña|senha|密码|パスワード|пароль|wachtwoord|hasło|heslo|lösenord|parola|şifre|salasana|jelszó|passord|adgangskode|비밀번호|口令)(?![\p{L}])/iu;
